import type { TextStyle } from '../scene.ts';
import type { Layer } from '../scene.ts';
import type { Area } from '../templates/frame.ts';
import type { Palette } from '../templates/palette.ts';
import { sansBody, serifLight } from '../templates/parts.ts';
import { priceWords } from '../templates/price-words.ts';
import { stackWords, type Words } from '../templates/stack-words.ts';
import { come, type Coming } from './come.ts';
import type { PartPlace } from './film-style.ts';

export type SayChoice = {
  align?: TextStyle['align'];
  vertical?: TextStyle['vertical'];
  how: Coming;
  /** Prices may come in another way. */
  prices?: Coming;
  /** The turn of the first of them. */
  from?: number;
};

/** Words one under another in an area, coming in turn. */
export function sayWords(
  at: PartPlace,
  where: Area,
  list: readonly (Words | undefined)[],
  { how, prices, from = 0, ...choice }: SayChoice,
): Layer[] {
  return stackWords(at.place.frame, where, list, { optical: false, ...choice }).map(
    (layer, index) =>
      come(layer, layer.kind === 'price' && prices ? prices : how, from + index, at),
  );
}

type Inks = Pick<Palette, 'ink' | 'accent' | 'soft'>;

/** The name and the price of a part. */
export function shotWords(
  { part }: Pick<PartPlace, 'part'>,
  size: number,
  { ink, accent, soft }: Inks,
  more: Partial<Words> = {},
): (Words | undefined)[] {
  return [
    {
      ...{ id: 'title', text: part.words.title, size, min: 3.8, lines: 3, gap: size * 0.12 },
      ...{ colour: ink, font: serifLight },
      ...more,
    },
    priceWords(part.words, size * 0.86, accent, soft),
  ];
}

/** The large line and the smaller one of an opening or of a part of words alone. */
export function headWords(
  { part }: Pick<PartPlace, 'part'>,
  size: number,
  { ink, soft }: Inks,
  more: Partial<Words> = {},
): (Words | undefined)[] {
  return [
    {
      ...{ id: 'headline', text: part.words.headline, size, min: size * 0.35, lines: 3 },
      ...{ gap: size * 0.18, colour: ink, font: serifLight },
      ...more,
    },
    {
      ...{
        id: 'text',
        text: part.words.text,
        size: Math.max(4.6, size * 0.42),
        min: 3.6,
        // What is set line by line keeps its lines.
        lines: Math.max(5, part.words.text?.split('\n').length ?? 0),
      },
      ...{ colour: soft, font: sansBody, lineHeight: 1.3, spacing: 0 },
    },
  ];
}

import type { Colour, FontChoice, Layer, PriceLayer, TextStyle } from '../scene.ts';
import { fitWords, type WordsFit } from './fit-words.ts';
import type { Area, Frame } from './frame.ts';
import { serif, textStyle } from './parts.ts';
import { widthEm } from './letter-widths.ts';

/** One text in a block of words. Sizes and gaps in units. */
export type Words = {
  id: string;
  /** Nothing or blank: left out, with its gap. */
  text: string | undefined;
  size: number;
  min?: number;
  /** At most, by default 1. */
  lines?: number;
  colour: Colour;
  font?: FontChoice;
  lineHeight?: number;
  spacing?: number;
  /** Space before the next one. */
  gap?: number;
  /** Set as a price. */
  price?: Pick<PriceLayer, 'oldText' | 'oldPlace' | 'oldColour' | 'big'>;
};

type StackChoice = {
  align?: TextStyle['align'];
  vertical?: TextStyle['vertical'];
  /** Capitals and baselines stand on the edges of the area, not their line boxes. */
  optical?: boolean;
};
/** `face` is the font in which the shop sets it. */
type Faced = Words & { text: string; face: FontChoice };
type Fitted = { words: Faced; fit: WordsFit; height: number; gap: number };

const faceOf = ({ font = serif }: Words, frame: Frame): FontChoice => frame.face(font);

const lineBoxEm = 1.2;
const aboveCapsEm = 0.2;
const belowBaselineEm = 0.24;
/** Rounding to whole pixels must not make a text one step smaller. */
const slack = 0.35;

/** Texts one under another in an area, as a block at its top, middle or foot. All shrink together when
 *  there is too little height. */
export function stackWords(
  frame: Frame,
  area: Area,
  list: readonly (Words | undefined)[],
  { align = 'start', vertical = 'top', optical = frame.shape !== 'story' }: StackChoice = {},
): Layer[] {
  const fitted = fitAll(list, area, frame);
  const first = fitted[0];
  const last = fitted.at(-1);
  if (!first || !last) return [];
  const above = optical ? aboveCapsEm * first.fit.size : 0;
  const below = optical && !last.words.price?.big ? belowBaselineEm * last.fit.size : 0;
  const tall = heightOf(fitted) - above - below;
  const free = Math.max(0, area.height - tall);
  let y = area.y - above + (vertical === 'bottom' ? free : vertical === 'middle' ? free / 2 : 0);
  return fitted.map((one) => {
    const layer = layerOf(frame, one, { ...area, y, height: one.height }, align);
    y += one.height + one.gap;
    return layer;
  });
}

/** How tall the block of words is when it is as wide as this, in units. */
export function stackHeight(
  area: Area,
  list: readonly (Words | undefined)[],
  frame: Frame,
): number {
  return heightOf(fitAll(list, area, frame));
}

function heightOf(fitted: readonly Fitted[]): number {
  return fitted.reduce((sum, { height, gap }) => sum + height + gap, 0);
}

function fitAll(list: readonly (Words | undefined)[], area: Area, frame: Frame): Fitted[] {
  const present = list
    .filter((words): words is Words & { text: string } => (words?.text ?? '').trim() !== '')
    .map((words) => ({ ...words, face: faceOf(words, frame) }));
  for (let scale = 1; ; scale *= 0.95) {
    const fitted = present.map((words, index) =>
      fitOne(words, area.width, scale, index < present.length - 1),
    );
    if (scale < 0.3 || heightOf(fitted) <= area.height + 0.5) return fitted;
  }
}

function fitOne(words: Faced, width: number, scale: number, hasNext: boolean): Fitted {
  const gap = hasNext ? (words.gap ?? 0) * scale : 0;
  const size = words.size * scale;
  if (words.price) return { words, gap, ...fitPrice(words, size, width) };
  const min = Math.min(size, words.min ?? size * 0.5);
  const fit = fitWords({
    ...{ text: words.text, size, min, lines: words.lines ?? 1, width, font: words.face },
    spacingEm: words.spacing ?? 0,
  });
  const between = (fit.lines - 1) * (words.lineHeight ?? 1.08);
  return { words, gap, fit, height: fit.size * (lineBoxEm + between) + slack };
}

/** Room for the old price above or before the new one. */
function fitPrice(words: Faced, size: number, width: number) {
  const { oldText, oldPlace, big } = words.price ?? {};
  const font = words.face;
  const before = oldText && !big && oldPlace !== 'above' ? widthEm(oldText, font) * 0.82 + 0.3 : 0;
  const ems = big ? bigWidthEm(words.text) : widthEm(words.text, font) + before;
  const fitting = Math.min(size, width / Math.max(ems * 1.04, 0.5));
  const above = oldText && (big || oldPlace === 'above') ? (big ? 0.24 : 0.62) : 0;
  const height = fitting * ((big ? 0.98 : lineBoxEm) + above) + slack;
  return { fit: { size: fitting, lines: 1 }, height };
}

/** Large digits with a small sign. */
function bigWidthEm(text: string): number {
  let ems = 0;
  for (const letter of text)
    ems += /\d/u.test(letter) ? 0.62 : /[\s.,'’]/u.test(letter) ? 0.25 : 0.26;
  return ems;
}

function layerOf(
  frame: Frame,
  { words, fit }: Fitted,
  area: Area,
  align: TextStyle['align'],
): Layer {
  const { id, text, colour, font, price, spacing } = words;
  const box = frame.box(area.x, area.y, area.width, area.height);
  const style = textStyle(frame, {
    ...{ size: words.price ? fit.size : words.size, min: words.min ?? words.size * 0.5 },
    ...{ colour, align, vertical: 'top', lines: words.lines ?? 1 },
    ...(font ? { font } : {}),
    ...(spacing === undefined ? {} : { spacing }),
  });
  // The size found for the whole block: a text shrinks further only if the table was wrong.
  const sized = { ...style, sizePx: frame.px(fit.size), minSizePx: frame.px(fit.size * 0.45) };
  if (words.lineHeight) sized.lineHeight = words.lineHeight;
  if (!price) return { id, kind: 'text', text, box, style: sized };
  return { id, kind: 'price', text, box, style: { ...sized, vertical: 'bottom' }, ...price };
}

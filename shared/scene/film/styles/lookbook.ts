import type { Layer } from '../../scene.ts';
import { area, boxOf } from '../../templates/compose.ts';
import type { Area } from '../../templates/frame.ts';
import { paletteOf, type Palette } from '../../templates/palette.ts';
import { block, sansMedium, serifItalic } from '../../templates/parts.ts';
import { priceWords } from '../../templates/price-words.ts';
import type { Words } from '../../templates/stack-words.ts';
import { come, uncover } from '../come.ts';
import { closingOn } from '../closing-layers.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import { closeUpLayer, visualLayer } from '../lay-parts.ts';
import {
  fullLayers,
  layoutFor,
  type Layouts,
  standingOverShots,
  textLayers,
  videoFormats,
} from '../plain-parts.ts';
import { planShots } from '../plan-shots.ts';
import { headWords, sayWords } from '../say-words.ts';

type Layout = { large: Area; small: Area; number: Area; words: Area; logo: Area; size: number };

/** Every other spread is mirrored where a format has room for it. */
const spreads: Layouts<readonly Layout[]> = {
  story: (_width, height) => [
    {
      ...{ large: area(34, 68, 66, height - 68), small: area(7, 68, 24, 44), size: 8.4 },
      ...{ number: area(7, 36, 16, 8), words: area(24, 35.5, 63, 28), logo: area(7, 25.6, 80, 8) },
    },
    {
      ...{ large: area(0, 68, 66, height - 68), small: area(69, 68, 24, 44), size: 8.4 },
      ...{ number: area(7, 36, 16, 8), words: area(24, 35.5, 63, 28), logo: area(7, 25.6, 80, 8) },
    },
  ],
  tall: () => [
    {
      ...{ large: area(34, 0, 66, 93), small: area(7, 52, 24, 41), size: 7.4 },
      ...{ number: area(7, 19, 20, 8), words: area(7, 97, 86, 22), logo: area(7, 7, 25, 9) },
    },
    {
      ...{ large: area(34, 0, 66, 93), small: area(7, 30, 24, 41), size: 7.4 },
      ...{ number: area(7, 19, 20, 8), words: area(7, 97, 86, 22), logo: area(7, 7, 25, 9) },
    },
  ],
  square: () => [
    {
      ...{ large: area(46, 0, 54, 100), small: area(7, 56, 34, 37), size: 6.6 },
      ...{ number: area(7, 19, 20, 7), words: area(7, 27, 35, 27), logo: area(7, 7, 35, 8) },
    },
    {
      ...{ large: area(46, 0, 54, 100), small: area(7, 56, 34, 37), size: 6.6 },
      ...{ number: area(7, 19, 20, 7), words: area(7, 27, 35, 27), logo: area(7, 7, 35, 8) },
    },
  ],
  wide: (width) => {
    const large = area(width * 0.58, 0, width * 0.42, 100);
    const words = area(9, 46, width * 0.36 - 12, 46);
    const rest = {
      number: area(9, 32, 30, 11),
      words,
      logo: area(9, 9, width * 0.3, 9),
      size: 10.4,
    };
    return [
      { large, small: area(width * 0.36, 44, width * 0.22 - 3, 56), ...rest },
      { large, small: area(width * 0.36, 0, width * 0.22 - 3, 56), ...rest },
    ];
  },
};

/** Spreads of a magazine: the whole and a piece of it, uncovered from two sides. */
export const lookbook: FilmStyle = {
  id: 'lookbook',
  names: { fr: 'Lookbook', en: 'Lookbook' },
  formats: videoFormats,
  roles: ['product', 'opening', 'full', 'text', 'closing'],
  slots: { opening: ['headline'] },
  transition: { kind: 'wipe', side: 'right', durationMs: 460 },
  ground: ({ colours }) => colours.paper,
  plan: (slots) =>
    planShots(slots, { headline: { fr: 'La sélection', en: 'The selection' }[slots.language] }),
  lay(at) {
    const palette = paletteOf(at.brand, 'paper');
    switch (at.part.role) {
      case 'opening':
        return coverLayers(at, palette);
      case 'closing':
        return closingOn(at, 'paper');
      case 'full':
        return fullLayers(at);
      case 'text':
        return textLayers(at, palette, 'wipe');
      default:
        return spreadLayers(at, palette);
    }
  },
  standing: standingOverShots(
    ({ frame }) => spreadOf(frame, 0).logo,
    (brand) => paletteOf(brand, 'paper').ink,
    4.8,
  ),
};

function spreadOf(frame: PartPlace['place']['frame'], index: number): Layout {
  const found = layoutFor(frame, spreads);
  const spread = found[index % found.length];
  if (!spread) throw new Error('a lookbook has spreads');
  return spread;
}

const covers: Layouts<{ photo: Area; words: Area; size: number }> = {
  story: (_width, height) => ({
    ...{ photo: area(24, 62, 76, height - 62), words: area(7, 27, 80, 31), size: 17 },
  }),
  tall: (_width, height) => ({
    ...{ photo: area(24, 40, 76, height - 40), words: area(7, 8, 86, 28), size: 16 },
  }),
  square: () => ({ photo: area(24, 36, 76, 64), words: area(7, 7, 86, 25), size: 15 }),
  wide: (width) => ({
    ...{ photo: area(width * 0.5, 0, width * 0.5, 100), words: area(9, 12, width * 0.5 - 18, 74) },
    size: 18,
  }),
};

function coverLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { photo, words, size } = layoutFor(frame, covers);
  const { headline } = at.part.words;
  const list = headWords({ part: { ...at.part, words: { headline } } }, size, palette, {
    font: serifItalic,
  });
  return [
    block('ground', frame.whole, palette.ground),
    visualLayer(at, boxOf(frame, photo)),
    ...sayWords(at, words, list, { how: 'there', vertical: 'middle' }),
  ];
}

function spreadLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { large, small, number, words, size } = spreadOf(frame, at.nth - 1);
  const comes = { durationMs: Math.min(700, Math.round(at.durationMs / 3)) };
  const whole = visualLayer(at, boxOf(frame, large));
  const piece = closeUpLayer(at, boxOf(frame, small), 'close-up');
  const list: (Words | undefined)[] = [
    {
      ...{ id: 'title', text: at.part.words.title, size, min: 3.6, lines: 3, gap: size * 0.2 },
      ...{ colour: palette.ink, font: serifItalic },
    },
    priceWords(at.part.words, size * 0.7, palette.ink, palette.soft),
  ];
  const which: Words = {
    ...{ id: 'number', text: `${at.nth}`.padStart(2, '0'), size: size * 0.62, spacing: 0.04 },
    ...{ colour: palette.accent, font: sansMedium },
  };
  return [
    block('ground', frame.whole, palette.ground),
    whole && { ...whole, motions: [uncover('bottom', comes)] },
    piece && { ...piece, motions: [uncover('top', { ...comes, delayMs: comes.durationMs / 3 })] },
    ...sayWords(at, number, [which], { how: 'fade', from: 2 }).map((layer) =>
      come(layer, 'fade', 2, at),
    ),
    ...sayWords(at, words, list, { how: 'wipe', from: 3, vertical: 'top' }),
  ];
}

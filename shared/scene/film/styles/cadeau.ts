import type { BadgeLayer, Layer } from '../../scene.ts';
import { mix } from '../../colours.ts';
import { area, boxOf } from '../../templates/compose.ts';
import type { Area } from '../../templates/frame.ts';
import { paletteOf, type Palette } from '../../templates/palette.ts';
import { block, sansMedium, serif, textStyle } from '../../templates/parts.ts';
import { come, uncover } from '../come.ts';
import { closingOn } from '../closing-layers.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import {
  fullLayers,
  layoutFor,
  type Layouts,
  splitLayers,
  standingOverShots,
  textLayers,
  videoFormats,
} from '../plain-parts.ts';
import { planShots } from '../plan-shots.ts';
import { headWords, sayWords, shotWords } from '../say-words.ts';

type Layout = { photo: Area; words: Area; logo: Area & { align?: 'center' }; size: number };

const layouts: Layouts<Layout> = {
  story: (_width, height) => ({
    ...{
      photo: area(12, 68, 76, height - 84),
      words: area(10, 36, 75, 26),
      logo: { ...area(12.5, 25.6, 75, 8), align: 'center' },
    },
    size: 9,
  }),
  tall: (_width, height) => ({
    ...{
      photo: area(20, 21, 60, 68),
      words: area(10, 92.5, 80, height - 102.5),
      logo: { ...area(20, 7, 60, 7), align: 'center' },
    },
    size: 8,
  }),
  square: () => ({
    ...{
      photo: area(9, 10, 40, 80),
      words: area(54, 26, 38, 56),
      logo: area(54, 11, 38, 8),
      size: 7.8,
    },
  }),
  wide: (width) => ({
    ...{
      photo: area(width * 0.1, 9, width * 0.34, 82),
      words: area(width * 0.5, 30, width * 0.5 - 14, 56),
    },
    ...{ logo: area(width * 0.5, 12, width * 0.5 - 14, 10), size: 11 },
  }),
};

/** Ideas for presents: a ribbon is tied around the picture, then each stands in an oval frame. */
export const cadeau: FilmStyle = {
  id: 'idees-cadeaux',
  names: { fr: 'Idées cadeaux', en: 'Gift ideas' },
  formats: videoFormats,
  roles: ['product', 'opening', 'full', 'text', 'closing'],
  transition: { kind: 'cross-fade', durationMs: 520 },
  ground: (brand) => paletteOf(brand, 'tint').ground,
  plan: (slots) =>
    planShots(slots, {
      headline: { fr: 'Idées cadeaux', en: 'Gift ideas' }[slots.language],
      plainRole: 'full',
    }),
  lay(at) {
    const palette = paletteOf(at.brand, 'tint');
    switch (at.part.role) {
      case 'opening':
        return wrappedLayers(at);
      case 'closing':
        return [...closingOn(at, 'tint'), edgeLayer(at, palette)];
      case 'full':
        return fullLayers(at);
      case 'text':
        return [...textLayers(at, palette, 'fade'), edgeLayer(at, palette)];
      default:
        return giftLayers(at, palette);
    }
  },
  standing: standingOverShots(
    ({ frame }) => layoutFor(frame, layouts).logo,
    (brand) => paletteOf(brand, 'tint').ink,
    5,
  ),
};

/** Wrapping paper of the shop's colour under a crossed ribbon, with a label that says what it is. */
function wrappedLayers(at: PartPlace): (Layer | undefined)[] {
  const { frame, centred, top, end } = at.place;
  const palette = paletteOf(at.brand, 'ground');
  const ribbon = paletteOf(at.brand, 'accent').ground;
  const width = frame.shape === 'wide' ? 9 : 11;
  const middle = (top + end) / 2;
  const label = area(centred.x + 2, middle - 23, centred.width - 4, 46);
  const paper = paletteOf(at.brand, 'paper');
  const comes = { durationMs: Math.min(650, Math.round(at.durationMs / 3)) };
  const down = block(
    'ribbon-down',
    boxOf(frame, area(frame.width / 2 - width / 2, 0, width, frame.height)),
    ribbon,
  );
  const across = block(
    'ribbon-across',
    boxOf(frame, area(0, middle - width / 2, frame.width, width)),
    ribbon,
  );
  const sheet = {
    ...block('label', boxOf(frame, label), paper.ground),
    shape: { kind: 'rounded', radiusPx: frame.px(2) },
  } as const;
  const inner = area(label.x + 6, label.y + 5, label.width - 12, label.height - 10);
  return [
    block('ground', frame.whole, palette.ground),
    ...stripes(at, mix(palette.ground, palette.ink, 0.07)),
    { ...down, motions: [uncover('top', comes)] },
    { ...across, motions: [uncover('left', { ...comes, delayMs: comes.durationMs / 2 })] },
    sheet,
    ...sayWords(
      at,
      inner,
      headWords(at, frame.shape === 'wide' ? 15 : 12, paper, { font: serif }),
      {
        ...{ how: 'there', align: 'center', vertical: 'middle' },
      },
    ),
  ];
}

/** Printed on the paper: upright stripes. */
function stripes(at: PartPlace, colour: string): Layer[] {
  const { frame } = at.place;
  const wide = 5;
  return Array.from({ length: Math.floor(frame.width / (2 * wide)) }, (_, index) =>
    block(
      `stripe-${index + 1}`,
      boxOf(frame, area((2 * index + 0.5) * wide, 0, wide, frame.height)),
      colour,
    ),
  );
}

function giftLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { photo, words, size } = layoutFor(frame, layouts);
  const isBelow = frame.shape === 'story' || frame.shape === 'tall';
  const oval = { kind: 'ellipse' } as const;
  return [
    ...splitLayers(at, {
      ...{
        photo,
        words,
        ground: palette.ground,
        clip: oval,
        photoComes: 'pop',
        how: 'rise',
        from: 2,
      },
      list: shotWords(at, size, palette),
      ...(isBelow ? { align: 'center', vertical: 'top' } : { vertical: 'middle' }),
    }),
    { ...ring(at, photo, palette), motions: [{ kind: 'fade', when: 'in', durationMs: 500 }] },
    edgeLayer(at, palette),
    at.ofRole > 1 ? numberTag(at, photo, palette) : undefined,
  ];
}

/** A fine line around the oval, a little apart. */
function ring(
  { place: { frame } }: PartPlace,
  { x, y, width, height }: Area,
  { accent }: Palette,
): Layer {
  const apart = 2;
  return {
    ...{ id: 'ring', kind: 'shape', shape: { kind: 'ellipse' } },
    box: frame.box(x - apart, y - apart, width + 2 * apart, height + 2 * apart),
    stroke: { colour: accent, widthPx: Math.max(2, frame.px(0.35)) },
  };
}

/** The picture's own thin frame. */
function edgeLayer({ place: { frame } }: PartPlace, { accent }: Palette): Layer {
  return {
    ...{ id: 'edge', kind: 'shape', shape: { kind: 'rect' } },
    box: frame.box(3.5, 3.5, frame.width - 7, frame.height - 7),
    stroke: { colour: accent, widthPx: Math.max(2, frame.px(0.35)) },
  };
}

/** Which idea it is, on the rim of the oval. */
function numberTag(at: PartPlace, { x, y, width }: Area, { ink, ground }: Palette): Layer {
  const { frame } = at.place;
  const layer: BadgeLayer = {
    ...{ id: 'number', kind: 'badge', text: `${at.nth}`, fill: ink },
    shape: { kind: 'ellipse' },
    paddingPx: { xPx: frame.px(3.6), yPx: frame.px(2) },
    box: frame.box(x + width / 2 - 10, y - 4, 20, 8.4),
    style: textStyle(frame, {
      ...{ size: 4.2, colour: ground, font: sansMedium, align: 'center', vertical: 'middle' },
    }),
  };
  return come(layer, 'pop', 3, at);
}

import type { BadgeLayer } from '../scene.ts';
import type { Area, Frame } from './frame.ts';
import { area, logoIn, networkFormats, photoIn, pictureTemplate } from './compose.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sans, serif, textStyle } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackWords } from './stack-words.ts';

type Layout = {
  before: Area;
  after: Area;
  /** Corners at which the two words stand. */
  beforeAt: readonly [x: number, y: number];
  afterAt: readonly [x: number, y: number];
  words: Area;
  /** A place of its own for the price; else it follows the title. */
  price?: Area;
  logo: Area;
  size: number;
};

/** How it was and how it is now, side by side. */
export const avantApres = pictureTemplate(
  {
    id: 'avant-apres',
    names: { fr: 'Avant, après', en: 'Before and after' },
    formats: networkFormats,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo', 'beforePhoto'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'paper');
    const { ground, ink, accent, soft } = palette;
    const { before, after, beforeAt, afterAt, words, price, logo, size } = layoutOf(frame);
    const cost = priceWords(slots, size * 0.9, accent, soft);
    const both = slots.beforePhoto !== undefined;
    const said = { fr: ['Avant', 'Après'], en: ['Before', 'After'] }[slots.language];
    return {
      ground,
      layers: [
        slots.beforePhoto && photoIn(frame, slots.beforePhoto, before, undefined, 'before'),
        photoIn(frame, slots.photo, both ? after : around(before, after)),
        ...(both
          ? [
              label(frame, 'before-word', said[0] ?? '', beforeAt, palette, false),
              label(frame, 'after-word', said[1] ?? '', afterAt, palette, true),
            ]
          : []),
        ...stackWords(
          frame,
          words,
          [
            {
              ...{ id: 'title', text: slots.title, size, min: 3.4, lines: 3 },
              colour: ink,
              font: serif,
              gap: 0.8,
            },
            price ? undefined : cost,
          ],
          { vertical: price ? 'bottom' : 'middle', optical: false },
        ),
        ...(price ? stackWords(frame, price, [cost], { optical: false }) : []),
        logoIn(frame, brand, logo, {
          ...{ size: 5, colour: ink },
          align: frame.shape === 'wide' ? 'start' : 'end',
        }),
      ],
    };
  },
);

function label(
  frame: Frame,
  id: string,
  text: string,
  [x, y]: readonly [number, number],
  { ground, ink }: Palette,
  isNow: boolean,
): BadgeLayer {
  const style = textStyle(frame, {
    ...{ size: 3.8, colour: isNow ? ground : ink, font: sans, vertical: 'middle', spacing: 0.01 },
  });
  return {
    ...{ id, kind: 'badge', text, style, fill: isNow ? ink : ground },
    box: frame.box(x, y, 30, 8),
    shape: { kind: 'rounded', radiusPx: frame.px(4) },
    paddingPx: { xPx: frame.px(3.2), yPx: frame.px(1.2) },
  };
}

/** The area of both photos, for one that stands alone. */
function around(a: Area, b: Area): Area {
  return area(a.x, a.y, b.x + b.width - a.x, b.y + b.height - a.y);
}

function layoutOf(frame: Frame): Layout {
  const { width, height } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ before: area(0, 0, 49.6, 74), after: area(50.4, 0, 49.6, 74) },
        ...{ beforeAt: [5, 62], afterAt: [55.4, 62], words: area(7, 77, 58, 20) },
        ...{ logo: area(68, 77, 25, 20), size: 6.4 },
      };
    case 'tall': {
      const top = Math.min(height - 36, frame.titleFoot - 21);
      const cost = Math.min(frame.titleFoot, height - 15);
      const rest = {
        ...{ words: area(7, top + 2, 86, cost - top - 2), price: area(7, cost + 0.5, 54, 10) },
        ...{ logo: area(64, cost + 0.5, 29, 9), size: 7 },
      };
      // Up to 3:4 two columns keep more of both photos than two rows do; a 2:3 has room for rows.
      if (height < 140)
        return {
          ...{ ...rest, before: area(0, 0, 49.6, top), after: area(50.4, 0, 49.6, top) },
          ...{ beforeAt: [5, top - 12], afterAt: [55.4, top - 12] },
        };
      const each = (top - 0.8) / 2;
      return {
        ...{ ...rest, before: area(0, 0, 100, each), after: area(0, each + 0.8, 100, each) },
        ...{ beforeAt: [7, each - 13], afterAt: [7, each + 5.8] },
      };
    }
    case 'story':
      return {
        ...{ before: area(0, 0, 100, 76), after: area(0, 104, 100, height - 104) },
        ...{ beforeAt: [7, 64], afterAt: [7, 106.5], words: area(7, 78, 56, 24) },
        ...{ logo: area(64, 78, 23, 24), size: 7.6 },
      };
    default: {
      const each = width * 0.315;
      const left = 2 * each + 0.8 + 8;
      return {
        ...{ before: area(0, 0, each, 100), after: area(each + 0.8, 0, each, 100) },
        ...{ beforeAt: [6, 86], afterAt: [each + 6.8, 86] },
        ...{
          words: area(left, 22, width - 8 - left, 64),
          logo: area(left, 8, width - 8 - left, 9),
        },
        size: 9,
      };
    }
  }
}

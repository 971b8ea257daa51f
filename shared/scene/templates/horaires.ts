import type { Layer } from '../scene.ts';
import type { HoursLine } from '../template.ts';
import type { Area, Frame } from './frame.ts';
import { area, logoIn, photoIn, pictureTemplate, rule, said, withCover } from './compose.ts';
import { widthEm } from './letter-widths.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sansBody, sansMedium, serifItalic } from './parts.ts';
import { stackWords } from './stack-words.ts';

type Layout = { photo: Area; headline: Area; list: Area; logo: Area; size: number; row: number };

/** When the shop is open: a list like the card at its door. */
export const horaires = pictureTemplate(
  {
    id: 'horaires',
    names: { fr: 'Horaires', en: 'Opening hours' },
    formats: withCover,
    slots: ['photo', 'logo', 'headline', 'hours'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'ground');
    const { ground, ink, accent } = palette;
    const { photo, headline, list, logo, size, row } = layoutOf(frame);
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, photo),
        ...stackWords(frame, headline, [
          {
            ...{ id: 'headline', text: said(slots, { fr: 'Nos horaires', en: 'Opening hours' }) },
            ...{ size, font: serifItalic, colour: accent, spacing: -0.015 },
          },
        ]),
        ...rowLayers(frame, slots.hours ?? [], list, row, palette),
        logoIn(frame, brand, logo, { size: 4.8, colour: ink }),
      ],
    };
  },
);

/** Days at the left, times at the right, a hairline under each. */
function rowLayers(
  frame: Frame,
  hours: readonly HoursLine[],
  list: Area,
  tallest: number,
  { ink, soft, line }: Palette,
): Layer[] {
  const tall = Math.min(tallest, list.height / Math.max(1, hours.length));
  const split = list.width * 0.42;
  // One size for the whole list: the longest line decides.
  const size = Math.min(
    tall * 0.46,
    ...hours.map(({ days }) => (split - 1.5) / (widthEm(days, sansBody) * 1.03)),
    ...hours.map(({ times }) => (list.width - split) / (widthEm(times, sansMedium) * 1.03)),
  );
  return hours.slice(0, 7).flatMap(({ days, times }, index) => {
    const y = list.y + index * tall;
    const middle = { vertical: 'middle', optical: false } as const;
    const words = { size, min: size * 0.55, spacing: 0 };
    return [
      ...stackWords(
        frame,
        area(list.x, y, split - 1, tall),
        [{ ...words, id: `days-${index + 1}`, text: days, colour: soft, font: sansBody }],
        middle,
      ),
      ...stackWords(
        frame,
        area(list.x + split, y, list.width - split, tall),
        [{ ...words, id: `times-${index + 1}`, text: times, colour: ink, font: sansMedium }],
        { ...middle, align: 'end' },
      ),
      ...(index < hours.length - 1
        ? [rule(frame, `line-${index + 1}`, area(list.x, y + tall, list.width, 0.15), line)]
        : []),
    ];
  });
}

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ photo: area(0, 0, 100, 33), headline: area(7, 40, 54, 12), list: area(7, 53, 86, 42) },
        ...{ logo: area(64, 40, 29, 9), size: 10.5, row: 8.4 },
      };
    case 'tall': {
      const split = height - 80;
      return {
        ...{ photo: area(0, 0, 100, split), headline: area(7, split + 8, 86, 12) },
        ...{
          list: area(7, split + 21, 86, 43),
          logo: area(7, height - 13.5, 70, 7),
          size: 11.5,
          row: 9,
        },
      };
    }
    case 'story':
      return {
        ...{ photo: area(0, 102, 100, height - 102), headline: area(7, words.y + 10, 80, 13) },
        ...{
          list: area(7, words.y + 25, 80, 49),
          logo: area(7, words.y, 70, 8),
          size: 12,
          row: 9.4,
        },
      };
    case 'banner':
      return {
        ...{
          photo: area(words.x + words.width * 0.56, 0, width - words.x - words.width * 0.56, 100),
        },
        ...{
          headline: area(words.x, 15, words.width * 0.5, 15),
          list: area(words.x, 31, words.width * 0.5, 43),
        },
        ...{ logo: area(words.x, 78, words.width * 0.5, 8), size: 13, row: 9 },
      };
    default: {
      const wide = width * 0.54 - 16;
      return {
        ...{ photo: area(width * 0.54, 0, width * 0.46, 100), headline: area(9, 10, wide, 16) },
        ...{ list: area(9, 28, wide, 52), logo: area(9, 84, wide, 8), size: 14, row: 10.5 },
      };
    }
  }
}

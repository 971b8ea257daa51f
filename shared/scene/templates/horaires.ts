import type { FontChoice, Layer } from '../scene.ts';
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
        logoIn(frame, brand, logo, {
          ...{ size: 4.8, colour: ink, align: frame.shape === 'square' ? 'end' : 'start' },
        }),
      ],
    };
  },
);

const columnGap = 4;
const biggest = 0.5;
type Row = { days: string; times: readonly string[] };

/** Days at the left, times at the right, a hairline under each. One size for the whole list; times before
 *  and after a pause stand in two lines where that makes all of it larger. */
function rowLayers(
  frame: Frame,
  hours: readonly HoursLine[],
  list: Area,
  tallest: number,
  palette: Palette,
): Layer[] {
  const whole = hours.slice(0, 7).map(({ days, times }): Row => ({ days, times: [times] }));
  const split = whole.map(({ days, times }): Row => ({
    days,
    times: (times[0] ?? '').split(/,\s+/u).slice(0, 2),
  }));
  const isSplit = sizeOf(frame, split, list, tallest) > sizeOf(frame, whole, list, tallest) * 1.08;
  const rows = isSplit ? split : whole;
  const size = sizeOf(frame, rows, list, tallest);
  const tall = rowTall(rows, list, tallest);
  let y = list.y;
  return rows.flatMap((row, index) => {
    const height = tall * shareOf(row);
    const layers = oneRow(frame, row, index, { ...list, y, height }, size, palette);
    y += height;
    const line = rule(frame, `line-${index + 1}`, area(list.x, y, list.width, 0.15), palette.line);
    return index < rows.length - 1 ? [...layers, line] : layers;
  });
}

/** A row of two lines is not twice as tall: its air stays the same. */
const shareOf = ({ times }: Row): number => (times.length > 1 ? 1.55 : 1);

function rowTall(rows: readonly Row[], list: Area, tallest: number): number {
  const shares = rows.reduce((sum, row) => sum + shareOf(row), 0);
  return Math.min(tallest, list.height / Math.max(1, shares));
}

function sizeOf(frame: Frame, rows: readonly Row[], list: Area, tallest: number): number {
  const most = (texts: readonly string[], font: FontChoice): number =>
    Math.max(0.1, ...texts.map((text) => widthEm(text, frame.face(font)) * 1.05));
  const days = most(
    rows.map((row) => row.days),
    sansBody,
  );
  const times = most(
    rows.flatMap((row) => row.times),
    sansMedium,
  );
  return Math.min(
    rowTall(rows, list, tallest) * biggest,
    (list.width - columnGap) / (days + times),
  );
}

function oneRow(
  frame: Frame,
  { days, times }: Row,
  index: number,
  where: Area,
  size: number,
  { ink, soft }: Palette,
): Layer[] {
  const middle = { vertical: 'middle', optical: false } as const;
  const words = { size, min: size * 0.55, spacing: 0 };
  const left = Math.min(where.width * 0.7, widthEm(days, frame.face(sansBody)) * 1.05 * size + 1);
  const right = { ...where, x: where.x + left + 1, width: where.width - left - 1 };
  return [
    ...stackWords(
      frame,
      { ...where, width: left },
      [{ ...words, id: `days-${index + 1}`, text: days, colour: soft, font: sansBody }],
      middle,
    ),
    ...stackWords(
      frame,
      right,
      times.map((text, line) => ({
        ...{ ...words, id: line === 0 ? `times-${index + 1}` : `times-${index + 1}-${line + 1}` },
        ...{ text, colour: ink, font: sansMedium },
      })),
      { ...middle, align: 'end' },
    ),
  ];
}

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ photo: area(0, 0, 100, 33), headline: area(7, 40, 54, 12), list: area(7, 53, 86, 42) },
        ...{ logo: area(64, 40, 29, 9), size: 10.5, row: 9.4 },
      };
    case 'tall': {
      const split = height - 80;
      return {
        ...{ photo: area(0, 0, 100, split), headline: area(7, split + 8, 86, 12) },
        ...{
          list: area(7, split + 21, 86, 43),
          logo: area(7, height - 13.5, 70, 7),
          size: 11.5,
          row: 10.4,
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
          row: 12,
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
        ...{ logo: area(words.x, 78, words.width * 0.5, 8), size: 13, row: 10.4 },
      };
    default: {
      const wide = width * 0.54 - 16;
      return {
        ...{ photo: area(width * 0.54, 0, width * 0.46, 100), headline: area(9, 10, wide, 16) },
        ...{ list: area(9, 28, wide, 52), logo: area(9, 84, wide, 8), size: 14, row: 13 },
      };
    }
  }
}

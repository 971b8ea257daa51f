import type { Layer } from '../scene.ts';
import type { PictureSlots, ProductSlot } from '../template.ts';
import type { Area, Frame, Shape } from './frame.ts';
import { area, logoIn, photoIn, pictureTemplate, said, withCover } from './compose.ts';
import { paletteOf, type Palette } from './palette.ts';
import { serif, serifItalic } from './parts.ts';
import { stackWords } from './stack-words.ts';

const gap = 3;

/** Two to six products beside each other, each with its name and price. */
export const grille = pictureTemplate(
  {
    id: 'grille',
    names: { fr: 'Sélection', en: 'Selection' },
    formats: withCover,
    slots: ['products', 'headline', 'logo'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'paper');
    const { ground, ink, accent } = palette;
    const { headline, logo, cells, size } = layoutOf(frame);
    return {
      ground,
      layers: [
        ...stackWords(
          frame,
          headline,
          [
            {
              ...{ id: 'headline', text: said(slots, { fr: 'Notre sélection', en: 'Our picks' }) },
              ...{
                size,
                font: serifItalic,
                colour: accent,
                lines: frame.shape === 'banner' ? 3 : 1,
              },
            },
          ],
          { vertical: 'middle', optical: false },
        ),
        logoIn(frame, brand, logo, { size: 5, colour: ink, align: 'end' }),
        ...gridLayers(frame, productsOf(slots), cells, palette),
      ],
    };
  },
);

/** At most six; the one product itself when there are no others. */
export function productsOf(slots: PictureSlots): readonly ProductSlot[] {
  const { photo, title, price, oldPrice } = slots;
  const products = slots.products ?? [];
  return products.length > 0 ? products.slice(0, 6) : [{ photo, title, price, oldPrice }];
}

/** How many stand in each row. */
function rowsOf(count: number, shape: Shape): readonly number[] {
  if (shape === 'wide' || shape === 'banner') return [count];
  if (shape === 'tall')
    return [[1], [1, 1], [1, 2], [2, 2], [1, 2, 2], [2, 2, 2]][count - 1] ?? [2];
  return [[1], [2], [1, 2], [2, 2], [2, 3], [3, 3]][count - 1] ?? [3, 3];
}

/** In a story words stand above the photos, and the last row runs down to the foot, behind the bars. */
function gridLayers(
  frame: Frame,
  products: readonly ProductSlot[],
  cells: Area,
  palette: Palette,
): Layer[] {
  const rows = rowsOf(products.length, frame.shape);
  const tall = (cells.height - gap * (rows.length - 1)) / rows.length;
  let next = 0;
  return rows.flatMap((count, row) => {
    const y = cells.y + row * (tall + gap);
    const wide = (cells.width - gap * (count - 1)) / count;
    const isLast = row === rows.length - 1;
    const height = frame.shape === 'story' && isLast ? frame.height - y : tall;
    return Array.from({ length: count }, (_, column) => {
      const product = products[next];
      const cell = area(cells.x + column * (wide + gap), y, wide, height);
      next += 1;
      return product ? cellLayers(frame, product, cell, `${next}`, palette) : [];
    }).flat();
  });
}

function cellLayers(
  frame: Frame,
  { photo, title, price, oldPrice }: ProductSlot,
  cell: Area,
  id: string,
  { ink, accent, soft }: Palette,
): Layer[] {
  const isWide = cell.width > 60;
  const size = isWide ? 5 : cell.width > 35 ? 4 : 3.2;
  const caption = isWide ? 8.5 : cell.width > 35 ? 12.5 : 12;
  const above = frame.shape === 'story';
  const words = area(cell.x, above ? cell.y : cell.y + cell.height - caption, cell.width, caption);
  const picture = area(
    cell.x,
    above ? cell.y + caption : cell.y,
    cell.width,
    cell.height - caption - (above ? 0 : 1.2),
  );
  const name = { id: `title-${id}`, text: title, size, min: 1.7, colour: ink, font: serif };
  const cost = price !== undefined && {
    ...{ id: `price-${id}`, text: price, size, colour: accent, font: serif },
    price: oldPrice === undefined ? {} : { oldText: oldPrice, oldColour: soft },
  };
  const side = { align: 'end', vertical: 'middle', optical: false } as const;
  const under = { vertical: above ? 'bottom' : 'top', optical: false } as const;
  const split = cell.width * 0.64;
  return [
    photoIn(frame, photo, picture, undefined, `photo-${id}`),
    ...(isWide
      ? [
          ...stackWords(frame, { ...words, width: split - 2 }, [{ ...name, lines: 2 }], {
            ...{ vertical: 'middle', optical: false },
          }),
          ...(cost
            ? stackWords(
                frame,
                { ...words, x: cell.x + split, width: cell.width - split },
                [cost],
                side,
              )
            : []),
        ]
      : stackWords(frame, words, [{ ...name, lines: 3, gap: 0 }, cost || undefined], under)),
  ];
}

function layoutOf(frame: Frame): { headline: Area; logo: Area; cells: Area; size: number } {
  const { width, height, words } = frame;
  if (frame.shape === 'story')
    return {
      ...{ headline: area(7, words.y + 7, 80, 12), logo: area(7, words.y, 80, 7) },
      ...{ cells: area(7, words.y + 20, 81, 76), size: 9.6 },
    };
  if (frame.shape === 'banner')
    return {
      ...{ headline: area(46, 16, 40, 44), logo: area(46, 64, 40, 12) },
      ...{ cells: area(92, 9, words.x + words.width - 92, 82), size: 12 },
    };
  const head = frame.shape === 'tall' ? 12 : 10;
  return {
    headline: area(7, 6, (width - 14) * 0.64, head),
    logo: area(7 + (width - 14) * 0.66, 6, (width - 14) * 0.34, head),
    cells: area(7, 6 + head + 3, width - 14, height - head - 15),
    size: frame.shape === 'wide' ? 9 : 8.4,
  };
}

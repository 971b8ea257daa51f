import type { Layer } from '../scene.ts';
import type { PictureSlots, ProductSlot } from '../template.ts';
import { area, logoIn, photoIn, pictureTemplate, said, withCover } from './compose.ts';
import { commonSize } from './fit-words.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { rowsOf } from './grid-rows.ts';
import { paletteOf, type Palette } from './palette.ts';
import { serif, serifItalic } from './parts.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

const gap = 3;
const captionGap = 1.4;
/** Of more, a story's rows would be slices. */
const mostInRows = 4;
const seam = 1.2;

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
    const lines = frame.shape === 'banner' ? 3 : 1;
    return {
      ground,
      layers: [
        ...stackWords(
          frame,
          headline,
          [
            {
              ...{ id: 'headline', text: said(slots, { fr: 'Notre sélection', en: 'Our picks' }) },
              ...{ size, font: serifItalic, colour: accent, lines },
            },
          ],
          { vertical: 'middle', optical: false },
        ),
        logoIn(frame, brand, logo, {
          ...{ size: 5, colour: ink, align: frame.shape === 'banner' ? 'start' : 'end' },
        }),
        ...(frame.shape === 'story' && productsOf(slots).length > mostInRows
          ? mosaicLayers(frame, productsOf(slots), cells, palette)
          : gridLayers(frame, productsOf(slots), cells, palette)),
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

type Cell = { product: ProductSlot; column: Area; words: Words[]; caption: number };

/** Rows of cells. All captions of a row are as tall as its tallest, and what they leave is photo, equally
 *  in every row. In a story the last row runs down to the foot behind the bars, its words above it. */
function gridLayers(
  frame: Frame,
  products: readonly ProductSlot[],
  cells: Area,
  palette: Palette,
): Layer[] {
  const rows = cellRows(frame, products, cells, palette);
  const captions = rows.map((row) => Math.max(...row.map(({ caption }) => caption)) + captionGap);
  const taken = captions.reduce((sum, one) => sum + one, 0) + gap * (rows.length - 1);
  const isStory = frame.shape === 'story';
  const whole = isStory && rows.length === 1 ? cells.height : cells.height - taken;
  // Of a story's last row the free part is only its words: the photo lies below them.
  const shared = isStory ? Math.max(1, rows.length - 1) : rows.length;
  const tall = whole / shared;
  let y = cells.y;
  return rows.flatMap((row, index) => {
    const isLast = isStory && index === rows.length - 1;
    const caption = captions[index] ?? 0;
    const top = isLast ? y + caption : y;
    const height = isLast ? frame.height - top : tall;
    const wordsY = isLast ? y : y + tall + captionGap;
    y += height + caption + gap;
    return row.flatMap((cell) => cellLayers(frame, cell, { top, height, wordsY }));
  });
}

/** In a story five or six stand as a wall of photos that runs to the edges and down behind the bars; their
 *  words stand above it in the same order, two by two. */
function mosaicLayers(
  frame: Frame,
  products: readonly ProductSlot[],
  cells: Area,
  palette: Palette,
): Layer[] {
  const counts = [2, 2, products.length - 4];
  const rows = cellRows(frame, products, cells, palette, counts);
  let y = cells.y;
  const words = rows.flatMap((row) => {
    const top = y;
    y += Math.max(...row.map(({ caption }) => caption)) + gap;
    return row.flatMap(({ column, words: said }) =>
      stackWords(frame, { ...column, y: top }, said, { optical: false }),
    );
  });
  const tall = (frame.height - y - seam * (rows.length - 1)) / rows.length;
  const photos = rows.flatMap((row, index) =>
    row.map(({ product, words: said }, column) => {
      const wide = (frame.width - seam * (row.length - 1)) / row.length;
      const where = area(column * (wide + seam), y + index * (tall + seam), wide, tall);
      return photoIn(frame, product.photo, where, undefined, photoId(said));
    }),
  );
  return [...photos, ...words];
}

const photoId = (words: readonly Words[]): string => `photo-${words[0]?.id.slice(6) ?? ''}`;

function cellRows(
  frame: Frame,
  products: readonly ProductSlot[],
  cells: Area,
  palette: Palette,
  counts: readonly number[] = rowsOf(products.length, frame),
): Cell[][] {
  let next = 0;
  return counts.map((count) => {
    const wide = (cells.width - gap * (count - 1)) / count;
    const shown = products.slice(next, next + count);
    const first = next;
    next += count;
    const size = nameSize(shown, wide, frame);
    return shown.map((product, column) => {
      const where = area(cells.x + column * (wide + gap), 0, wide, 16);
      const words = captionWords(product, `${first + column + 1}`, size, palette);
      return { product, column: where, words, caption: stackHeight(where, words, frame) };
    });
  });
}

/** One size for the names of a row: side by side each difference shows. */
function nameSize(products: readonly ProductSlot[], width: number, frame: Frame): number {
  const size = width > 60 ? 5 : width > 35 ? 4.2 : 3.4;
  const wishes = products.map(({ title: text }) => ({
    ...{ text, font: frame.face(serif), size, min: 1.7, lines: 3, width },
  }));
  return commonSize(wishes, size, size * 0.76);
}

function captionWords(
  { title, price, oldPrice }: ProductSlot,
  id: string,
  size: number,
  { ink, accent, soft }: Palette,
): Words[] {
  const name = {
    id: `title-${id}`,
    text: title,
    size,
    min: 1.7,
    lines: 3,
    colour: ink,
    font: serif,
  };
  if (price === undefined) return [name];
  const old = oldPrice === undefined ? {} : { oldText: oldPrice, oldColour: soft };
  return [name, { id: `price-${id}`, text: price, size, colour: accent, font: serif, price: old }];
}

function cellLayers(
  frame: Frame,
  { product, column, words }: Cell,
  at: { top: number; height: number; wordsY: number },
): Layer[] {
  const picture = { ...column, y: at.top, height: at.height };
  return [
    photoIn(frame, product.photo, picture, undefined, photoId(words)),
    ...stackWords(frame, { ...column, y: at.wordsY }, words, { optical: false }),
  ];
}

function layoutOf(frame: Frame): { headline: Area; logo: Area; cells: Area; size: number } {
  const { width, height, words } = frame;
  if (frame.shape === 'story')
    return {
      ...{ headline: area(margin, words.y + 7, 80, 12), logo: area(margin, words.y, 80, 7) },
      ...{ cells: area(margin, words.y + 20, 81, words.height - 20), size: 9.6 },
    };
  if (frame.shape === 'banner')
    return {
      ...{ headline: area(46, 16, 40, 44), logo: area(46, 66, 40, 12) },
      ...{ cells: area(90, 9, words.x + words.width - 90, 82), size: 12 },
    };
  const head = frame.shape === 'tall' ? 12 : 10;
  const wide = width - 2 * margin;
  return {
    headline: area(margin, 5.5, wide * 0.64, head),
    logo: area(margin + wide * 0.66, 5.5, wide * 0.34, head),
    cells: area(margin, 5.5 + head + 2.5, wide, height - head - 8 - margin),
    size: frame.shape === 'wide' ? 9 : 8.4,
  };
}

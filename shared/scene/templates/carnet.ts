import type { Layer, Scene } from '../scene.ts';
import type { Brand, PictureSlots, PictureTemplate, ProductSlot } from '../template.ts';
import { area, logoIn, networkFormats, panel, photoIn, rule, said } from './compose.ts';
import { frameOf, pictureScene, type Area, type Frame } from './frame.ts';
import { productsOf } from './grille.ts';
import { paletteOf } from './palette.ts';
import { sansMedium, serif, serifItalic, serifLight } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackWords } from './stack-words.ts';

type Slide = { frame: Frame; brand: Brand; number: number; count: number };

/** A notebook to leaf through: a cover, a page for each product, a last page. One line runs through
 *  all of them at the same height, with the page's own place on it. */
export const carnet: PictureTemplate = {
  id: 'carnet',
  kind: 'picture',
  names: { fr: 'Carnet', en: 'Notebook' },
  formats: networkFormats,
  slots: ['products', 'headline', 'logo', 'lines'],
  fill(slots, format, brand) {
    return cover(slideOf(slots, frameOf(format, brand.fonts), brand, 0), slots);
  },
  fillSlides(slots, format, brand) {
    const frame = frameOf(format, brand.fonts);
    const products = productsOf(slots);
    return [
      cover(slideOf(slots, frame, brand, 0), slots),
      ...products.map((product, index) => page(slideOf(slots, frame, brand, index + 1), product)),
      end(slideOf(slots, frame, brand, products.length + 1), slots),
    ];
  },
};

function slideOf(slots: PictureSlots, frame: Frame, brand: Brand, number: number): Slide {
  return { frame, brand, number, count: productsOf(slots).length + 2 };
}

function cover(slide: Slide, slots: PictureSlots): Scene {
  const { frame, brand } = slide;
  const { ground, ink, accent, soft } = paletteOf(brand, 'paper');
  const { photo, words, logo, size } = layoutOf(frame);
  const products = productsOf(slots);
  const count = products.length;
  const many = slots.language === 'fr' ? `${count} à découvrir` : `${count} to discover`;
  return pictureScene(frame, ground, [
    ...coverPhotos(frame, products.length > 0 ? products : [slots], photo),
    logoIn(frame, brand, logo, { size: 5, colour: ink }),
    ...stackWords(
      frame,
      words,
      [
        {
          ...{
            id: 'headline',
            text: said(slots, { fr: 'Le carnet du moment', en: 'This week’s notebook' }),
          },
          ...{ size: size * 1.25, min: 5, lines: 2, colour: accent, font: serifItalic, gap: 1 },
        },
        count > 1
          ? {
              id: 'count',
              text: many,
              size: size * 0.5,
              colour: soft,
              font: sansMedium,
              spacing: 0,
            }
          : undefined,
      ],
      { vertical: 'middle', optical: false },
    ),
    ...threadLayers(slide, ink),
  ]);
}

const coverGap = 1.4;

/** Up to three of the products: the first one large, the next ones beside it or, in a high place, below. */
function coverPhotos(
  frame: Frame,
  products: readonly Pick<ProductSlot, 'photo'>[],
  { x, y, width, height }: Area,
): Layer[] {
  const [first, ...others] = products.slice(0, 3);
  if (!first) return [];
  if (others.length === 0) return [photoIn(frame, first.photo, area(x, y, width, height))];
  const isHigh = height > width;
  const along = isHigh ? height : width;
  const across = isHigh ? width : height;
  const large = (along - coverGap) * (others.length === 1 ? 0.5 : 0.62);
  const small = (across - coverGap * (others.length - 1)) / others.length;
  const rest = along - coverGap - large;
  return [
    photoIn(frame, first.photo, area(x, y, isHigh ? width : large, isHigh ? large : height)),
    ...others.map(({ photo }, index) => {
      const at = index * (small + coverGap);
      const where = isHigh
        ? area(x + at, y + large + coverGap, small, rest)
        : area(x + large + coverGap, y + at, rest, small);
      return photoIn(frame, photo, where, undefined, `photo-${index + 2}`);
    }),
  ];
}

function page(slide: Slide, product: ProductSlot): Scene {
  const { frame, brand, number } = slide;
  const { ground, ink, accent, soft } = paletteOf(brand, number % 2 === 0 ? 'tint' : 'paper');
  const { photo, words, size } = layoutOf(frame);
  const numeral = area(words.x, words.y, size * 2, words.height);
  const rest = area(words.x + size * 2, words.y, words.width - size * 2, words.height);
  const middle = { vertical: 'middle', optical: false } as const;
  return pictureScene(frame, ground, [
    photoIn(frame, product.photo, photo),
    ...stackWords(
      frame,
      numeral,
      [{ id: 'number', text: `${number}`, size: size * 2.2, colour: accent, font: serifLight }],
      middle,
    ),
    ...stackWords(
      frame,
      rest,
      [
        {
          ...{ id: 'title', text: product.title, size: size * 0.86, min: 3, lines: 3, gap: 0.8 },
          colour: ink,
          font: serif,
        },
        priceWords(product, size * 0.8, accent, soft),
      ],
      middle,
    ),
    ...threadLayers(slide, ink),
  ]);
}

function end(slide: Slide, slots: PictureSlots): Scene {
  const { frame, brand } = slide;
  const { ground, ink, accent } = paletteOf(brand, 'ground');
  const { words: at, shape, width, height } = frame;
  const centre =
    shape === 'story' ? area(13, at.y, 74, at.height) : area(12, 14, width - 24, height - 32);
  const last =
    slots.lines?.join(' ') ||
    { fr: 'À retrouver en boutique', en: 'Find them in our shop' }[slots.language];
  const logo = area(centre.x, centre.y, centre.width, 12);
  const words = area(centre.x, centre.y + 16, centre.width, centre.height - 22);
  return pictureScene(frame, ground, [
    panel(frame, 'ground', frame.wholeArea, ground),
    logoIn(frame, brand, logo, { size: 7, colour: accent, align: 'center' }),
    ...stackWords(
      frame,
      words,
      [{ ...{ id: 'lines', text: last, size: 11, min: 3.4, lines: 5 }, colour: ink, font: serif }],
      { align: 'center', vertical: 'middle' },
    ),
    ...threadLayers(slide, ink),
  ]);
}

/** The line through all pages and the dot where this one stands. */
function threadLayers({ frame, number, count }: Slide, ink: string): Layer[] {
  const y = layoutOf(frame).thread;
  const x = 7 + ((frame.width - 14) * number) / Math.max(1, count - 1);
  return [
    rule(
      frame,
      'thread',
      area(number === 0 ? 7 : 0, y, frame.width - (number === 0 ? 7 : 0), 0.2),
      `${ink}80`,
    ),
    {
      ...{ id: 'place', kind: 'shape', box: frame.box(x - 1, y - 0.9, 2, 2), fill: ink },
      shape: { kind: 'ellipse' },
    },
  ];
}

type Layout = { photo: Area; words: Area; logo: Area; thread: number; size: number };

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'story':
      return {
        ...{ photo: area(7, 77, 86, height - 77), words: area(7, words.y + 10, 80, 32) },
        ...{ logo: area(7, words.y, 80, 8), thread: 71, size: 9 },
      };
    case 'wide': {
      const left = width * 0.5 + 8;
      return {
        ...{ photo: area(0, 0, width * 0.5, 86), words: area(left, 24, width - 9 - left, 56) },
        ...{ logo: area(left, 10, width - 9 - left, 9), thread: 93, size: 11 },
      };
    }
    default: {
      const foot = frame.shape === 'square' ? 24 : 27;
      return {
        ...{
          photo: area(7, 16, 86, height - 16 - foot - 9),
          words: area(7, height - foot - 8, 86, foot),
        },
        ...{
          logo: area(7, 5, 86, 7),
          thread: height - 6.2,
          size: frame.shape === 'square' ? 6.8 : 7.6,
        },
      };
    }
  }
}

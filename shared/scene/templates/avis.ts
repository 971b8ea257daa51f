import type { Language } from '../../contract/shapes.ts';
import type { PictureSlots, QuoteSlot } from '../template.ts';
import { area, logoIn, networkFormats, photoIn, pictureTemplate } from './compose.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sans, sansBody, serifLight } from './parts.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

type Layout = { photo: Area; quote: Area; by: Area; logo: Area };

/** What a customer said, in large letters, beside what it was said about. */
export const avis = pictureTemplate(
  {
    id: 'avis',
    names: { fr: 'Avis', en: 'Review' },
    formats: networkFormats,
    slots: ['photo', 'title', 'logo', 'quote'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'ground');
    const { ground, ink } = palette;
    const small = { square: 3.5, tall: 3.8, story: 4.2, wide: 4.4, banner: 4.4 }[frame.shape];
    const list = quoteWords(frame, slots, small, palette);
    const { photo, quote, by, logo } = layoutOf(frame, list);
    const isColumn = frame.shape === 'square' || frame.shape === 'wide';
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, photo),
        ...stackWords(frame, quote, list, { vertical: isColumn ? 'middle' : 'top' }),
        ...stackWords(frame, by, authorWords(slots, small, palette), {
          ...{ vertical: isColumn ? 'bottom' : 'middle', optical: isColumn },
        }),
        logoIn(frame, brand, logo, {
          ...{ size: small * 1.3, colour: ink, align: frame.shape === 'square' ? 'start' : 'end' },
        }),
      ],
    };
  },
);

function quoteWords(
  { shape }: Frame,
  slots: PictureSlots,
  small: number,
  { ink, accent }: Palette,
): Words[] {
  const size = { square: 7.6, tall: 7.7, story: 8.8, wide: 9, banner: 9 }[shape];
  return [
    {
      ...{ id: 'stars', text: starsOf(slots.quote), size: small * 1.3, colour: accent },
      ...{ font: sans, spacing: 0.12, gap: small * 0.8 },
    },
    {
      ...{ id: 'quote', text: quoted(slots.quote, slots.title, slots.language), size, min: 3.2 },
      ...{ lines: 11, colour: ink, font: serifLight, lineHeight: 1.2, spacing: -0.005 },
    },
  ];
}

function authorWords(
  slots: PictureSlots,
  small: number,
  { ink, soft }: Palette,
): (Words | undefined)[] {
  return [
    { id: 'author', text: slots.quote?.author, size: small, colour: ink, font: sans, gap: 0.3 },
    slots.quote && {
      ...{ id: 'product', text: slots.title, size: small * 0.88, min: 2.4, lines: 2 },
      ...{ colour: soft, font: sansBody, spacing: 0, lineHeight: 1.25 },
    },
  ];
}

/** With the quotation marks of the language; without a quote the product's name stands alone. */
function quoted(quote: QuoteSlot | undefined, title: string, language: Language): string {
  if (!quote || quote.text.trim() === '') return title;
  const bare = quote.text.trim().replace(/^[«“"]\s*|\s*[»”"]$/gu, '');
  return language === 'fr' ? `«\u00A0${bare}\u00A0»` : `“${bare}”`;
}

function starsOf(quote: QuoteSlot | undefined): string | undefined {
  if (!quote?.stars) return undefined;
  return '★'.repeat(Math.min(5, Math.max(1, Math.round(quote.stars))));
}

function layoutOf(frame: Frame, list: readonly Words[]): Layout {
  const { width, height, words } = frame;
  if (frame.shape === 'square')
    return {
      ...{ photo: area(62, 0, 38, 100), logo: area(margin, 7, 49, 8) },
      ...{ quote: area(margin, 19, 49, 58), by: area(margin, 80, 49, 13) },
    };
  if (frame.shape === 'wide') {
    const left = width * 0.4;
    const x = left + 9;
    const wide = width - 8 - x;
    return {
      ...{ photo: area(0, 0, left, 100), logo: area(x + wide * 0.6, 79, wide * 0.4, 13) },
      ...{ quote: area(x, 9, wide, 64), by: area(x, 79, wide * 0.58, 13) },
    };
  }
  if (frame.shape === 'story') {
    const quote = area(margin, words.y + 11, words.width, 58);
    const by = area(margin, quote.y + stackHeight(quote, list, frame) + 1.5, words.width, 12);
    const top = Math.max(94, by.y + by.height + 3);
    return {
      ...{ photo: area(0, top, 100, height - top), quote, by },
      logo: area(margin, words.y, words.width, 8),
    };
  }
  const foot = height - 19;
  const quote = area(margin, 0, 86, foot - 40 - 9);
  const tall = Math.min(quote.height, stackHeight(quote, list, frame));
  const split = Math.min(height * 0.64, foot - tall - 11);
  return {
    photo: area(0, 0, 100, split),
    quote: { ...quote, y: split + 7, height: foot - split - 9 },
    ...{ by: area(margin, foot, 52, 12), logo: area(62, foot, 31, 12) },
  };
}

import type { QuoteSlot } from '../template.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Area, Frame } from './frame.ts';
import { area, logoIn, networkFormats, photoIn, pictureTemplate } from './compose.ts';
import { paletteOf } from './palette.ts';
import { sans, sansBody, serifLight } from './parts.ts';
import { stackWords, type Words } from './stack-words.ts';

type Layout = {
  photo: Area;
  round?: true;
  quote: Area;
  by: Area;
  logo: Area;
  size: number;
  small: number;
};

/** What a customer said, in large letters. */
export const avis = pictureTemplate(
  {
    id: 'avis',
    names: { fr: 'Avis', en: 'Review' },
    formats: networkFormats,
    slots: ['photo', 'title', 'logo', 'quote'],
  },
  (frame, slots, brand) => {
    const { ground, ink, accent, soft } = paletteOf(brand, 'ground');
    const { photo, round, quote, by, logo, size, small } = layoutOf(frame);
    const said: Words = {
      ...{ id: 'quote', text: quoted(slots.quote, slots.title, slots.language), size, min: 3.2 },
      ...{ lines: 9, colour: ink, font: serifLight, lineHeight: 1.22, spacing: -0.005 },
    };
    const stars: Words = {
      ...{ id: 'stars', text: starsOf(slots.quote), size: small * 1.3, colour: accent },
      ...{ font: sans, spacing: 0.12, gap: small * 0.9 },
    };
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, photo, round && { kind: 'ellipse' }),
        ...stackWords(frame, quote, [stars, said], {
          vertical: frame.shape === 'square' || frame.shape === 'wide' ? 'middle' : 'top',
        }),
        ...stackWords(
          frame,
          by,
          [
            {
              ...{ id: 'author', text: slots.quote?.author, size: small },
              colour: ink,
              font: sans,
              gap: 0.3,
            },
            slots.quote && {
              ...{ id: 'product', text: slots.title, size: small * 0.86, min: 2.4, lines: 2 },
              ...{ colour: soft, font: sansBody, spacing: 0, lineHeight: 1.25 },
            },
          ],
          { vertical: 'middle', optical: false },
        ),
        logoIn(frame, brand, logo, { size: small * 1.3, colour: ink, align: 'end' }),
      ],
    };
  },
);

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

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ photo: area(7, 74, 19, 19), round: true, quote: area(7, 9, 86, 58) },
        ...{ by: area(30, 74, 36, 19), logo: area(68, 74, 25, 19), size: 9, small: 3.7 },
      };
    case 'story':
      return {
        ...{ photo: area(0, 100, 100, height - 100), quote: area(7, words.y + 11, 80, 48) },
        ...{ by: area(7, 85.5, 80, 11), logo: area(7, words.y, 80, 8), size: 8.6, small: 4.2 },
      };
    case 'tall': {
      const split = height - 78;
      return {
        ...{ photo: area(0, 0, 100, split), quote: area(7, split + 7, 86, 50) },
        ...{ by: area(7, height - 18, 52, 12), logo: area(62, height - 18, 31, 12) },
        ...{ size: 7.8, small: 3.7 },
      };
    }
    default: {
      const left = width * 0.36;
      const x = left + 9;
      const wide = width - 9 - x;
      return {
        ...{ photo: area(0, 0, left, 100), quote: area(x, 10, wide, 58) },
        ...{ by: area(x, 76, wide * 0.58, 15), logo: area(x + wide * 0.62, 76, wide * 0.38, 15) },
        ...{ size: 9, small: 4.3 },
      };
    }
  }
}

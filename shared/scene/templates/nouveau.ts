import type { Area, Frame } from './frame.ts';
import { area, logoIn, photoIn, pictureTemplate, said, withCover } from './compose.ts';
import { paletteOf } from './palette.ts';
import { serif, serifItalic } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackWords } from './stack-words.ts';

type Layout = {
  circle: Area;
  headline: Area;
  words: Area;
  /** A place of its own for the price; else it follows the title. */
  price?: Area;
  logo: Area;
  sizes: { headline: number; title: number; price: number; logo: number };
};

/** Something new: a round window and one large word in italics. */
export const nouveau = pictureTemplate(
  {
    id: 'nouveau',
    names: { fr: 'Nouveauté', en: 'New in' },
    formats: withCover,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo', 'headline'],
  },
  (frame, slots, brand) => {
    const { ground, ink, accent } = paletteOf(brand, 'paper');
    const { circle, headline, words, price, logo, sizes } = layoutOf(frame);
    const cost = priceWords(slots, sizes.price, ink, ink);
    const isTall = frame.shape === 'tall';
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, circle, { kind: 'ellipse' }),
        ...stackWords(frame, headline, [
          {
            ...{ id: 'headline', text: said(slots, { fr: 'Nouveauté', en: 'New in' }) },
            ...{ size: sizes.headline, font: serifItalic, colour: accent, spacing: -0.02 },
          },
        ]),
        logoIn(frame, brand, logo, { size: sizes.logo, colour: ink }),
        ...stackWords(
          frame,
          words,
          [
            {
              ...{ id: 'title', text: slots.title, size: sizes.title, min: 3.6, lines: 3 },
              ...{ colour: ink, font: serif, gap: 0.8 },
            },
            price ? undefined : cost,
          ],
          { vertical: frame.shape === 'story' ? 'top' : 'bottom', optical: !isTall },
        ),
        ...(price
          ? stackWords(frame, price, [cost], {
              vertical: isTall ? 'top' : 'bottom',
              optical: !isTall,
            })
          : []),
      ],
    };
  },
);

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        circle: area(38, 22, 55, 55),
        headline: area(7, 7, 86, 18),
        words: area(7, 78.5, 86, 14.5),
        logo: area(7, 27, 29, 8),
        sizes: { headline: 17.5, title: 6.6, price: 6, logo: 5 },
      };
    case 'tall': {
      const foot = Math.min(frame.titleFoot, height - 18);
      const side = Math.min(86, foot - 49);
      return {
        circle: area(93 - side, 30, side, side),
        headline: area(7, 15, 86, 16),
        words: area(7, 32 + side, 86, foot - 32 - side),
        price: area(7, foot + 0.5, 86, 11),
        logo: area(7, 6.5, 60, 7),
        sizes: { headline: 15.5, title: 7.6, price: 7.4, logo: 5 },
      };
    }
    case 'story':
      return {
        circle: area(6, 82, 88, 88),
        headline: area(7, words.y + 9, 80, 18),
        words: area(7, words.y + 28, 80, 28),
        logo: area(7, words.y, 70, 8),
        sizes: { headline: 16, title: 8.6, price: 8.6, logo: 6 },
      };
    default: {
      const start = frame.shape === 'banner' ? words.x : 7;
      const side = frame.shape === 'banner' ? 76 : 86;
      const left = start + side + 9;
      const right = frame.shape === 'banner' ? words.x + words.width : width - 8;
      return {
        circle: area(start, (100 - side) / 2, side, side),
        headline: area(left, 27, right - left, 22),
        words: area(left, 48, right - left, 42),
        logo: area(left, 9, right - left, 9),
        sizes: { headline: 17, title: 9.4, price: 9.4, logo: 6.4 },
      };
    }
  }
}

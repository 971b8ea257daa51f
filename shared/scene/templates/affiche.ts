import type { Area, Frame } from './frame.ts';
import { area, logoIn, photoIn, pictureTemplate, withCover } from './compose.ts';
import { serifLight } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackHeight, stackWords } from './stack-words.ts';
import { straw, veilOver } from './veils.ts';

type Layout = { logo: Area; words: Area; size: number; logoSize: number };

/** The photo alone, edge to edge, with the words at its foot; in a story at its head. */
export const affiche = pictureTemplate(
  {
    id: 'affiche',
    names: { fr: 'Affiche', en: 'Poster' },
    formats: withCover,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  },
  (frame, slots, brand) => {
    const { logo, words, size, logoSize } = layoutOf(frame);
    const list = [
      {
        ...{ id: 'title', text: slots.title, size, min: 4.6, lines: 3, gap: size * 0.1 },
        ...{ colour: '#FFFFFF', font: serifLight },
      },
      priceWords(slots, size * 0.88, straw, '#F3EBDD'),
    ];
    const tall = stackHeight(words, list, frame);
    const isWide = frame.shape === 'wide' || frame.shape === 'banner';
    const isStory = frame.shape === 'story';
    const end = words.y + words.height;
    return {
      ground: '#2A2A26',
      layers: [
        photoIn(frame, slots.photo, frame.wholeArea),
        ...(isWide
          ? [veilOver(frame, slots.photo, 'left', words.x + words.width)]
          : isStory
            ? [veilOver(frame, slots.photo, 'top', words.y + tall)]
            : [
                veilOver(frame, slots.photo, 'foot', end - tall),
                veilOver(frame, slots.photo, 'top', logo.y + logo.height, '#FFFFFF'),
              ]),
        logoIn(frame, brand, logo, { size: logoSize, colour: '#FFFFFF' }),
        ...stackWords(frame, words, list, { vertical: isStory ? 'top' : 'bottom' }),
      ],
    };
  },
);

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'story':
      return {
        ...{ logo: area(7, words.y, 80, 9), words: area(7, words.y + 12, 80, 48) },
        ...{ size: 11.5, logoSize: 6.4 },
      };
    case 'wide':
      return {
        ...{ logo: area(8, 8, 80, 9), words: area(8, 22, width * 0.48, 70) },
        ...{ size: 12, logoSize: 7 },
      };
    case 'banner':
      return {
        ...{ logo: area(words.x, 12, 90, 10), words: area(words.x, 24, 92, 63) },
        ...{ size: 13, logoSize: 7 },
      };
    default:
      return {
        ...{ logo: area(7, 5.5, 60, 8), words: area(7, height - 49, 86, 42) },
        ...{ size: 9.8, logoSize: 5.8 },
      };
  }
}

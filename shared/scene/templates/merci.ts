import type { Area, Frame } from './frame.ts';
import {
  area,
  boxOf,
  inset,
  logoIn,
  networkFormats,
  photoIn,
  pictureTemplate,
  said,
} from './compose.ts';
import { paletteOf } from './palette.ts';
import { sansBody, serifItalic } from './parts.ts';
import { stackWords } from './stack-words.ts';

type Layout = { oval: Area; words: Area; logo: Area; size: number; align: 'center' | 'start' };

/** A word of thanks under an oval portrait, like an old card. */
export const merci = pictureTemplate(
  {
    id: 'merci',
    names: { fr: 'Merci', en: 'Thank you' },
    formats: networkFormats,
    slots: ['photo', 'logo', 'headline', 'lines'],
  },
  (frame, slots, brand) => {
    const { ground, ink, accent, line } = paletteOf(brand, 'tint');
    const { oval, words, logo, size, align } = layoutOf(frame);
    return {
      ground,
      layers: [
        {
          ...{
            id: 'ring',
            kind: 'shape',
            box: boxOf(frame, inset(oval, -2)),
            shape: { kind: 'ellipse' },
          },
          stroke: { colour: line, widthPx: Math.max(2, frame.px(0.3)) },
        },
        photoIn(frame, slots.photo, oval, { kind: 'ellipse' }),
        ...stackWords(
          frame,
          words,
          [
            {
              ...{ id: 'headline', text: said(slots, { fr: 'Merci', en: 'Thank you' }), size },
              ...{ min: 6, colour: accent, font: serifItalic, spacing: -0.02, gap: 1.6 },
            },
            {
              ...{
                id: 'lines',
                text: (slots.lines ?? []).join(' '),
                size: Math.max(4.2, size * 0.22),
                min: 2.6,
                lines: 5,
              },
              ...{ colour: ink, font: sansBody, spacing: 0, lineHeight: 1.4 },
            },
          ],
          { align, vertical: 'middle', optical: false },
        ),
        logoIn(frame, brand, logo, { size: 5, colour: ink, align }),
      ],
    };
  },
);

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ oval: area(22, 8, 56, 48), words: area(8, 59.5, 84, 25) },
        ...{ logo: area(20, 86.5, 60, 7), size: 18, align: 'center' },
      };
    case 'tall':
      return {
        ...{ oval: area(17, 10, 66, height - 63), words: area(8, height - 49.5, 84, 33) },
        ...{ logo: area(20, height - 13.5, 60, 6.5), size: 21, align: 'center' },
      };
    case 'story':
      return {
        ...{ oval: area(12, 80, 76, 90), words: area(13, words.y + 10, 74, 42) },
        ...{ logo: area(13, words.y, 74, 8), size: 23, align: 'center' },
      };
    default:
      return {
        ...{
          oval: area(13, 9, width * 0.35, 82),
          words: area(width * 0.35 + 26, 12, width * 0.65 - 35, 66),
        },
        ...{ logo: area(width * 0.35 + 26, 81, 70, 9), size: 24, align: 'start' },
      };
  }
}

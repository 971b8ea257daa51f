import type { QrLayer } from '../scene.ts';
import { margin, type Area, type Frame } from './frame.ts';
import {
  area,
  boxOf,
  logoIn,
  networkFormats,
  panel,
  photoIn,
  pictureTemplate,
  said,
} from './compose.ts';
import { paletteOf } from './palette.ts';
import { sansMedium, serif } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackWords } from './stack-words.ts';

type Layout = { photo: Area; code: Area; hint: Area; words: Area; logo: Area; size: number };

/** A code that leads to the product, beside its photo. */
export const codeQr = pictureTemplate(
  {
    id: 'code-qr',
    names: { fr: 'Code QR', en: 'QR code' },
    formats: networkFormats,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo', 'code', 'headline'],
  },
  (frame, slots, brand) => {
    const { ground, ink, accent, soft } = paletteOf(brand, 'tint');
    const { photo, code, hint, words, logo, size } = layoutOf(frame);
    const isUnder = frame.shape === 'story' || frame.shape === 'wide';
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, photo),
        ...(slots.code
          ? [panel(frame, 'code-ground', code, '#FFFFFF', 1.6), qrLayer(frame, code, slots.code)]
          : []),
        ...(slots.code
          ? stackWords(
              frame,
              hint,
              [
                {
                  ...{
                    id: 'headline',
                    text: said(slots, { fr: 'Scannez pour le voir', en: 'Scan to see it' }),
                  },
                  ...{
                    size: size * 0.46,
                    min: 2.4,
                    lines: 2,
                    colour: soft,
                    font: sansMedium,
                    spacing: 0,
                  },
                },
              ],
              { vertical: 'middle', align: isUnder ? 'center' : 'start', optical: false },
            )
          : []),
        ...stackWords(
          frame,
          words,
          [
            {
              ...{ id: 'title', text: slots.title, size, min: 3.2, lines: 4, gap: 1 },
              colour: ink,
              font: serif,
            },
            priceWords(slots, size * 0.9, accent, soft, 'above'),
          ],
          { vertical: frame.shape === 'wide' ? 'bottom' : 'top' },
        ),
        logoIn(frame, brand, logo, { size: 5, colour: ink }),
      ],
    };
  },
);

/** Black on white whatever the shop's colours: a code is made to be read by any phone. */
export function qrLayer(frame: Frame, where: Area, text: string): QrLayer {
  return {
    ...{ id: 'code', kind: 'qr', text, box: boxOf(frame, where) },
    ...{ dark: '#111111', light: '#FFFFFF', quietModules: 3 },
  };
}

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ photo: area(0, 0, 100, 55), code: area(62, 61.5, 31, 31) },
        ...{ words: area(margin, 62, 50, 22), hint: area(margin, 82, 50, 5) },
        ...{ logo: area(margin, 87, 50, 6), size: 6.6 },
      };
    case 'tall': {
      const split = height - 52;
      return {
        ...{ photo: area(0, 0, 100, split), code: area(57, split + 8, 36, 36) },
        ...{ words: area(margin, split + 8.5, 45, 26), hint: area(margin, split + 34, 45, 5) },
        ...{ logo: area(margin, split + 39, 45, 6), size: 7.4 },
      };
    }
    case 'story':
      return {
        ...{ photo: area(0, 88, 100, height - 88), logo: area(margin, words.y, 80, 8) },
        ...{ code: area(48, words.y + 15, 39, 39), hint: area(48, words.y + 54, 39, 6) },
        ...{ words: area(margin, words.y + 15, 38, 45), size: 7.4 },
      };
    default: {
      const split = width * 0.38;
      const left = split + 8;
      const code = area(width - 8 - 42, 22, 42, 42);
      return {
        ...{ photo: area(0, 0, split, 100), logo: area(left, 9, code.x - left - 6, 8) },
        ...{ code, hint: area(code.x, 66.5, 42, 8) },
        ...{ words: area(left, 22, code.x - left - 6, 70), size: 9 },
      };
    }
  }
}

import type { QrLayer } from '../scene.ts';
import type { Area, Frame } from './frame.ts';
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
    const isSide = frame.shape !== 'square' && frame.shape !== 'wide';
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
              { vertical: isSide ? 'bottom' : 'middle', optical: false },
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
          { vertical: isSide ? 'top' : 'bottom', optical: !isSide },
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
        ...{ photo: area(0, 0, 50, 100), logo: area(56, 7, 38, 8), code: area(56, 20, 37, 37) },
        ...{ hint: area(56, 58.5, 37, 6), words: area(56, 66, 38, 27), size: 6 },
      };
    case 'tall': {
      const split = height - 52;
      return {
        ...{ photo: area(0, 0, 100, split), code: area(57, split + 7, 36, 36) },
        ...{ hint: area(7, split + 37, 46, 6), words: area(7, split + 7, 46, 28) },
        ...{ logo: area(7, height - 7.5, 60, 5), size: 6.8 },
      };
    }
    case 'story':
      return {
        ...{ photo: area(0, 100, 100, height - 100), logo: area(7, words.y, 80, 8) },
        ...{ code: area(7, words.y + 35, 37, 37), hint: area(48, words.y + 60, 39, 12) },
        ...{ words: area(7, words.y + 11, 80, 22), size: 8.4 },
      };
    default: {
      const left = width * 0.42 + 8;
      const rest = width - 8 - left;
      return {
        ...{ photo: area(0, 0, width * 0.42, 100), logo: area(left, 9, rest, 8) },
        ...{ code: area(left, 46, 44, 44), hint: area(left + 48, 62, rest - 48, 28) },
        ...{ words: area(left, 19, rest, 24), size: 8 },
      };
    }
  }
}

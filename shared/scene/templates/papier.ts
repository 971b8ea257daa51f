import { area, logoIn, panel, photoIn, pictureTemplate, rule } from './compose.ts';
import { qrLayer } from './code-qr.ts';
import { paletteOf } from './palette.ts';
import { sansBody, serif, serifLight } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackWords } from './stack-words.ts';

/** A card of 105 × 148 mm to lay beside the product or into the parcel. */
export const carteA6 = pictureTemplate(
  {
    id: 'carte-a6',
    names: { fr: 'Carte A6', en: 'A6 card' },
    formats: ['a6'],
    isPrint: true,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo', 'code', 'lines'],
  },
  (frame, slots, brand) => {
    const { ground, ink, accent, soft, line } = paletteOf(brand, 'paper');
    const { height } = frame;
    const split = height - 62;
    const wide = slots.code ? 56 : 84;
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, area(0, 0, 100, split)),
        ...stackWords(frame, area(8, split + 7, wide, 36), [
          {
            ...{ id: 'title', text: slots.title, size: 8, min: 3.4, lines: 4, gap: 1.2 },
            colour: ink,
            font: serif,
          },
          priceWords(slots, 7, accent, soft, 'above'),
          {
            ...{ id: 'lines', text: (slots.lines ?? []).join(' '), size: 2.9, min: 2.1, lines: 4 },
            ...{ colour: soft, font: sansBody, spacing: 0, lineHeight: 1.35 },
          },
        ]),
        ...(slots.code
          ? [
              panel(frame, 'code-ground', area(68, split + 7, 24, 24), '#FFFFFF'),
              qrLayer(frame, area(68, split + 7, 24, 24), slots.code),
            ]
          : []),
        rule(frame, 'rule', area(8, height - 15, 84, 0.2), line),
        logoIn(frame, brand, area(8, height - 13.5, 84, 7), { size: 4.8, colour: ink }),
      ],
    };
  },
);

/** A shelf label of 90 × 54 mm: the price to be read from two steps away, the code from one. */
export const reglette = pictureTemplate(
  {
    id: 'reglette',
    names: { fr: 'Étiquette de rayon', en: 'Shelf label' },
    formats: ['label'],
    isPrint: true,
    slots: ['title', 'price', 'oldPrice', 'logo', 'code'],
  },
  (frame, slots, brand) => {
    const { width } = frame;
    const side = 46;
    const wide = slots.code ? width - 16 - side - 7 : width - 16;
    const right = width - 8 - side;
    return {
      ground: '#FFFFFF',
      layers: [
        panel(frame, 'edge', area(0, 0, width, 3), brand.colours.accent),
        ...stackWords(frame, area(8, 12, wide, 33), [
          {
            ...{ id: 'title', text: slots.title, size: 11.5, min: 4.4, lines: 3 },
            colour: '#1B1917',
            font: serif,
          },
        ]),
        ...stackWords(
          frame,
          area(8, 47, wide, 45),
          [
            slots.price === undefined
              ? undefined
              : {
                  ...{
                    id: 'price',
                    text: slots.price,
                    size: 38,
                    colour: '#1B1917',
                    font: serifLight,
                    spacing: -0.03,
                  },
                  price:
                    slots.oldPrice === undefined
                      ? { big: true }
                      : { big: true, oldText: slots.oldPrice, oldColour: '#4A443E' },
                },
          ],
          { vertical: 'bottom' },
        ),
        ...(slots.code ? [qrLayer(frame, area(right, 12, side, side), slots.code)] : []),
        logoIn(frame, brand, slots.code ? area(right, 80, side, 10) : area(width - 60, 82, 52, 9), {
          ...{ size: 6, colour: '#1B1917', align: slots.code ? 'center' : 'end' },
        }),
      ],
    };
  },
);

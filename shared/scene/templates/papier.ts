import { area, logoIn, panel, photoIn, pictureTemplate, rule } from './compose.ts';
import { qrLayer } from './code-qr.ts';
import { paletteOf } from './palette.ts';
import { sansBody, serif, serifLight } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackWords, type Words } from './stack-words.ts';

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
    const { width, height } = frame;
    const split = height - 60;
    const wide = slots.code ? 54 : 80;
    const right = width - 32;
    const told = (slots.lines ?? []).join(' ');
    return {
      ground: '#FFFFFF',
      layers: [
        panel(frame, 'sheet', area(edge, edge, width - 2 * edge, height - 2 * edge), ground),
        photoIn(frame, slots.photo, area(edge, edge, width - 2 * edge, split - edge)),
        ...stackWords(frame, area(10, split + 6.5, wide, 34), [
          {
            ...{ id: 'title', text: slots.title, size: 8, min: 3.4, lines: 4, gap: 1.2 },
            ...{ colour: ink, font: serif },
          },
          withGap(priceWords(slots, 7, accent, soft, 'above'), 1.6),
          {
            ...{ id: 'lines', text: told, size: 2.9, min: 2.1, lines: 4, lineHeight: 1.35 },
            ...{ colour: soft, font: sansBody, spacing: 0 },
          },
        ]),
        ...(slots.code
          ? [
              panel(frame, 'code-ground', area(right, split + 6.5, 22, 22), '#FFFFFF', 0.8),
              qrLayer(frame, area(right, split + 6.5, 22, 22), slots.code),
            ]
          : []),
        rule(frame, 'rule', area(10, height - 16, width - 20, 0.2), line),
        logoIn(frame, brand, area(10, height - 14.2, width - 20, 7), { size: 4.8, colour: ink }),
      ],
    };
  },
);

/** White all around, as wide as what a home printer cannot reach: nothing needs to be cut. */
const edge = 5;

function withGap(words: Words | undefined, gap: number): Words | undefined {
  return words && { ...words, gap };
}

/** A shelf label of 90 × 54 mm: the price to be read from two steps away, the code from one. Nothing is
 *  printed near its edges: labels may be cut a little askew. */
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
        panel(frame, 'edge', area(8, 7.5, 16, 1.6), brand.colours.accent),
        ...stackWords(frame, area(8, 13, wide, 32), [
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
        ...(slots.code ? [qrLayer(frame, area(right + 4, 5, side, side), slots.code)] : []),
        logoIn(frame, brand, slots.code ? area(right, 82, side, 9) : area(width - 60, 82, 52, 9), {
          ...{ size: 6, colour: '#1B1917', align: 'end' },
        }),
      ],
    };
  },
);

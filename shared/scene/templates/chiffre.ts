import type { PictureTemplate } from '../template.ts';
import { frameOf, pictureScene } from './frame.ts';
import { logoLayer, photoLayer, priceLayer, serifLight, titleLayer, veil } from './parts.ts';

const rose = '#F0BFA9';
const wine = '#6E1F0E';
const umber = '#3F160B';
const margin = 7;

/** The price is the picture: large digits on a one-coloured print of the photo. */
export const chiffre: PictureTemplate = {
  id: 'chiffre',
  kind: 'picture',
  names: { fr: 'Chiffre', en: 'Figure' },
  formats: ['1:1', '4:5', '9:16', '1.91:1'],
  slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  fill(slots, format, brand) {
    const frame = frameOf(format);
    const wide = format === '1.91:1';
    const price = slots.price === undefined ? undefined : withoutEmptyCents(slots.price);
    const width = wide ? 98 : 86;
    const digits = price === undefined ? 0 : digitsHeight(price, width, wide ? 44 : 40);
    const room = digits * (slots.oldPrice === undefined ? 0.84 : 1.06);
    const end = frame.height - (frame.foot || 5);
    const titleTall = wide ? 30 : 20;
    const titleTop = end - room - titleTall;
    const start = titleTop - 14;
    const tall = frame.height - start;
    return pictureScene(frame, rose, [
      photoLayer(slots.photo, frame.whole, { tone: 'grey', blend: 'multiply' }),
      ...(wide
        ? [veil(frame.box(0, 0, 160, 100), 'left', 56 / 160, 0.9, rose)]
        : [
            veil(frame.box(0, start, frame.width, tall), 'foot', 18 / tall, 0.9, rose),
            veil(
              frame.box(0, 0, frame.width, frame.top + 28),
              'top',
              14 / (frame.top + 28),
              0.88,
              rose,
            ),
          ]),
      logoLayer(frame, brand, frame.box(margin, (frame.top || 4) + 1, 60, 9), {
        size: wide ? 7 : 5.8,
        colour: umber,
      }),
      titleLayer(frame, slots, frame.box(margin, titleTop, width, titleTall), {
        size: wide ? 11 : 9.4,
        min: 5,
        colour: umber,
        lines: wide ? 3 : 2,
      }),
      priceLayer(
        frame,
        price === undefined ? { price } : { price, oldPrice: slots.oldPrice },
        frame.box(margin - 1, end - room, width, room),
        { size: digits, font: serifLight, colour: wine, spacing: -0.04 },
        { big: true, oldColour: umber },
      ),
    ]);
  },
};

/** `18,00 €` is `18 €`: on a poster the empty cents say nothing. */
export function withoutEmptyCents(price: string): string {
  return price.replace(/[.,]00(?!\d)/u, '');
}

/** About how high the digits can be for the price to fill the width, so that the title stands right
 *  above them whether it costs 3 € or 12 500 €. */
function digitsHeight(price: string, width: number, highest: number): number {
  let ems = 0;
  for (const letter of price)
    ems += /\d/u.test(letter)
      ? 0.6
      : /\s/u.test(letter)
        ? 0.19
        : /[.,'’]/u.test(letter)
          ? 0.25
          : 0.24;
  return Math.min(highest, width / Math.max(ems, 0.6));
}

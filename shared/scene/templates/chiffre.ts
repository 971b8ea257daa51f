import type { Brand, PictureTemplate } from '../template.ts';
import { frameOf, pictureScene, type Frame } from './frame.ts';
import { guessLines } from './guess-lines.ts';
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
    const width = wide ? 80 : 86;
    const digits = price === undefined ? 0 : digitsHeight(price, width, wide ? 44 : 40);
    const room = digits * (slots.oldPrice === undefined ? 0.84 : 1.14);
    const end = frame.height - (frame.foot || 5);
    const titleTall = wide ? 34 : 28;
    const titleTop = end - room - titleTall;
    const size = wide ? 11 : 9.4;
    const lines = guessLines(slots.title, size, width, 3);
    const fade = 26;
    const start = end - room - Math.min(titleTall, size * (0.3 + 1.08 * lines)) - fade;
    const tall = frame.height - start;
    return pictureScene(frame, rose, [
      photoLayer(slots.photo, wide ? frame.box(84, 0, frame.width - 84, 100) : frame.whole, {
        tone: 'grey',
        blend: 'multiply',
      }),
      ...(wide
        ? [veil(frame.box(84, 0, 46, 100), 'left', 1, 1, rose)]
        : [veil(frame.box(0, start, frame.width, tall), 'foot', fade / tall, 0.9, rose)]),
      logoTab(frame, brand),
      titleLayer(frame, slots, frame.box(margin, titleTop, width, titleTall), {
        size,
        min: 4.6,
        colour: umber,
        lines: 3,
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

/** The logo on a tab of the paper's colour: the print beneath it may be black. */
function logoTab(frame: Frame, brand: Brand) {
  const box = frame.box(margin, frame.top || 5, 60, 11);
  const size = frame.format === '1.91:1' ? 6.6 : 5.6;
  const layer = logoLayer(frame, brand, box, { size, colour: umber });
  return layer && { ...layer, ground: { colour: rose, paddingPx: frame.px(margin) } };
}

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

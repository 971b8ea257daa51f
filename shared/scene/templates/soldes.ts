import type { ClassicFormat, Language } from '../../contract/shapes.ts';
import type { PictureSlots, PictureTemplate } from '../template.ts';
import { nearestClassic, type TextLayer } from '../scene.ts';
import { frameOf, pictureScene, type Frame } from './frame.ts';
import {
  block,
  logoLayer,
  photoLayer,
  priceLayer,
  serifLight,
  textStyle,
  titleLayer,
} from './parts.ts';

/** Brick, dark enough for cream words to be read on it. */
export const brick = '#BC4725';
export const cream = '#FFF3E4';

type Place = readonly [x: number, y: number, width: number, height: number];
type Layout = {
  photo: Place;
  off: Place;
  title: Place;
  price: Place;
  logo: Place;
  offSize: number;
};

const layouts: Record<ClassicFormat, Layout> = {
  '1:1': {
    photo: [0, 0, 100, 50],
    off: [7, 51.5, 86, 22],
    title: [7, 73, 86, 11],
    price: [7, 84.5, 50, 10],
    logo: [59, 84.5, 34, 10],
    offSize: 23,
  },
  '4:5': {
    photo: [0, 0, 100, 68],
    off: [7, 71, 86, 25],
    title: [7, 95.5, 86, 11.5],
    price: [7, 107.5, 50, 11],
    logo: [59, 107.5, 34, 11],
    offSize: 26,
  },
  '9:16': {
    photo: [0, 0, 100, 92],
    off: [7, 95, 86, 26],
    title: [7, 120.5, 86, 13],
    price: [7, 133.5, 50, 12],
    logo: [59, 133.5, 34, 12],
    offSize: 28,
  },
  '1.91:1': {
    photo: [0, 0, 104, 100],
    off: [111, 7, 72, 28],
    title: [111, 35, 72, 25],
    price: [111, 61, 72, 15],
    logo: [111, 81, 72, 11],
    offSize: 28,
  },
};

/** A block of colour for a sale: how much less, and the old price struck through. */
export const soldes: PictureTemplate = {
  id: 'soldes',
  kind: 'picture',
  names: { fr: 'Soldes', en: 'Sale' },
  formats: ['1:1', '4:5', '9:16', '1.91:1'],
  slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  fill(slots, format, brand) {
    const frame = frameOf(format);
    const { photo, off, title, price, logo, offSize } = layouts[nearestClassic(format)];
    const wide = format === '1.91:1';
    const hero = offLayer(frame, slots, off, offSize);
    const rest = wide ? 10 : 7.4;
    return pictureScene(frame, brick, [
      block('ground', frame.whole, brick),
      photoLayer(slots.photo, frame.box(...photo)),
      hero ?? priceLayer(frame, slots, frame.box(...off), { size: offSize * 0.8, colour: cream }),
      titleLayer(frame, slots, frame.box(...title), {
        size: wide ? 8 : 5.8,
        min: 4.2,
        colour: cream,
        vertical: wide ? 'top' : 'middle',
        lines: wide ? 3 : 2,
      }),
      hero &&
        priceLayer(frame, slots, frame.box(...price), {
          size: rest,
          colour: cream,
          vertical: 'middle',
        }),
      logoLayer(frame, brand, frame.box(...logo), {
        size: wide ? 7 : 5.4,
        min: 2.6,
        colour: cream,
        align: wide ? 'start' : 'end',
      }),
    ]);
  },
};

/** `−20 %` in French, `−20%` in English. */
export function percentText(percent: number, language: Language): string {
  return language === 'fr' ? `\u2212${percent}\u00A0%` : `\u2212${percent}%`;
}

function offLayer(
  frame: Frame,
  slots: PictureSlots,
  place: Place,
  size: number,
): TextLayer | undefined {
  if (!slots.percentOff || slots.oldPrice === undefined) return undefined;
  const style = textStyle(frame, {
    size,
    colour: cream,
    font: serifLight,
    vertical: 'middle',
    spacing: -0.035,
  });
  const text = percentText(slots.percentOff, slots.language);
  return { id: 'off', kind: 'text', text, box: frame.box(...place), style };
}

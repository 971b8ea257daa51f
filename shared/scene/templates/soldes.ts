import type { Language } from '../../contract/shapes.ts';
import type { PictureSlots } from '../template.ts';
import type { TextLayer } from '../scene.ts';
import type { Area, Frame } from './frame.ts';
import { area, boxOf, logoIn, photoIn, pictureTemplate, withCover } from './compose.ts';
import { priceLayer, serifLight, textStyle, titleLayer } from './parts.ts';

/** Brick, dark enough for cream words to be read on it. */
export const brick = '#BC4725';
export const cream = '#FFF3E4';

type Layout = {
  photo: Area;
  off: Area;
  title: Area;
  price: Area;
  logo: Area;
  size: number;
  rest: number;
};

/** A block of colour for a sale: how much less, and the old price struck through. */
export const soldes = pictureTemplate(
  {
    id: 'soldes',
    names: { fr: 'Soldes', en: 'Sale' },
    formats: withCover,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  },
  (frame, slots, brand) => {
    const { photo, off, title, price, logo, size, rest } = layoutOf(frame);
    const isSide = frame.shape === 'wide' || frame.shape === 'banner';
    const hero = offLayer(frame, slots, off, size);
    return {
      ground: brick,
      layers: [
        photoIn(frame, slots.photo, photo),
        hero ??
          priceLayer(
            frame,
            slots,
            boxOf(frame, off),
            { size: size * 0.8, colour: cream },
            { oldPlace: 'above' },
          ),
        titleLayer(frame, slots, boxOf(frame, title), {
          ...{ size: rest * 0.8, min: 3.4, colour: cream, lines: isSide ? 3 : 2 },
          vertical: isSide ? 'top' : 'middle',
        }),
        hero &&
          priceLayer(frame, slots, boxOf(frame, price), {
            size: rest,
            colour: cream,
            vertical: 'middle',
          }),
        logoIn(frame, brand, logo, {
          ...{
            size: rest * 0.72,
            colour: cream,
            align: isSide || frame.shape === 'story' ? 'start' : 'end',
          },
        }),
      ],
    };
  },
);

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ photo: area(0, 0, 100, 50), off: area(7, 51.5, 86, 22), title: area(7, 73, 86, 11) },
        ...{ price: area(7, 84.5, 50, 10), logo: area(59, 84.5, 34, 10), size: 23, rest: 7.4 },
      };
    case 'tall': {
      const y = height - 57;
      return {
        ...{
          photo: area(0, 0, 100, y),
          off: area(7, y + 3, 86, 25),
          title: area(7, y + 27.5, 86, 13),
        },
        ...{
          price: area(7, y + 41.5, 50, 10),
          logo: area(59, y + 41.5, 34, 10),
          size: 26,
          rest: 7.8,
        },
      };
    }
    case 'story':
      return {
        ...{ photo: area(0, 93, 100, height - 93), logo: area(7, words.y, 80, 8) },
        ...{ off: area(7, words.y + 9, 80, 29), title: area(7, words.y + 39, 80, 13) },
        ...{ price: area(7, words.y + 53, 80, 11), size: 29, rest: 8 },
      };
    default: {
      const isBanner = frame.shape === 'banner';
      const split = isBanner ? words.x + words.width * 0.5 : width * 0.54;
      const left = split + 8;
      const wide = (isBanner ? words.x + words.width : width - 7) - left;
      return {
        ...{
          photo: area(0, 0, split, 100),
          off: area(left, 7, wide, 28),
          title: area(left, 36, wide, 25),
        },
        ...{ price: area(left, 62, wide, 14), logo: area(left, 81, wide, 10), size: 28, rest: 9.4 },
      };
    }
  }
}

/** `−20 %` in French, `−20%` in English. */
export function percentText(percent: number, language: Language): string {
  return language === 'fr' ? `\u2212${percent}\u00A0%` : `\u2212${percent}%`;
}

function offLayer(
  frame: Frame,
  slots: PictureSlots,
  where: Area,
  size: number,
): TextLayer | undefined {
  if (!slots.percentOff || slots.oldPrice === undefined) return undefined;
  const style = textStyle(frame, {
    ...{ size, colour: cream, font: serifLight, vertical: 'middle', spacing: -0.035 },
  });
  const text = percentText(slots.percentOff, slots.language);
  return { id: 'off', kind: 'text', text, box: boxOf(frame, where), style };
}

import { area, boxOf, logoIn, photoIn, pictureTemplate, withCover } from './compose.ts';
import type { Area, Frame } from './frame.ts';
import { paletteOf } from './palette.ts';
import { priceLayer, titleLayer } from './parts.ts';

type Layout = {
  photo: Area;
  logo: Area;
  title: Area;
  price: Area;
  sizes: { logo: number; title: number; price: number };
  align: 'center' | 'start';
  titleAt: 'middle' | 'bottom';
};

/** The glasshouse window: the photo under a round arch on the shop's own ground. */
export const arche = pictureTemplate(
  {
    id: 'arche',
    names: { fr: 'Arche', en: 'Arch' },
    formats: withCover,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  },
  (frame, slots, brand) => {
    const { ground, ink, accent } = paletteOf(brand, 'ground');
    const { photo, logo, title, price, sizes, align, titleAt } = layoutOf(frame);
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, photo, { kind: 'arch' }),
        logoIn(frame, brand, logo, { size: sizes.logo, colour: ink, align }),
        titleLayer(frame, slots, boxOf(frame, title), {
          ...{ size: sizes.title, min: 3.8, colour: ink, align, vertical: titleAt, lines: 3 },
        }),
        priceLayer(
          frame,
          slots,
          boxOf(frame, price),
          { size: sizes.price, colour: accent, align, vertical: 'middle' },
          { oldColour: ink },
        ),
      ],
    };
  },
);

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  const centred = { align: 'center', titleAt: 'middle' } as const;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ photo: area(22, 17, 56, 53), logo: area(10, 5, 80, 8) },
        ...{ title: area(8, 71.5, 84, 15.5), price: area(8, 86.5, 84, 9.5) },
        ...{ sizes: { logo: 5.6, title: 8.6, price: 7.6 }, ...centred },
      };
    case 'tall':
      return {
        ...{ photo: area(18, 20, 64, height - 57), logo: area(10, 7.5, 80, 8) },
        ...{ title: area(8, height - 35.5, 84, 17), price: area(8, height - 18, 84, 11) },
        ...{ sizes: { logo: 6, title: 9.4, price: 8.4 }, ...centred },
      };
    case 'story':
      return {
        ...{ photo: area(12, 73, 76, height - 73), logo: area(13, words.y, 74, 9) },
        ...{ title: area(13, words.y + 10, 74, 24), price: area(13, words.y + 34, 74, 12) },
        ...{ sizes: { logo: 6.4, title: 10.6, price: 9.4 }, ...centred },
      };
    default: {
      const isBanner = frame.shape === 'banner';
      const start = isBanner ? words.x + 6 : 13;
      const wide = isBanner ? 62 : width * 0.37;
      const left = start + wide + 11;
      const rest = (isBanner ? words.x + words.width : width - 8) - left;
      return {
        ...{ photo: area(start, 12, wide, 88), logo: area(left, 12, rest, 10) },
        ...{ title: area(left, 25, rest, 45), price: area(left, 71, rest, 16) },
        ...{ sizes: { logo: 7, title: 13, price: 12 }, align: 'start', titleAt: 'bottom' },
      };
    }
  }
}

import type { ClassicFormat } from '../../contract/shapes.ts';
import { readableOn } from '../colours.ts';
import type { PictureTemplate } from '../template.ts';
import { nearestClassic } from '../scene.ts';
import { frameOf, pictureScene } from './frame.ts';
import { logoLayer, photoLayer, priceLayer, titleLayer } from './parts.ts';

type Place = readonly [x: number, y: number, width: number, height: number];
type Layout = {
  photo: Place;
  logo: Place;
  title: Place;
  price: Place;
  sizes: { logo: number; title: number; price: number };
  align: 'center' | 'start';
  titleAt: 'middle' | 'bottom';
  titleLines: number;
};

const layouts: Record<ClassicFormat, Layout> = {
  '1:1': {
    photo: [22, 17, 56, 53],
    logo: [10, 5, 80, 8],
    title: [8, 71.5, 84, 15.5],
    price: [8, 86.5, 84, 9.5],
    sizes: { logo: 5.6, title: 8.6, price: 7.6 },
    align: 'center',
    titleAt: 'middle',
    titleLines: 3,
  },
  '4:5': {
    photo: [18, 20, 64, 68],
    logo: [10, 7.5, 80, 8],
    title: [8, 89.5, 84, 17],
    price: [8, 107, 84, 11],
    sizes: { logo: 6, title: 9.4, price: 8.4 },
    align: 'center',
    titleAt: 'middle',
    titleLines: 3,
  },
  '9:16': {
    photo: [14, 37.5, 72, 76],
    logo: [10, 26, 80, 9],
    title: [7, 115.5, 86, 18],
    price: [7, 133.5, 86, 12],
    sizes: { logo: 6.8, title: 10.6, price: 9.4 },
    align: 'center',
    titleAt: 'middle',
    titleLines: 3,
  },
  '1.91:1': {
    photo: [13, 12, 70, 88],
    logo: [94, 12, 88, 10],
    title: [94, 25, 88, 45],
    price: [94, 71, 88, 16],
    sizes: { logo: 7.6, title: 13, price: 12 },
    align: 'start',
    titleAt: 'bottom',
    titleLines: 3,
  },
};

/** The glasshouse window: the photo under a round arch on the shop's own ground. */
export const arche: PictureTemplate = {
  id: 'arche',
  kind: 'picture',
  names: { fr: 'Arche', en: 'Arch' },
  formats: ['1:1', '4:5', '9:16', '1.91:1'],
  slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  fill(slots, format, brand) {
    const frame = frameOf(format);
    const { photo, logo, title, price, sizes, align, titleAt, titleLines } =
      layouts[nearestClassic(format)];
    const { ground } = brand.colours;
    const paper = readableOn(brand.colours.paper, ground);
    const accent = readableOn(brand.colours.accent, ground);
    return pictureScene(frame, ground, [
      photoLayer(slots.photo, frame.box(...photo), { clip: { kind: 'arch' } }),
      logoLayer(frame, brand, frame.box(...logo), { size: sizes.logo, colour: paper, align }),
      titleLayer(frame, slots, frame.box(...title), {
        size: sizes.title,
        min: 4.2,
        colour: paper,
        align,
        vertical: titleAt,
        lines: titleLines,
      }),
      priceLayer(
        frame,
        slots,
        frame.box(...price),
        { size: sizes.price, colour: accent, align, vertical: 'middle' },
        { oldColour: paper },
      ),
    ]);
  },
};

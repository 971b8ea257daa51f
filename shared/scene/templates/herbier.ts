import type { ClassicFormat } from '../../contract/shapes.ts';
import { readableOn, withAlpha } from '../colours.ts';
import type { PictureTemplate } from '../template.ts';
import { nearestClassic } from '../scene.ts';
import { frameOf, pictureScene } from './frame.ts';
import { block, logoLayer, photoLayer, priceLayer, serifItalic, titleLayer } from './parts.ts';

type Place = readonly [x: number, y: number, width: number, height: number];
type Layout = {
  photo: Place;
  title: Place;
  rule: readonly [number, number, number];
  row: number;
  left: number;
};

const layouts: Record<ClassicFormat, Layout> = {
  '1:1': { photo: [8, 8, 84, 58], title: [8, 66.5, 84, 17], rule: [8, 84, 84], row: 85.5, left: 8 },
  '4:5': { photo: [8, 8, 84, 83], title: [8, 92, 84, 16], rule: [8, 108.5, 84], row: 110, left: 8 },
  '9:16': {
    photo: [8, 26, 84, 88],
    title: [8, 115, 84, 17],
    rule: [8, 132.5, 84],
    row: 134.5,
    left: 8,
  },
  '1.91:1': {
    photo: [8, 8, 78, 84],
    title: [94, 14, 88, 55],
    rule: [94, 73, 88],
    row: 77,
    left: 94,
  },
};

/** A sheet of a herbarium: the photo mounted on paper, a name in italics, a thin rule. */
export const herbier: PictureTemplate = {
  id: 'herbier',
  kind: 'picture',
  names: { fr: 'Herbier', en: 'Herbarium' },
  formats: ['1:1', '4:5', '9:16', '1.91:1'],
  slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  fill(slots, format, brand) {
    const frame = frameOf(format);
    const { photo, title, rule, row, left } = layouts[nearestClassic(format)];
    const wide = format === '1.91:1';
    const paper = brand.colours.paper;
    const ink = readableOn('#1E2B23', paper);
    return pictureScene(frame, paper, [
      photoLayer(slots.photo, frame.box(...photo)),
      titleLayer(frame, slots, frame.box(...title), {
        size: wide ? 13 : 9,
        min: 4.4,
        font: serifItalic,
        colour: ink,
        lines: 3,
      }),
      block('rule', frame.box(...rule, 0.4), withAlpha(ink, 0.35)),
      priceLayer(frame, slots, frame.box(left, row, 47, wide ? 14 : 9), {
        size: wide ? 9 : 6.6,
        colour: ink,
        vertical: 'middle',
      }),
      logoLayer(frame, brand, frame.box(left + 50, row, wide ? 38 : 34, wide ? 14 : 9), {
        size: wide ? 6.6 : 5.4,
        min: 2.6,
        colour: readableOn(brand.colours.ground, paper),
        align: 'end',
      }),
    ]);
  },
};

import { readableOn, withAlpha } from '../colours.ts';
import type { Area, Frame } from './frame.ts';
import { area, boxOf, logoIn, photoIn, pictureTemplate, rule, withCover } from './compose.ts';
import { priceLayer, serifItalic, titleLayer } from './parts.ts';

type Layout = { photo: Area; title: Area; rule: Area; price: Area; logo: Area; size: number };

/** A sheet of a herbarium: the photo mounted on paper, a name in italics, a thin rule. */
export const herbier = pictureTemplate(
  {
    id: 'herbier',
    names: { fr: 'Herbier', en: 'Herbarium' },
    formats: withCover,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  },
  (frame, slots, brand) => {
    const layout = layoutOf(frame);
    const { photo, title, price, logo, size } = layout;
    const { paper } = brand.colours;
    const ink = readableOn('#1E2B23', paper);
    return {
      ground: paper,
      layers: [
        photoIn(frame, slots.photo, photo),
        titleLayer(frame, slots, boxOf(frame, title), {
          ...{ size, min: 3.6, font: serifItalic, colour: ink, lines: 3 },
        }),
        rule(frame, 'rule', layout.rule, withAlpha(ink, 0.35)),
        priceLayer(frame, slots, boxOf(frame, price), {
          ...{ size: size * 0.7, colour: ink, vertical: 'middle' },
        }),
        logoIn(frame, brand, logo, {
          ...{ size: size * 0.55, colour: readableOn(brand.colours.ground, paper), align: 'end' },
        }),
      ],
    };
  },
);

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  const sheet = (x: number, wide: number, y: number, tall: number, size: number) => ({
    title: area(x, y - 2 - (size * 6) / 3.2, wide, (size * 6) / 3.2),
    rule: area(x, y, wide, 0.3),
    price: area(x, y + 1.6, wide * 0.56, tall),
    logo: area(x + wide * 0.6, y + 1.6, wide * 0.4, tall),
    size,
  });
  switch (frame.shape) {
    case 'square':
      return { photo: area(8, 8, 84, 57), ...sheet(8, 84, 84.5, 9, 9) };
    case 'tall':
      return { photo: area(8, 8, 84, height - 43.5), ...sheet(8, 84, height - 17, 10, 9) };
    case 'story':
      return {
        ...{ photo: area(8, 79, 84, height - 87), ...sheet(8, 79, words.y + 34, 10, 10.4) },
        title: area(8, words.y + 2, 79, 30),
      };
    default: {
      const isBanner = frame.shape === 'banner';
      const start = isBanner ? words.x : 8;
      const wide = isBanner ? 72 : width * 0.41;
      const left = start + wide + 8;
      const rest = (isBanner ? words.x + words.width : width - 8) - left;
      return {
        ...{ photo: area(start, 8, wide, 84), ...sheet(left, rest, 74, 14, 12.5) },
        title: area(left, 16, rest, 56),
      };
    }
  }
}

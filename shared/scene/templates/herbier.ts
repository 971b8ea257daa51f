import { readableOn, withAlpha } from '../colours.ts';
import { area, logoIn, photoIn, pictureTemplate, rule, withCover } from './compose.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { serifItalic } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

type Layout = { photo: Area; title: Area; rule: Area; price: Area; logo: Area };

/** A sheet of a herbarium: the photo mounted on paper, a name in italics, a thin rule. */
export const herbier = pictureTemplate(
  {
    id: 'herbier',
    names: { fr: 'Herbier', en: 'Herbarium' },
    formats: withCover,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  },
  (frame, slots, brand) => {
    const { paper, ground } = brand.colours;
    const ink = readableOn('#1E2B23', paper);
    const size = { square: 9, tall: 9.4, story: 10.4, wide: 12.5, banner: 12.5 }[frame.shape];
    const name: Words = {
      ...{ id: 'title', text: slots.title, size, min: 3.6, lines: 3 },
      ...{ colour: ink, font: serifItalic, spacing: -0.01 },
    };
    const { photo, title, price, logo, rule: line } = layoutOf(frame, name);
    const isSide = frame.shape === 'wide' || frame.shape === 'banner';
    return {
      ground: paper,
      layers: [
        photoIn(frame, slots.photo, photo),
        ...stackWords(frame, title, [name], { vertical: 'bottom', optical: false }),
        rule(frame, 'rule', line, withAlpha(ink, 0.35)),
        ...stackWords(frame, price, [priceWords(slots, size * 0.72, ink, ink)], {
          vertical: 'middle',
          optical: false,
        }),
        logoIn(frame, brand, logo, {
          ...{ size: size * (isSide ? 0.5 : 0.55), colour: readableOn(ground, paper) },
          align: isSide ? 'start' : 'end',
        }),
      ],
    };
  },
);

/** The photo ends a little above the name, however many lines that takes. */
function layoutOf(frame: Frame, name: Words): Layout {
  const { width, height, words, shape } = frame;
  if (shape === 'wide' || shape === 'banner') {
    const start = shape === 'banner' ? words.x : margin;
    const wide = shape === 'banner' ? 74 : width * 0.43;
    const left = start + wide + 9;
    const rest = (shape === 'banner' ? words.x + words.width : width - 8) - left;
    return {
      ...{ photo: area(start, 7, wide, 86), logo: area(left, 8, rest, 8) },
      ...{ title: area(left, 22, rest, 53), rule: area(left, 76.5, rest, 0.3) },
      price: area(left, 78.5, rest, 13),
    };
  }
  const wide = shape === 'story' ? words.width : width - 2 * margin;
  const foot = shape === 'story' ? words.y + 46 : height - (shape === 'square' ? 15.5 : 17.5);
  const title = area(margin, foot - 34, wide, 32.6);
  const rest = {
    ...{ title, rule: area(margin, foot, wide, 0.3) },
    price: area(margin, foot + 1.4, wide * 0.58, 9.6),
    logo: area(margin + wide * 0.6, foot + 1.4, wide * 0.4, 9.6),
  };
  if (shape === 'story') {
    const lift = Math.max(0, 32.6 - stackHeight(title, [name], frame));
    const up = <A extends Area>(one: A): A => ({ ...one, y: one.y - lift });
    const moved = { title: { ...title, height: title.height - lift }, rule: up(rest.rule) };
    const top = foot - lift + 16;
    return {
      ...{ ...moved, price: up(rest.price), logo: up(rest.logo) },
      photo: area(margin, top, width - 2 * margin, height - margin - top),
    };
  }
  const gap = shape === 'square' ? 2.4 : 4;
  const end = foot - 1.4 - stackHeight(title, [name], frame) - gap;
  return { ...rest, photo: area(margin, margin, wide, end - margin) };
}

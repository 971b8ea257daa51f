import type { PictureSlots } from '../template.ts';
import { area, logoIn, networkFormats, photoIn, pictureTemplate, rule } from './compose.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sansBody, serif } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

type Layout = { photo: Area; rule: Area; words: Area; price: Area; logo: Area };

/** A page of a magazine: the photo, a name, a few sentences, and price and shop at the foot. The photo
 *  takes what the text leaves. */
export const recit = pictureTemplate(
  {
    id: 'recit',
    names: { fr: 'Récit', en: 'Story' },
    formats: networkFormats,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo', 'lines'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'paper');
    const { ground, ink, accent, soft } = palette;
    const list = listOf(frame, slots, palette);
    const { photo, rule: line, words, price, logo } = layoutOf(frame, list);
    const size = frame.shape === 'wide' ? 7.4 : 6.4;
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, photo),
        rule(frame, 'rule', line, accent),
        ...stackWords(frame, words, list, { vertical: 'top' }),
        ...stackWords(frame, price, [priceWords(slots, size, accent, soft)], {
          ...{ vertical: 'middle', optical: false },
        }),
        logoIn(frame, brand, logo, {
          size: 5,
          colour: ink,
          align: frame.shape === 'story' ? 'start' : 'end',
        }),
      ],
    };
  },
);

function listOf(
  { shape }: Frame,
  slots: PictureSlots,
  { ink, soft }: Palette,
): (Words | undefined)[] {
  const told = (slots.lines ?? []).join(' ').trim();
  const { size, body } = {
    square: { size: 7.2, body: 3.5 },
    tall: { size: 8.4, body: 3.9 },
    story: { size: 9.4, body: 4.3 },
    wide: { size: 10, body: 4.6 },
    banner: { size: 10, body: 4.6 },
  }[shape];
  return [
    {
      ...{ id: 'title', text: slots.title, size: told ? size : size * 1.3, min: 3.2, lines: 3 },
      ...{ colour: ink, font: serif, gap: 1.8 },
    },
    {
      ...{ id: 'lines', text: told, size: body, min: 2.2, lines: 14, lineHeight: 1.42 },
      ...{ colour: soft, font: sansBody, spacing: 0 },
    },
  ];
}

function layoutOf(frame: Frame, list: readonly (Words | undefined)[]): Layout {
  const { width, height, words } = frame;
  if (frame.shape === 'wide') {
    const left = width * 0.44 + 8;
    const wide = width - 8 - left;
    return {
      photo: area(0, 0, width * 0.44, 100),
      rule: area(left, 10, 12, 0.7),
      words: area(left, 15.5, wide, 62),
      ...{
        price: area(left, 83, wide * 0.6, 10),
        logo: area(left + wide * 0.6, 83, wide * 0.4, 10),
      },
    };
  }
  if (frame.shape === 'story') {
    const block = area(margin, words.y + 15, words.width, 52);
    const foot = block.y + Math.min(block.height, stackHeight(block, list, frame)) + 2;
    const top = Math.max(88, foot + 12);
    return {
      photo: area(0, top, 100, height - top),
      rule: area(margin, words.y + 11, 12, 0.7),
      ...{ words: block, price: area(margin, foot, words.width, 9) },
      logo: area(margin, words.y, 60, 8),
    };
  }
  const isSquare = frame.shape === 'square';
  const least = isSquare ? 38 : 46;
  const foot = height - (isSquare ? 14 : 15);
  const block = area(margin, 0, width - 2 * margin, foot - least - 13);
  const tall = Math.min(block.height, stackHeight(block, list, frame));
  const y = foot - tall - (isSquare ? 1 : 2.5);
  return {
    photo: area(0, 0, 100, y - (isSquare ? 9 : 10.5)),
    rule: area(margin, y - 4.5, 10, 0.7),
    words: { ...block, y, height: foot - y },
    price: area(margin, foot, 52, 9),
    logo: area(62, foot, 31, 9),
  };
}

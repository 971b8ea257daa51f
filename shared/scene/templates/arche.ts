import type { PictureSlots } from '../template.ts';
import { area, logoIn, photoIn, pictureTemplate, withCover } from './compose.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { paletteOf, type Palette } from './palette.ts';
import { serifLight } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

type Layout = { photo: Area; logo: Area; words: Area; logoSize: number };

/** The glasshouse window: the photo under a round arch on the shop's own ground. The window is as tall
 *  as the words leave room for. */
export const arche = pictureTemplate(
  {
    id: 'arche',
    names: { fr: 'Arche', en: 'Arch' },
    formats: withCover,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'ground');
    const list = listOf(slots, sizeOf(frame), palette);
    const { photo, logo, words, logoSize } = layoutOf(frame, slots, list);
    const isSide = frame.shape === 'wide' || frame.shape === 'banner';
    const align = isSide ? 'start' : 'center';
    return {
      ground: palette.ground,
      layers: [
        photoIn(frame, slots.photo, photo, { kind: 'arch' }),
        logoIn(frame, brand, logo, { size: logoSize, colour: palette.ink, align }),
        ...stackWords(frame, words, list, {
          align,
          vertical: frame.shape === 'story' ? 'top' : 'bottom',
        }),
      ],
    };
  },
);

function listOf(
  slots: PictureSlots,
  size: number,
  { ink, accent }: Palette,
): (Words | undefined)[] {
  return [
    {
      ...{ id: 'title', text: slots.title, size, min: 3.8, lines: 3, gap: size * 0.14 },
      ...{ colour: ink, font: serifLight },
    },
    priceWords(slots, size * 0.88, accent, ink),
  ];
}

function sizeOf({ shape }: Frame): number {
  return { square: 8.8, tall: 9.6, story: 10.8, wide: 13, banner: 13 }[shape];
}

function layoutOf(frame: Frame, slots: PictureSlots, list: readonly (Words | undefined)[]): Layout {
  const { width, height, words, shape } = frame;
  if (shape === 'story') {
    const block = area(13, words.y + 12, 74, 42);
    const top = Math.max(68, block.y + stackHeight(block, list, frame) + 4);
    return {
      ...{ photo: area(10, top, 80, height - top), logo: area(13, words.y, 74, 9) },
      ...{ words: block, logoSize: 6.4 },
    };
  }
  if (shape === 'wide' || shape === 'banner') {
    const start = shape === 'banner' ? words.x : 12;
    const wide = shape === 'banner' ? 64 : width * 0.38;
    const left = start + wide + 10;
    const rest = (shape === 'banner' ? words.x + words.width : width - 8) - left;
    return {
      ...{ photo: area(start, 11, wide, 89), logo: area(left, 12, rest, 9) },
      ...{ words: area(left, 26, rest, 62), logoSize: 7 },
    };
  }
  const isSquare = shape === 'square';
  // Without a price the name itself must stay inside the square of the profile.
  const foot = slots.price === undefined ? Math.min(height - 8, frame.titleFoot) : height - 7;
  const head = isSquare ? 16.5 : 19;
  const block = area(margin, foot - 36, width - 2 * margin, 36);
  const most = isSquare ? 54 : height - 56;
  const tall = Math.min(
    most,
    foot - stackHeight(block, list, frame) - (isSquare ? 2.5 : 4.5) - head,
  );
  const wide = isSquare ? 56 : 66;
  return {
    photo: area((width - wide) / 2, head, wide, tall),
    logo: area(10, isSquare ? 5 : 7, 80, 8),
    words: block,
    logoSize: isSquare ? 5.6 : 6,
  };
}

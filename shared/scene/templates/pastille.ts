import { contrast, mix, readableOn } from '../colours.ts';
import type { Colour, Layer } from '../scene.ts';
import type { Brand, PictureSlots } from '../template.ts';
import { area, boxOf, logoIn, networkFormats, photoIn, pictureTemplate } from './compose.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { paletteOf, type Palette } from './palette.ts';
import { serif, serifLight } from './parts.ts';
import { priceWords } from './price-words.ts';
import { percentText } from './soldes.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

type Layout = { photo: Area; seal: Area; words: Area; logo: Area };

/** A sale in the shop's own colours: a seal with how much less, pressed on the edge of the photo. */
export const pastille = pictureTemplate(
  {
    id: 'pastille',
    names: { fr: 'Pastille', en: 'Seal' },
    formats: networkFormats,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'paper');
    const list = listOf(frame, slots, palette);
    const { photo, seal, words, logo } = layoutOf(frame, list);
    const isSide = frame.shape === 'wide';
    return {
      ground: palette.ground,
      layers: [
        photoIn(frame, slots.photo, photo),
        ...sealLayers(frame, slots, brand, palette, seal),
        ...stackWords(frame, words, list, { vertical: isSide ? 'bottom' : 'top' }),
        logoIn(frame, brand, logo, {
          ...{ size: isSide ? 6 : 5, colour: palette.ink },
          align: isSide || frame.shape === 'story' ? 'start' : 'end',
        }),
      ],
    };
  },
);

function listOf(
  { shape }: Frame,
  slots: PictureSlots,
  { ink, accent, soft }: Palette,
): (Words | undefined)[] {
  const size = { square: 7.4, tall: 8, story: 9, wide: 10, banner: 10 }[shape];
  return [
    {
      ...{ id: 'title', text: slots.title, size, min: 3.6, lines: 3, gap: size * 0.16 },
      ...{ colour: ink, font: serif },
    },
    priceWords(slots, size * 1.15, accent, soft),
  ];
}

/** Only where there is something to say: no seal without an old price. */
function sealLayers(
  frame: Frame,
  { percentOff, oldPrice, language }: PictureSlots,
  brand: Brand,
  { ground, ink }: Palette,
  seal: Area,
): Layer[] {
  if (!percentOff || oldPrice === undefined) return [];
  const colour = sealColour(brand.colours.accent, ground);
  const inner = area(
    seal.x + seal.width * 0.16,
    seal.y + seal.height * 0.3,
    seal.width * 0.68,
    seal.height * 0.4,
  );
  return [
    {
      ...{ id: 'seal', kind: 'sticker', stickerId: 'seal', colour, box: boxOf(frame, seal) },
      shadow: { dxPx: 0, dyPx: frame.px(0.5), blurPx: frame.px(2), colour: '#00000040' },
    },
    ...stackWords(
      frame,
      inner,
      [
        {
          ...{ id: 'off', text: percentText(percentOff, language), size: seal.width * 0.3 },
          ...{ colour: readableOn(ink, colour), font: serifLight, spacing: -0.03 },
        },
      ],
      { align: 'center', vertical: 'middle', optical: false },
    ),
  ];
}

/** An accent near the paper would be a seal that nobody sees. */
function sealColour(accent: Colour, ground: Colour): Colour {
  return contrast(accent, ground) >= 1.5 ? accent : mix(accent, readableOn(accent, ground), 0.7);
}

/** The photo takes what the words leave; the seal sits across its edge, at the right. */
function layoutOf(frame: Frame, list: readonly (Words | undefined)[]): Layout {
  const { width, height, words } = frame;
  if (frame.shape === 'wide') {
    const split = width * 0.5;
    const left = split + 16;
    return {
      ...{ photo: area(0, 0, split, 100), seal: area(split - 21, 10, 42, 42) },
      words: area(left, 54, width - 8 - left, 38),
      logo: area(split + 26, 9, width - 8 - split - 26, 9),
    };
  }
  if (frame.shape === 'story') {
    const block = area(margin, words.y + 11, words.width, 36);
    const top = Math.max(76, block.y + stackHeight(block, list, frame) + 8);
    return {
      ...{ photo: area(0, top, 100, height - top), seal: area(46, top + 3, 38, 38) },
      ...{ words: block, logo: area(margin, words.y, words.width, 8) },
    };
  }
  const isSquare = frame.shape === 'square';
  const foot = height - margin - (isSquare ? 7 : 8.5);
  const most = area(margin, 0, width - 2 * margin, isSquare ? 30 : 40);
  const tall = Math.min(most.height, stackHeight(most, list, frame));
  const split = foot - tall - (isSquare ? 7 : 8);
  const side = isSquare ? 34 : 38;
  return {
    photo: area(0, 0, 100, split),
    seal: area(width - margin - side, split - side * 0.86, side, side),
    words: { ...most, y: split + (isSquare ? 6.5 : 7), height: tall },
    logo: area(40, foot, 53, isSquare ? 7 : 8),
  };
}

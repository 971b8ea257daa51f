import { readableOn } from '../colours.ts';
import type { Layer } from '../scene.ts';
import type { Brand, PictureSlots } from '../template.ts';
import {
  area,
  boxOf,
  disc,
  logoIn,
  networkFormats,
  photoIn,
  pictureTemplate,
  rule,
} from './compose.ts';
import type { Area, Frame } from './frame.ts';
import { priceLayer, serifLight } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackHeight, stackWords } from './stack-words.ts';
import { veilOver } from './veils.ts';

const tagPaper = '#F6EFE2';
const tagInk = '#5F574A';

/** A paper tag with the price hangs into the photo; in a story it is large and carries all words. */
export const etiquette = pictureTemplate(
  {
    id: 'etiquette',
    names: { fr: 'Étiquette', en: 'Label' },
    formats: networkFormats,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  },
  (frame, slots, brand) => ({
    ground: '#2A2A26',
    layers: [
      photoIn(frame, slots.photo, frame.wholeArea),
      ...(frame.shape === 'story'
        ? largeTag(frame, slots, brand)
        : photoWords(frame, slots, brand)),
    ],
  }),
);

function photoWords(frame: Frame, slots: PictureSlots, brand: Brand): (Layer | undefined)[] {
  const isWide = frame.shape === 'wide';
  const size = isWide ? 11.5 : 9.8;
  const words = area(7, frame.titleFoot - 36.5, isWide ? frame.width * 0.68 : 82, 34);
  const list = [
    {
      ...{ id: 'title', text: slots.title, size, min: 4.6, lines: 3 },
      ...{ colour: '#FFFFFF', font: serifLight },
    },
  ];
  const logo = area(7, 5.5, 46, 8);
  return [
    veilOver(frame, slots.photo, 'foot', frame.titleFoot - 2.5 - stackHeight(words, list, frame)),
    veilOver(frame, slots.photo, 'top', logo.y + logo.height, '#FFFFFF'),
    logoIn(frame, brand, logo, { size: isWide ? 7 : 5.8, min: 2.8, colour: '#FFFFFF' }),
    ...stackWords(frame, words, list, { vertical: 'bottom' }),
    ...tagLayers(frame, slots, brand),
  ];
}

/** The tag at the right of the head. */
function tagLayers(frame: Frame, slots: PictureSlots, brand: Brand): (Layer | undefined)[] {
  if (slots.price === undefined) return [];
  const [width, height] = slots.oldPrice === undefined ? [34, 40] : [36, 45];
  const tag = area(frame.width - 8 - width, 0, width, height);
  return [
    ...paperTag(frame, tag, 0.12, 5.5),
    priceLayer(
      frame,
      slots,
      boxOf(frame, area(tag.x + 2.5, 11, width - 5, height - 17)),
      {
        ...{ size: 9, colour: readableOn(brand.colours.ground, tagPaper) },
        ...{ align: 'center', vertical: 'middle' },
      },
      { oldPlace: 'above', oldColour: tagInk },
    ),
  ];
}

/** Hangs on a string from above, clear of the account's name. */
function largeTag(frame: Frame, slots: PictureSlots, brand: Brand): (Layer | undefined)[] {
  const { y } = frame.words;
  const tag = area(17, y - 9, 66, 92);
  const inner = area(tag.x + 6, y + 13, tag.width - 12, 52);
  const ink = readableOn(brand.colours.ground, tagPaper);
  return [
    rule(frame, 'string', area(49.75, 0, 0.5, tag.y + 6), '#CFC6B4'),
    ...paperTag(frame, tag, 0.1, tag.y + 4),
    logoIn(frame, brand, area(inner.x, y + 1.5, inner.width, 8), {
      size: 5,
      colour: ink,
      align: 'center',
    }),
    ...stackWords(
      frame,
      inner,
      [
        {
          id: 'title',
          text: slots.title,
          size: 8.2,
          min: 3.6,
          lines: 4,
          colour: ink,
          font: serifLight,
          gap: 3,
        },
        priceWords(slots, 13, ink, tagInk, 'above'),
      ],
      { align: 'center', vertical: 'middle' },
    ),
  ];
}

function paperTag(frame: Frame, tag: Area, pointFrac: number, holeTop: number): Layer[] {
  const middle = tag.x + tag.width / 2;
  return [
    {
      ...{ id: 'tag', kind: 'shape', box: boxOf(frame, tag), fill: tagPaper },
      shape: { kind: 'tag', pointFrac },
    },
    disc(frame, 'hole', area(middle - 2, holeTop, 4, 4), '#8D8577'),
  ];
}

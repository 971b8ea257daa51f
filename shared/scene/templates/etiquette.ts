import { readableOn } from '../colours.ts';
import type { Layer } from '../scene.ts';
import type { Brand, PictureSlots, PictureTemplate } from '../template.ts';
import { footVeil, topVeil } from './affiche.ts';
import { guessLines } from './guess-lines.ts';
import { frameOf, pictureScene, type Frame } from './frame.ts';
import { block, logoLayer, photoLayer, priceLayer, titleLayer } from './parts.ts';

const margin = 7;
const tagPaper = '#F6EFE2';

/** A paper tag with the price hangs into the photo. */
export const etiquette: PictureTemplate = {
  id: 'etiquette',
  kind: 'picture',
  names: { fr: 'Étiquette', en: 'Label' },
  formats: ['1:1', '4:5', '9:16', '1.91:1'],
  slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  fill(slots, format, brand) {
    const frame = frameOf(format);
    const wide = format === '1.91:1';
    const end = frame.height - (frame.foot || margin);
    const title = 30;
    const size = wide || format === '9:16' ? 11.5 : 9.8;
    const width = wide ? 130 : 82;
    const lines = guessLines(slots.title, size, width, 3);
    const wordsTop = end - Math.min(title, size * (0.2 + 1.08 * lines));
    return pictureScene(frame, '#2A2A26', [
      photoLayer(slots.photo, frame.whole),
      footVeil(frame, slots.photo, wordsTop),
      topVeil(frame, slots.photo),
      logoLayer(frame, brand, frame.box(margin, (frame.top || 4) + 1, 46, 9), {
        size: format === '9:16' ? 6.4 : wide ? 7 : 5.8,
        min: 2.8,
        colour: '#FFFFFF',
      }),
      titleLayer(frame, slots, frame.box(margin, end - title, width, title), {
        size,
        min: 5,
        lines: 3,
        colour: '#FFFFFF',
      }),
      ...tagLayers(frame, slots, brand),
    ]);
  },
};

/** The tag: in stories it hangs on a string from above, clear of the account's name. */
function tagLayers(frame: Frame, slots: PictureSlots, brand: Brand): (Layer | undefined)[] {
  if (slots.price === undefined) return [];
  const [width, height] = slots.oldPrice === undefined ? [34, 40] : [36, 45];
  const x = frame.width - 8 - width;
  const top = frame.top ? frame.top - 2 : 0;
  const hole = frame.box(x + width / 2 - 2, top + 5.5, 4, 4);
  const string = frame.box(x + width / 2 - 0.25, 0, 0.5, top + 7.5);
  return [
    {
      id: 'tag',
      kind: 'shape',
      box: frame.box(x, top, width, height),
      shape: { kind: 'tag', pointFrac: 0.12 },
      fill: tagPaper,
    },
    top > 0 ? block('string', string, '#CFC6B4') : undefined,
    { id: 'hole', kind: 'shape', box: hole, shape: { kind: 'ellipse' }, fill: '#8D8577' },
    priceLayer(
      frame,
      slots,
      frame.box(x + 2.5, top + 11, width - 5, height - 17),
      {
        size: 9,
        colour: readableOn(brand.colours.ground, tagPaper),
        align: 'center',
        vertical: 'middle',
      },
      { oldPlace: 'above', oldColour: '#5F574A' },
    ),
  ];
}

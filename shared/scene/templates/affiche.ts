import type { PictureTemplate } from '../template.ts';
import { frameOf, pictureScene, type Frame } from './frame.ts';
import { logoLayer, photoLayer, priceLayer, titleLayer, veil } from './parts.ts';

const margin = 7;

/** The photo alone, edge to edge, with the words at its foot. */
export const affiche: PictureTemplate = {
  id: 'affiche',
  kind: 'picture',
  names: { fr: 'Affiche', en: 'Poster' },
  formats: ['1:1', '4:5', '9:16', '1.91:1'],
  slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  fill(slots, format, brand) {
    const frame = frameOf(format);
    const story = format === '9:16';
    const end = frame.height - (frame.foot || margin);
    const wide = format === '1.91:1';
    const width = wide ? 88 : 86;
    const price = story ? 12 : 11;
    const title = wide ? 38 : story ? 27 : 24;
    const titleTop = end - price - title;
    return pictureScene(frame, '#2A2A26', [
      photoLayer(slots.photo, frame.whole),
      ...(wide ? sideVeils(frame) : footVeils(frame, titleTop)),
      logoLayer(frame, brand, frame.box(margin, (frame.top || 4) + 1, 60, 9), {
        size: story ? 6.4 : wide ? 7 : 5.8,
        colour: '#FFFFFF',
      }),
      titleLayer(frame, slots, frame.box(margin, titleTop, width, title), {
        size: story ? 11.5 : wide ? 12 : 9.8,
        min: 5.4,
        lines: wide ? 3 : 2,
        colour: '#FFFFFF',
      }),
      priceLayer(
        frame,
        slots,
        frame.box(margin, end - price, width, price),
        { size: story ? 9.6 : wide ? 10 : 8.6, colour: '#F7DFA8' },
        { oldColour: '#F3EBDD' },
      ),
    ]);
  },
};

function footVeils(frame: Frame, titleTop: number) {
  const start = titleTop - 22;
  const height = frame.height - start;
  return [veil(frame.box(0, start, frame.width, height), 'foot', 22 / height, 0.7), topVeil(frame)];
}

function sideVeils(frame: Frame) {
  return [veil(frame.box(0, 0, 150, frame.height), 'left', 55 / 150, 0.72)];
}

/** Behind the logo at the head of a photo. */
export function topVeil(frame: Frame) {
  const end = (frame.top || 4) + 11;
  const height = end + 16;
  return veil(frame.box(0, 0, frame.width, height), 'top', 16 / height, 0.64);
}

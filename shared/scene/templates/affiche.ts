import type { PhotoSlot, PictureTemplate } from '../template.ts';
import { frameOf, pictureScene, type Frame } from './frame.ts';
import { guessLines } from './guess-lines.ts';
import { logoLayer, photoLayer, priceLayer, shade, titleLayer, veil } from './parts.ts';
import { veilAlpha } from '../lightness.ts';

const margin = 7;
const straw = '#F7DFA8';

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
    const wide = format === '1.91:1';
    const end = frame.height - (frame.foot || margin);
    const width = wide ? 88 : 86;
    const size = story ? 11.5 : wide ? 12 : 9.8;
    const price = story ? 12 : 11;
    const title = wide ? 40 : 30;
    const lines = guessLines(slots.title, size, width, 3);
    const wordsTop = end - price - Math.min(title, size * (0.2 + 1.08 * lines));
    return pictureScene(frame, '#2A2A26', [
      photoLayer(slots.photo, frame.whole),
      ...(wide
        ? [sideVeil(frame, slots.photo)]
        : [footVeil(frame, slots.photo, wordsTop), topVeil(frame, slots.photo)]),
      logoLayer(frame, brand, frame.box(margin, (frame.top || 4) + 1, 60, 9), {
        size: story ? 6.4 : wide ? 7 : 5.8,
        colour: '#FFFFFF',
      }),
      titleLayer(frame, slots, frame.box(margin, end - price - title, width, title), {
        size,
        min: 5,
        lines: 3,
        colour: '#FFFFFF',
      }),
      priceLayer(
        frame,
        slots,
        frame.box(margin, end - price, width, price),
        { size: story ? 9.6 : wide ? 10 : 8.6, colour: straw },
        { oldColour: '#F3EBDD' },
      ),
    ]);
  },
};

/** Behind words at the foot of a photo that begin at `wordsTop`. */
export function footVeil(frame: Frame, photo: PhotoSlot, wordsTop: number) {
  const fade = 30;
  const start = wordsTop - fade;
  const height = frame.height - start;
  const alpha = veilAlpha(straw, shade, photo.lightness, 0.45);
  return veil(frame.box(0, start, frame.width, height), 'foot', fade / height, alpha);
}

/** Behind words at the left of a wide photo. */
function sideVeil(frame: Frame, photo: PhotoSlot) {
  const alpha = veilAlpha(straw, shade, photo.lightness, 0.45);
  return veil(frame.box(0, 0, 155, frame.height), 'left', 60 / 155, alpha);
}

/** Behind the logo at the head of a photo. */
export function topVeil(frame: Frame, photo: PhotoSlot) {
  const fade = 18;
  const height = (frame.top || 4) + 9.5 + fade;
  const alpha = veilAlpha('#FFFFFF', shade, photo.lightness, 0.2);
  return veil(frame.box(0, 0, frame.width, height), 'top', fade / height, alpha);
}

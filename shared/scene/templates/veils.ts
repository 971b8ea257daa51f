import { veilAlpha } from '../lightness.ts';
import type { ShapeLayer } from '../scene.ts';
import type { PhotoSlot } from '../template.ts';
import type { Frame } from './frame.ts';
import { shade, veil } from './parts.ts';

/** The colour of prices on photos. */
export const straw = '#F7DFA8';
const fades = { foot: 30, top: 18, left: 52 } as const;

/** Behind words on a photo: from that edge as far as the words reach (`edge`, in units), then fading.
 *  No darker than the photo's own lightness asks for. */
export function veilOver(
  frame: Frame,
  photo: PhotoSlot,
  side: 'foot' | 'top' | 'left',
  edge: number,
  words: string = straw,
): ShapeLayer {
  const least = words === straw ? 0.45 : 0.2;
  const alpha = veilAlpha(words, shade, photo.lightness, least);
  const fade = fades[side];
  if (side === 'foot') {
    const start = Math.max(0, edge - fade);
    const height = frame.height - start;
    return veil(frame.box(0, start, frame.width, height), side, (edge - start) / height, alpha);
  }
  if (side === 'top') {
    const height = Math.min(frame.height, edge + fade);
    return veil(frame.box(0, 0, frame.width, height), side, fade / height, alpha);
  }
  const width = Math.min(frame.width, edge + fade);
  return veil(frame.box(0, 0, width, frame.height), side, fade / width, alpha);
}

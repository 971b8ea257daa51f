import type { Affine } from './plan-photo.ts';
import type { Picture } from './turn-pixels.ts';

const steps = 1024;

/** Darkens (or, below 0, lightens) towards the corners of the whole photo, in place; `toFrame` says
 *  where in it the pixels lie. */
export function vignette(picture: Picture, amount: number, toFrame: Affine): void {
  const { pixels, widthPx, heightPx } = picture;
  const gains = gainByDistance(amount);
  const across = distances(widthPx, toFrame.xx, toFrame.x0);
  const down = distances(heightPx, toFrame.yy, toFrame.y0);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const fromY = down[y]!;
    for (let x = 0; x < widthPx; x++, at += 4) {
      const gain = gains[across[x]! + fromY]!;
      if (gain === 4096) continue;
      for (let channel = at; channel < at + 3; channel++) {
        const value = (pixels[channel]! * gain + 2048) >> 12;
        pixels[channel] = value > 255 ? 255 : value;
      }
    }
  }
}

/** Squares of the distance from the middle; a corner's two add up to `steps`. */
function distances(lengthPx: number, perPx: number, start: number): Uint16Array {
  return Uint16Array.from({ length: lengthPx }, (_, at) => {
    const fromMiddle = 2 * ((at + 0.5) * perPx + start) - 1;
    return Math.min(steps / 2, Math.round((fromMiddle * fromMiddle * steps) / 2));
  });
}

/** Nothing in the inner third, then ever more. */
function gainByDistance(amount: number): Uint16Array {
  return Uint16Array.from({ length: steps + 1 }, (_, step) => {
    const outside = Math.max(0, step / steps - 0.12) / 0.88;
    const fall = outside * (1.6 - 0.6 * outside);
    return Math.round(4096 * (1 - (amount > 0 ? 0.7 : 0.5) * (amount / 100) * fall));
  });
}

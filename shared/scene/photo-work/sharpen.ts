import type { Picture } from './turn-pixels.ts';

/** Sharpens a photo of this longer side fully; a smaller one shows less of it, as it would when it was
 *  scaled down afterwards. */
const fullUnitPx = 1000;
const smallestShare = 0.35;
/** Differences below are grain. */
const grain = 2;

/** Unsharp masking of the lightness alone, in place: colours have no edges of their own. */
export function sharpen({ pixels, widthPx, heightPx }: Picture, amount: number, unitPx: number) {
  if (widthPx < 3 || heightPx < 3) return;
  const share = Math.min(1, Math.max(smallestShare, unitPx / fullUnitPx));
  const strength = Math.round(amount * 4.5 * share);
  const light = lightness(pixels);
  for (let y = 0; y < heightPx; y++) {
    const row = y * widthPx;
    const above = y > 0 ? row - widthPx : row;
    const below = y < heightPx - 1 ? row + widthPx : row;
    let before = light[above]! + 2 * light[row]! + light[below]!;
    let here = before;
    for (let x = 0; x < widthPx; x++) {
      const next = x < widthPx - 1 ? x + 1 : x;
      const after = light[above + next]! + 2 * light[row + next]! + light[below + next]!;
      const edge = 16 * light[row + x]! - before - 2 * here - after;
      before = here;
      here = after;
      if (edge > grain * 16 || edge < -grain * 16)
        lighten(pixels, (row + x) * 4, (edge * strength) >> 12);
    }
  }
}

function lighten(pixels: Picture['pixels'], at: number, by: number): void {
  for (let channel = at; channel < at + 3; channel++) {
    const value = pixels[channel]! + by;
    pixels[channel] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
}

function lightness(pixels: Picture['pixels']): Uint8Array {
  const light = new Uint8Array(pixels.length >> 2);
  for (let at = 0, pixel = 0; pixel < light.length; at += 4, pixel++)
    light[pixel] = (54 * pixels[at]! + 183 * pixels[at + 1]! + 19 * pixels[at + 2]!) >> 8;
  return light;
}

import type { SizePx } from './plan-photo.ts';

/** Dust and grain are smaller than this part of a photo. */
const speckShare = 0.0004;

/** Turns every patch of `label` that is smaller than a speck into `into`. */
export function dropSpecks(
  labels: Uint8Array,
  { widthPx, heightPx }: SizePx,
  label: number,
  into: number,
): void {
  const smallestPx = Math.max(4, Math.round(widthPx * heightPx * speckShare));
  const seen = new Uint8Array(labels.length);
  const patch = new Int32Array(labels.length);
  for (let first = 0; first < labels.length; first++) {
    if (seen[first] || labels[first] !== label) continue;
    let end = 0;
    const add = (pixel: number) => {
      if (seen[pixel] || labels[pixel] !== label) return;
      seen[pixel] = 1;
      patch[end++] = pixel;
    };
    add(first);
    for (let at = 0; at < end; at++) {
      const pixel = patch[at]!;
      const x = pixel % widthPx;
      if (x > 0) add(pixel - 1);
      if (x < widthPx - 1) add(pixel + 1);
      if (pixel >= widthPx) add(pixel - widthPx);
      if (pixel < labels.length - widthPx) add(pixel + widthPx);
    }
    if (end < smallestPx) for (let at = 0; at < end; at++) labels[patch[at]!] = into;
  }
}

import type { Picture } from './turn-pixels.ts';

/** What a layer asks for beyond the photo's own work: greyscale, and left for right; in place. */
export function finishPixels(
  picture: Picture,
  { tone, flip }: { tone?: 'grey' | undefined; flip?: 'x' | undefined },
): Picture {
  if (tone === 'grey') greyPixels(picture.pixels);
  if (flip === 'x') flipPixels(picture);
  return picture;
}

/** With a little more contrast, around the middle grey. */
function greyPixels(pixels: Picture['pixels']): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const light = 2126 * pixels[at]! + 7152 * pixels[at + 1]! + 722 * pixels[at + 2]!;
    const grey = Math.round((light * 108 - 10_000_000) / 1_000_000);
    pixels[at] = pixels[at + 1] = pixels[at + 2] = grey < 0 ? 0 : grey > 255 ? 255 : grey;
  }
}

function flipPixels({ pixels, widthPx, heightPx }: Picture): void {
  for (let y = 0; y < heightPx; y++) {
    let left = y * widthPx * 4;
    let right = left + (widthPx - 1) * 4;
    for (; left < right; left += 4, right -= 4)
      for (let channel = 0; channel < 4; channel++) {
        const kept = pixels[left + channel]!;
        pixels[left + channel] = pixels[right + channel]!;
        pixels[right + channel] = kept;
      }
  }
}

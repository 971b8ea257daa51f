import type { LightTables } from './light-tables.ts';

/** Lightness in 256ths: of red, green and blue. */
const redPart = 54;
const greenPart = 183;
const bluePart = 19;

/** Light and colour of every pixel, in one pass, in place. Alpha stays. */
export function applyLight(
  pixels: Uint8Array | Uint8ClampedArray,
  { red, green, blue, gain, saturation }: LightTables,
): void {
  const last = pixels.length;
  for (let at = 0; at < last; at += 4) {
    let r = red[pixels[at]!]!;
    let g = green[pixels[at + 1]!]!;
    let b = blue[pixels[at + 2]!]!;
    if (gain) {
      const factor = gain[(redPart * r + greenPart * g + bluePart * b) >> 8]!;
      r = (r * factor + 2048) >> 12;
      g = (g * factor + 2048) >> 12;
      b = (b * factor + 2048) >> 12;
      if (r > 255) r = 255;
      if (g > 255) g = 255;
      if (b > 255) b = 255;
    }
    if (saturation !== undefined) {
      const grey = redPart * r + greenPart * g + bluePart * b;
      const factor = saturation > 256 ? kindFactor(r, g, b, saturation) : saturation;
      const greyPart = (256 - factor) * (grey >> 8);
      r = clampByte((factor * r + greyPart + 128) >> 8);
      g = clampByte((factor * g + greyPart + 128) >> 8);
      b = clampByte((factor * b + greyPart + 128) >> 8);
    }
    pixels[at] = r;
    pixels[at + 1] = g;
    pixels[at + 2] = b;
  }
}

/** More colour, but less where there is much of it already, and half where it may be skin: hands that
 *  hold a product do not turn orange. */
function kindFactor(r: number, g: number, b: number, saturation: number): number {
  const most = r > g ? (r > b ? r : b) : g > b ? g : b;
  const least = r < g ? (r < b ? r : b) : g < b ? g : b;
  const spread = most - least;
  let more = saturation - 256;
  // Half as much at full colour.
  more -= (more * spread) >> 9;
  const isSkin = r === most && b === least && g - b > spread >> 3 && r - g > spread >> 2;
  return 256 + (isSkin && spread < 140 ? more >> 1 : more);
}

const clampByte = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);

import { contrast, luminance, mix } from './colours.ts';
import type { Colour } from './scene.ts';

/** How light the lightest parts of a photo are: the relative luminance (0 to 1) that 98 of 100 pixels
 *  stay under. Takes RGBA bytes; a photo scaled to some 64 pixels is enough. Words on photos get a veil
 *  no darker than this needs. */
export function lightnessOf(rgba: Uint8Array | Uint8ClampedArray): number {
  const found: number[] = [];
  const hex = (at: number): string => (rgba[at] ?? 0).toString(16).padStart(2, '0');
  for (let at = 0; at + 3 < rgba.length; at += 4)
    found.push(luminance(`#${hex(at)}${hex(at + 1)}${hex(at + 2)}`));
  found.sort((a, b) => a - b);
  return found[Math.floor((found.length - 1) * 0.98)] ?? 1;
}

/** The grey that has this luminance. */
function greyOf(light: number): Colour {
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  const hex = Math.round(Math.min(Math.max(value, 0), 1) * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${hex}${hex}${hex}`;
}

/** The thinnest veil of `shade` under which `words` can be read on a photo of this lightness; at least
 *  `least`, for the look of it. Unknown lightness counts as white. */
export function veilAlpha(
  words: Colour,
  shade: Colour,
  lightness: number | undefined,
  least = 0.3,
): number {
  // Two in a hundred pixels are lighter, and scaling makes edges lighter still: a little in reserve.
  const ground = greyOf(Math.min(1, (lightness ?? 1) * 1.15 + 0.02));
  for (let alpha = least; alpha < 0.9; alpha += 0.02)
    if (contrast(words, mix(ground, shade, alpha)) >= 4.8) return alpha;
  return 0.9;
}

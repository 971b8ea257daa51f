import { readPhotoWork, type PhotoWork } from './photo-work.ts';

const brightest = 246;
const wishedMiddle = 108;
/** Colours further from grey than this say nothing about the light they stood in. */
const greySpread = 48;

/** Careful settings of light and colour for these pixels: the brightest parts brought up to white, dark
 *  middles lifted, a colour cast on what should be grey taken back halfway. What is well already stays. */
export function autoSettings(pixels: Uint8Array | Uint8ClampedArray): PhotoWork {
  const { counts, total, cast, colourful } = measure(pixels);
  if (total === 0) return {};
  const at = (share: number) => percentile(counts, total * share);
  const [dark, middle, light] = [at(0.01), at(0.5), at(0.99)];
  // Light to the power of 2.2 is near enough to count stops.
  const exposure = clamp(2.2 * Math.log2(brightest / Math.max(light, 60)), 0, 0.8);
  const lifted = middle * 2 ** (exposure / 2.2);
  const spread = (light - dark) * 2 ** (exposure / 2.2);
  return readPhotoWork({
    exposure: exposure < 0.08 ? 0 : exposure,
    contrast: clamp((190 - spread) / 4, 0, 22),
    shadows: clamp((wishedMiddle - lifted) * 0.7, 0, 40),
    highlights: light > 253 && middle < 200 ? -15 : 0,
    warmth: clamp(-cast.warm * 60, -22, 22),
    tint: clamp(cast.green * 60, -15, 15),
    saturation: colourful < 70 ? 8 : 0,
  });
}

function measure(pixels: Uint8Array | Uint8ClampedArray) {
  const counts = new Uint32Array(256);
  const grey = { red: 0, green: 0, blue: 0, count: 0 };
  let spreads = 0;
  let total = 0;
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [r, g, b] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    const light = (54 * r + 183 * g + 19 * b) >> 8;
    const spread = Math.max(r, g, b) - Math.min(r, g, b);
    counts[light]! += 1;
    total += 1;
    spreads += spread;
    if (spread > greySpread || light < 40 || light > 245) continue;
    grey.red += r;
    grey.green += g;
    grey.blue += b;
    grey.count += 1;
  }
  // Too little grey to judge the light by.
  const isKnown = grey.count > total * 0.03;
  const warm = isKnown ? Math.log2(grey.red / Math.max(1, grey.blue)) : 0;
  const green = isKnown ? Math.log2((2 * grey.green) / Math.max(1, grey.red + grey.blue)) : 0;
  return { counts, total, cast: { warm, green }, colourful: spreads / Math.max(1, total) };
}

function percentile(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value]!;
    if (seen >= wanted) return value;
  }
  return 255;
}

const clamp = (value: number, min: number, max: number): number =>
  Math.min(Math.max(value, min), max);

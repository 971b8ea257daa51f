/** How a photo looks, whatever its size and weight: 64 bits of its shapes (hex), and its colours in 8 by
 *  8 fields of three bytes. */
export type Look = { print: string; tones: Uint8Array };

/** Side of the square that a look is taken from; three bytes a pixel. */
export const lookSidePx = 32;
const fields = 8;

/** The signs of the lowest waves of its brightness around their median: stays nearly the same when a
 *  photo is scaled, compressed again or a little lighter, and changes when it shows something else. */
export function lookOf(rgb: Uint8Array): Look {
  const waves = lowWaves(brightnessOf(rgb));
  const middle = median(waves.slice(1));
  let print = '';
  for (let at = 0; at < 64; at += 4) {
    const bits = [0, 1, 2, 3].map((step) => ((waves[at + step] ?? 0) > middle ? 8 >> step : 0));
    print += bits.reduce((sum, bit) => sum + bit, 0).toString(16);
  }
  return { print, tones: tonesOf(rgb) };
}

function brightnessOf(rgb: Uint8Array): Float64Array {
  const grey = new Float64Array(lookSidePx * lookSidePx);
  for (let at = 0; at < grey.length; at++) {
    const [r = 0, g = 0, b = 0] = [rgb[at * 3], rgb[at * 3 + 1], rgb[at * 3 + 2]];
    // Steps of four: the grain of a second compression must not tip a wave that is hardly there.
    grey[at] = Math.round((0.299 * r + 0.587 * g + 0.114 * b) / 4) * 4;
  }
  return grey;
}

/** The 8 by 8 lowest frequencies of the discrete cosine transform, rows first. */
function lowWaves(grey: Float64Array): number[] {
  const wave = (frequency: number, at: number) =>
    Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * lookSidePx));
  const rows = new Float64Array(fields * lookSidePx);
  for (let y = 0; y < lookSidePx; y++)
    for (let u = 0; u < fields; u++) {
      let sum = 0;
      for (let x = 0; x < lookSidePx; x++) sum += (grey[y * lookSidePx + x] ?? 0) * wave(u, x);
      rows[u * lookSidePx + y] = sum;
    }
  return Array.from({ length: 64 }, (_, at) => {
    const [u, v] = [at % fields, Math.floor(at / fields)];
    let sum = 0;
    for (let y = 0; y < lookSidePx; y++) sum += (rows[u * lookSidePx + y] ?? 0) * wave(v, y);
    return sum;
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function tonesOf(rgb: Uint8Array): Uint8Array {
  const step = lookSidePx / fields;
  const tones = new Uint8Array(fields * fields * 3);
  for (let at = 0; at < tones.length; at++) {
    const channel = at % 3;
    const field = Math.floor(at / 3);
    const [left, top] = [(field % fields) * step, Math.floor(field / fields) * step];
    let sum = 0;
    for (let y = top; y < top + step; y++)
      for (let x = left; x < left + step; x++) sum += rgb[(y * lookSidePx + x) * 3 + channel] ?? 0;
    tones[at] = Math.round(sum / (step * step));
  }
  return tones;
}

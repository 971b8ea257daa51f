import type { Lab } from './delta-e.ts';

type Triple = [number, number, number];

const white: Triple = [0.9642, 1, 0.8249];

/** What inks look like by their profile's own table, as the ICC specification (version 2, `mft2`) says it is
 *  read: written from the text, beside the colour engine that the studio uses. The profile's darkest
 *  becomes black, in XYZ (black point compensation). Answers sRGB, 0 to 255, not yet cut to whole numbers. */
export function readInkProfile(icc: Buffer): (inks: readonly number[]) => Triple {
  const labOf = readTable(icc, tableAt(icc, 'A2B0'));
  const black = toXyz(labOf([1, 1, 1, 1]));
  return (inks) => {
    const xyz = toXyz(labOf(inks.map((ink) => ink / 255)));
    const deep = xyz.map((part, at) => {
      const [ground, top] = [black[at] ?? 0, white[at] ?? 1];
      return ((part - ground) / (top - ground)) * top;
    }) as Triple;
    return toSrgb(deep);
  };
}

function tableAt(icc: Buffer, wanted: string): number {
  const count = icc.readUInt32BE(128);
  for (let index = 0; index < count; index++) {
    const entry = 132 + 12 * index;
    if (icc.toString('latin1', entry, entry + 4) === wanted) return icc.readUInt32BE(entry + 4);
  }
  throw new Error(`the profile has no ${wanted}`);
}

type Curve = (value: number) => number;

/** Curves of the inks, a grid of the outcome between them, curves of the outcome. */
function readTable(icc: Buffer, at: number): (inks: readonly number[]) => Lab {
  if (icc.toString('latin1', at, at + 4) !== 'mft2') throw new Error('another kind of table');
  const [inputs = 0, outputs = 0, grid = 0] = icc.subarray(at + 8, at + 11);
  const [inputSize, outputSize] = [icc.readUInt16BE(at + 48), icc.readUInt16BE(at + 50)];
  const word = (index: number) => icc.readUInt16BE(at + 52 + 2 * index) / 65_535;
  const curve =
    (first: number, size: number): Curve =>
    (value) => {
      const place = Math.min(1, Math.max(0, value)) * (size - 1);
      const low = Math.min(size - 2, Math.floor(place));
      return word(first + low) * (1 - place + low) + word(first + low + 1) * (place - low);
    };
  const gridAt = inputs * inputSize;
  const outAt = gridAt + grid ** inputs * outputs;
  const before = Array.from({ length: inputs }, (_, one) => curve(one * inputSize, inputSize));
  const after = Array.from({ length: outputs }, (_, one) =>
    curve(outAt + one * outputSize, outputSize),
  );
  const corner = (index: number, output: number) => word(gridAt + index * outputs + output);
  return (inks) => {
    const places = before.map((bend, ink) => bend(inks[ink] ?? 0) * (grid - 1));
    const mixed = mix(places, grid, outputs, corner).map((value, one) => after[one]?.(value) ?? 0);
    const [l = 0, a = 0, b = 0] = mixed.map((value) => (value * 65_535) / 256);
    return [(l / 255) * 100, a - 128, b - 128];
  };
}

/** Between all corners of the cell of the grid, each as heavy as the place is near to it. */
function mix(
  places: readonly number[],
  grid: number,
  outputs: number,
  corner: (index: number, output: number) => number,
): number[] {
  const lows = places.map((place) => Math.min(grid - 2, Math.floor(place)));
  const sums = Array.from({ length: outputs }, () => 0);
  for (let which = 0; which < 1 << places.length; which++) {
    let [weight, index] = [1, 0];
    places.forEach((place, axis) => {
      const low = lows[axis] ?? 0;
      const isHigh = (which >> axis) & 1;
      weight *= isHigh ? place - low : 1 - place + low;
      index = index * grid + low + isHigh;
    });
    if (weight > 0) sums.forEach((sum, one) => (sums[one] = sum + weight * corner(index, one)));
  }
  return sums;
}

function toXyz([l, a, b]: Lab): Triple {
  const y = (l + 16) / 116;
  const bend = (value: number) =>
    value > 6 / 29 ? value ** 3 : (value - 16 / 116) * 3 * (6 / 29) ** 2;
  return [y + a / 500, y, y - b / 200].map((value, at) => bend(value) * (white[at] ?? 1)) as Triple;
}

/** From XYZ under D50 (Lindbloom's matrix, adapted by Bradford). */
function toSrgb([x, y, z]: Triple): Triple {
  const linear: Triple = [
    3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
    -0.9787684 * x + 1.9161415 * y + 0.033454 * z,
    0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
  ];
  return linear.map((value) => {
    const inside = Math.min(1, Math.max(0, value));
    return 255 * (inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055);
  }) as Triple;
}

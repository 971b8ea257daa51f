import { colourOfOklab, oklabDistance, oklabOf, type Oklab } from './oklab.ts';
import type { Colour } from './scene.ts';

export type SeenColour = {
  colour: Colour;
  /** Of the pixels that are not transparent. */
  share: number;
};

type Point = Oklab & { count: number };

const mostColours = 6;
const rounds = 16;
/** Closer than this two groups are one colour to the eye. */
const sameColour = 0.055;
const leastShare = 0.006;
const leastAlpha = 128;

/** The colours that a picture is made of, the one seen most first. The same pixels always answer the
 *  same. Takes sRGB pixels with alpha. */
export function dominantColours(rgba: Uint8Array | Uint8ClampedArray): SeenColour[] {
  const points = pointsOf(rgba);
  const total = points.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  let centres = firstCentres(points);
  for (let round = 0; round < rounds; round += 1) centres = means(points, centres);
  return mergeAlike(centres)
    .filter(({ count }) => count / total >= leastShare)
    .toSorted((x, y) => y.count - x.count)
    .map((one) => ({
      colour: colourOfOklab(one),
      share: Math.round((one.count / total) * 1000) / 1000,
    }));
}

/** Pixels of nearly one colour counted together: 32 steps a channel. */
function pointsOf(rgba: Uint8Array | Uint8ClampedArray): Point[] {
  const sums = new Map<number, { r: number; g: number; b: number; count: number }>();
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = rgba.subarray(at, at + 4);
    if (alpha < leastAlpha) continue;
    const key = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);
    const sum = sums.get(key) ?? { r: 0, g: 0, b: 0, count: 0 };
    sum.r += r;
    sum.g += g;
    sum.b += b;
    sum.count += 1;
    sums.set(key, sum);
  }
  return [...sums.values()].map(({ r, g, b, count }) => ({
    ...oklabOf(r / count, g / count, b / count),
    count,
  }));
}

/** The most frequent colour, then each time the one that is both frequent and unlike those before. */
function firstCentres(points: readonly Point[]): Point[] {
  const centres: Point[] = [];
  const gaps = points.map(() => 1);
  while (centres.length < mostColours) {
    let best: Point | undefined;
    let bestWeight = 0;
    for (const [index, point] of points.entries()) {
      const gap = gaps[index] ?? 0;
      const weight = Math.sqrt(point.count) * gap * gap;
      if (weight > bestWeight) [best, bestWeight] = [point, weight];
    }
    if (!best) break;
    centres.push(best);
    for (const [index, point] of points.entries())
      gaps[index] = Math.min(gaps[index] ?? 1, oklabDistance(point, best));
  }
  return centres;
}

/** Every point goes to its nearest centre; centres move to the middle of their points. */
function means(points: readonly Point[], centres: readonly Oklab[]): Point[] {
  const sums = centres.map(() => ({ l: 0, a: 0, b: 0, count: 0 }));
  for (const point of points) {
    const sum = sums[nearestIndex(point, centres)];
    if (!sum) continue;
    sum.l += point.l * point.count;
    sum.a += point.a * point.count;
    sum.b += point.b * point.count;
    sum.count += point.count;
  }
  return sums
    .filter(({ count }) => count > 0)
    .map(({ l, a, b, count }) => ({ l: l / count, a: a / count, b: b / count, count }));
}

function nearestIndex(point: Oklab, centres: readonly Oklab[]): number {
  let nearest = 0;
  let least = Infinity;
  for (const [index, centre] of centres.entries()) {
    const distance = oklabDistance(point, centre);
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}

function mergeAlike(centres: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const centre of centres.toSorted((x, y) => y.count - x.count)) {
    const like = kept.find((one) => oklabDistance(one, centre) < sameColour);
    if (like) like.count += centre.count;
    else kept.push({ ...centre });
  }
  return kept;
}

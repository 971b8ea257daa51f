import type { Picture } from './turn-pixels.ts';

/** What the edge of a photo says of its background: a colour that changes evenly across it. */
export type BorderColour = {
  /** For red, green and blue: at the top left, and how much more per width and per height. */
  planes: [number, number, number][];
  /** How much of the edge it holds for, 0 to 1. */
  share: number;
  /** How much its colours scatter there. */
  scatter: number;
};

type Sample = { xFrac: number; yFrac: number; colour: number[]; scatter: number };

const perSide = 10;
/** Stretches whose colours scatter more show no background that could be called plain. */
const mostScatter = 26;
/** Two stretches of one background are no further apart; a lamp from the side is allowed. */
const nearColour = 46;

/** Looks at the edge in stretches and takes what most of them agree on. */
export function borderColour(picture: Picture): BorderColour | undefined {
  const samples = borderSamples(picture);
  const calm = samples.filter(({ scatter }) => scatter <= mostScatter);
  const agreeing = (other: Sample) =>
    calm.filter((one) => distance(one.colour, other.colour) <= nearColour);
  let best: Sample[] = [];
  for (const sample of calm) {
    const found = agreeing(sample);
    if (found.length > best.length) best = found;
  }
  if (best.length < 3) return undefined;
  return {
    planes: [0, 1, 2].map((channel) => fitPlane(best, channel)),
    share: best.length / samples.length,
    scatter: median(best.map(({ scatter }) => scatter)),
  };
}

function borderSamples({ pixels, widthPx, heightPx }: Picture): Sample[] {
  const thickPx = Math.max(2, Math.round(Math.max(widthPx, heightPx) * 0.015));
  const samples: Sample[] = [];
  const take = (leftPx: number, topPx: number, rightPx: number, belowPx: number) =>
    samples.push(sampleOf(pixels, widthPx, heightPx, { leftPx, topPx, rightPx, belowPx }));
  for (let at = 0; at < perSide; at++) {
    const x = [Math.floor((at * widthPx) / perSide), Math.floor(((at + 1) * widthPx) / perSide)];
    const y = [Math.floor((at * heightPx) / perSide), Math.floor(((at + 1) * heightPx) / perSide)];
    take(x[0]!, 0, x[1]!, Math.min(thickPx, heightPx));
    take(x[0]!, Math.max(0, heightPx - thickPx), x[1]!, heightPx);
    take(0, y[0]!, Math.min(thickPx, widthPx), y[1]!);
    take(Math.max(0, widthPx - thickPx), y[0]!, widthPx, y[1]!);
  }
  return samples;
}

function sampleOf(
  pixels: Picture['pixels'],
  widthPx: number,
  heightPx: number,
  area: { leftPx: number; topPx: number; rightPx: number; belowPx: number },
): Sample {
  const sum = [0, 0, 0];
  let squares = 0;
  let count = 0;
  for (let y = area.topPx; y < area.belowPx; y++)
    for (let x = area.leftPx; x < area.rightPx; x++, count++)
      for (let channel = 0; channel < 3; channel++) {
        const value = pixels[(y * widthPx + x) * 4 + channel]!;
        sum[channel]! += value;
        squares += value * value;
      }
  const colour = sum.map((one) => one / Math.max(1, count));
  const mean = colour.reduce((total, one) => total + one * one, 0);
  return {
    xFrac: (area.leftPx + area.rightPx) / 2 / widthPx,
    yFrac: (area.topPx + area.belowPx) / 2 / heightPx,
    colour,
    scatter: count === 0 ? 255 : Math.sqrt(Math.max(0, squares / count - mean)),
  };
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, one, at) => sum + (one - (b[at] ?? 0)) ** 2, 0));

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Least squares; across a direction that the samples do not span, it stays flat. */
function fitPlane(samples: readonly Sample[], channel: number): [number, number, number] {
  const value = ({ colour }: Sample) => colour[channel] ?? 0;
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [mx, my, mv] = [mean((one) => one.xFrac), mean((one) => one.yFrac), mean(value)];
  const xx = mean((one) => (one.xFrac - mx) ** 2);
  const yy = mean((one) => (one.yFrac - my) ** 2);
  const xy = mean((one) => (one.xFrac - mx) * (one.yFrac - my));
  const xv = mean((one) => (one.xFrac - mx) * (value(one) - mv));
  const yv = mean((one) => (one.yFrac - my) * (value(one) - mv));
  const area = xx * yy - xy * xy;
  if (area < 1e-4) return [mv, 0, 0];
  const perWidth = (xv * yy - yv * xy) / area;
  const perHeight = (yv * xx - xv * xy) / area;
  return [mv - perWidth * mx - perHeight * my, perWidth, perHeight];
}

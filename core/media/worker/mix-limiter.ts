import { soundRateHz } from '../sound-arguments.ts';
import { scaleSound, type Sound } from './mix-track.ts';

/** How long before a peak the level begins to go down: 5 ms. */
const aheadSamples = soundRateHz / 200;
const releaseSamples = soundRateHz * 0.08;
const taps = 12;

/** Filters that tell what a sound does between its samples, a quarter, half and three quarters on. */
function betweenFilters(): Float64Array[] {
  return [0.25, 0.5, 0.75].map((shift) => {
    const filter = Float64Array.from({ length: taps }, (_, tap) => {
      const distance = tap - taps / 2 + 1 - shift;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (taps / 2));
      return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * window;
    });
    const sum = filter.reduce((total, value) => total + value, 0);
    return filter.map((value) => value / sum);
  });
}

/** Keeps what stands above the ceiling below it, between samples too, without clipping: the level bends
 *  down before a peak and comes back after it. Both channels alike, so that nothing wanders. */
export function limitPeaks(sound: Sound, ceiling: number): void {
  const peaks = peaksOf(sound, ceiling);
  if (!peaks.some((peak) => peak > ceiling)) return;
  scaleSound(sound, levelsFor(peaks, ceiling));
}

/** The highest of both channels around each sample. */
function peaksOf({ left, right }: Sound, ceiling: number): Float32Array {
  const filters = betweenFilters();
  const peaks = new Float32Array(left.length);
  // Far below the ceiling nothing between samples can reach it.
  const near = ceiling * 0.5;
  for (let at = 0; at < peaks.length; at++) {
    const here = Math.max(Math.abs(left[at] ?? 0), Math.abs(right[at] ?? 0));
    peaks[at] = here;
    if (here < near) continue;
    for (const side of [left, right])
      for (const filter of filters)
        peaks[at] = Math.max(peaks[at] ?? 0, Math.abs(between(side, at, filter)));
  }
  return peaks;
}

function between(side: Float32Array, at: number, filter: Float64Array): number {
  let sum = 0;
  for (let tap = 0; tap < taps; tap++)
    sum += (side[at + tap - taps / 2 + 1] ?? 0) * (filter[tap] ?? 0);
  return sum;
}

function levelsFor(peaks: Float32Array, ceiling: number): Float32Array {
  const wanted = new Float32Array(peaks.length);
  const back = 1 / releaseSamples;
  let level = 1;
  for (let at = 0; at < peaks.length; at++) {
    const most = Math.min(1, ceiling / Math.max(peaks[at] ?? 0, 1e-9));
    level = Math.min(most, level + (1 - level) * back);
    wanted[at] = level;
  }
  return eased(lowestAhead(wanted));
}

/** The lowest level of the next samples, so that a mean over as many never exceeds what a peak allows. */
function lowestAhead(levels: Float32Array): Float32Array {
  const lowest = new Float32Array(levels.length);
  const queue: number[] = [];
  let head = 0;
  for (let at = levels.length - 1; at >= 0; at--) {
    while (queue.length > head && (levels[queue.at(-1) ?? 0] ?? 1) >= (levels[at] ?? 1))
      queue.pop();
    queue.push(at);
    if ((queue[head] ?? 0) > at + aheadSamples) head++;
    lowest[at] = levels[queue[head] ?? at] ?? 1;
  }
  return lowest;
}

function eased(levels: Float32Array): Float32Array {
  const smooth = new Float32Array(levels.length);
  let sum = aheadSamples * (levels[0] ?? 1);
  for (let at = 0; at < levels.length; at++) {
    sum += (levels[at] ?? 1) - (levels[Math.max(0, at - aheadSamples)] ?? 1);
    smooth[at] = sum / aheadSamples;
  }
  return smooth;
}

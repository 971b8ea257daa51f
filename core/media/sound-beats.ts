/** The pulse that was found in a sound. */
export type FoundBeats = {
  bpm: number;
  beatsMs: number[];
  /** 0 to 1; below a half rather a guess. */
  sureFrac: number;
};

const hopMs = 10;
const slowestBpm = 60;
const fastestBpm = 180;
/** Most music is felt near this. */
const usualBpm = 110;
/** How strongly beats keep their distance. */
const steadiness = 100;
const shortestMs = 4000;

/** Finds the beats of a sound of one channel: where energy rises in low, middle and high, how regularly
 *  that comes back, and the row of moments that follows both best. Nothing in speech-short or still
 *  sounds. */
export function findBeats(samples: Int16Array, rateHz: number): FoundBeats | undefined {
  if (samples.length < (shortestMs / 1000) * rateHz) return undefined;
  const onsets = onsetsOf(samples, rateHz);
  if (onsets.every((onset) => onset === 0)) return undefined;
  const { lag, regularity } = beatDistance(onsets);
  const steps = followBeats(onsets, lag);
  if (steps.length < 4) return undefined;
  const onBeat = mean(steps.map((step) => highestNear(onsets, step)));
  const contrast = 1 - mean(onsets) / Math.max(1e-9, onBeat);
  return {
    bpm: Number((60_000 / (meanDistance(steps) * hopMs)).toFixed(1)),
    beatsMs: steps.map((step) => step * hopMs),
    sureFrac: Number(Math.max(0, Math.min(1, contrast * regularity * 1.4)).toFixed(2)),
  };
}

/** How much more sound there is than a moment before, every 10 ms, without its slow rise and fall. */
function onsetsOf(samples: Int16Array, rateHz: number): Float32Array {
  const hop = Math.round((rateHz * hopMs) / 1000);
  const count = Math.floor(samples.length / hop);
  const onsets = new Float32Array(count);
  const [slow, fast] = [smoothing(160, rateHz), smoothing(1500, rateHz)];
  let [low, middle] = [0, 0];
  const before = [0, 0, 0];
  for (let step = 0; step < count; step++) {
    const power = [0, 0, 0];
    for (let at = step * hop; at < (step + 1) * hop; at++) {
      const sample = (samples[at] ?? 0) / 32_768;
      low += (sample - low) * slow;
      middle += (sample - middle) * fast;
      for (const [band, part] of [low, middle - low, sample - middle].entries())
        power[band] = (power[band] ?? 0) + part * part;
    }
    for (const [band, sum] of power.entries()) {
      const level = Math.log1p(3000 * (sum / hop));
      onsets[step] = (onsets[step] ?? 0) + Math.max(0, level - (before[band] ?? 0));
      before[band] = level;
    }
  }
  return withoutTrend(onsets);
}

const smoothing = (hz: number, rateHz: number) => 1 - Math.exp((-2 * Math.PI * hz) / rateHz);

function withoutTrend(onsets: Float32Array): Float32Array {
  const around = 40;
  let sum = 0;
  for (let at = 0; at < Math.min(around, onsets.length); at++) sum += onsets[at] ?? 0;
  return onsets.map((onset, at) => {
    sum += (onsets[at + around] ?? 0) - (onsets[at - around - 1] ?? 0);
    return Math.max(0, onset - sum / (2 * around + 1));
  });
}

/** The distance in steps at which the onsets repeat most, preferring one that people tap. */
function beatDistance(onsets: Float32Array): { lag: number; regularity: number } {
  const own = likeness(onsets, 0);
  let best = { lag: 0, score: -1, regularity: 0 };
  const from = Math.floor(60_000 / fastestBpm / hopMs);
  const to = Math.ceil(60_000 / slowestBpm / hopMs);
  for (let lag = from; lag <= to; lag++) {
    const alike = (likeness(onsets, lag) + 0.5 * likeness(onsets, lag * 2)) / (1.5 * own);
    const octaves = Math.log2(60_000 / (lag * hopMs) / usualBpm);
    const score = alike * Math.exp(-0.5 * (octaves / 0.9) ** 2);
    if (score > best.score) best = { lag, score, regularity: alike };
  }
  return best;
}

/** Beside itself moved by `lag`; a step to either side counts as well. */
function likeness(onsets: Float32Array, lag: number): number {
  let sum = 0;
  for (let at = lag + 1; at < onsets.length - 1; at++) {
    const then = onsets[at - lag] ?? 0;
    if (then > 0) sum += then * highestNear(onsets, at);
  }
  return sum;
}

function highestNear(onsets: Float32Array, at: number): number {
  return Math.max(onsets[at - 1] ?? 0, onsets[at] ?? 0, onsets[at + 1] ?? 0);
}

/** The row of steps with the strongest onsets whose distances stay near `lag`. */
function followBeats(onsets: Float32Array, lag: number): number[] {
  const scale = Math.sqrt(mean(onsets.map((onset) => onset * onset))) || 1;
  const scores = new Float64Array(onsets.length);
  const cameFrom = new Int32Array(onsets.length).fill(-1);
  for (let at = 0; at < onsets.length; at++) {
    let best = 0;
    for (let gap = Math.ceil(lag * 0.6); gap <= Math.min(at, Math.floor(lag * 1.6)); gap++) {
      const score = (scores[at - gap] ?? 0) - steadiness * Math.log(gap / lag) ** 2;
      if (score <= best) continue;
      best = score;
      cameFrom[at] = at - gap;
    }
    scores[at] = best + (onsets[at] ?? 0) / scale;
  }
  let last = onsets.length - 1;
  for (let at = Math.max(0, onsets.length - lag); at < onsets.length; at++)
    if ((scores[at] ?? 0) > (scores[last] ?? 0)) last = at;
  const steps: number[] = [];
  for (let at = last; at >= 0; at = cameFrom[at] ?? -1) steps.push(at);
  return steps.reverse();
}

function meanDistance(steps: readonly number[]): number {
  return ((steps.at(-1) ?? 0) - (steps[0] ?? 0)) / Math.max(1, steps.length - 1);
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
  return values.length ? sum / values.length : 0;
}

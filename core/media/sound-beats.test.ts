import { describe, expect, test } from 'vitest';
import { findBeats } from './sound-beats.ts';

const rateHz = 8000;

/** Strokes of a drum at these moments over a low hum. */
function drums(strokesMs: readonly number[], lengthMs: number): Int16Array {
  const samples = new Int16Array((lengthMs * rateHz) / 1000);
  for (let at = 0; at < samples.length; at++) samples[at] = 300 * Math.sin(at / 9);
  for (const strokeMs of strokesMs)
    for (let step = 0; step < 800; step++) {
      const at = Math.round((strokeMs * rateHz) / 1000) + step;
      if (at < samples.length)
        samples[at] = (samples[at] ?? 0) + 12_000 * Math.exp(-step / 160) * Math.sin(step / 3);
    }
  return samples;
}

const every = (gapMs: number, fromMs: number, toMs: number) =>
  Array.from({ length: Math.floor((toMs - fromMs) / gapMs) }, (_, at) => fromMs + at * gapMs);

describe('the beats of a sound', () => {
  test.each([72, 96, 128])('are found at %i a minute, each where it is struck', (bpm) => {
    const strokesMs = every(60_000 / bpm, 230, 15_000);
    const found = findBeats(drums(strokesMs, 15_000), rateHz);
    expect(Math.abs((found?.bpm ?? 0) - bpm)).toBeLessThan(1);
    expect(found?.sureFrac).toBeGreaterThan(0.5);
    const heard = strokesMs.slice(1, -1);
    const hit = heard.filter((atMs) =>
      found?.beatsMs.some((beatMs) => Math.abs(beatMs - atMs) <= 20),
    );
    expect(hit.length).toBe(heard.length);
  });

  test('go on through a pause of the drum', () => {
    const strokesMs = every(500, 0, 16_000).filter((atMs) => atMs < 6000 || atMs >= 8000);
    const found = findBeats(drums(strokesMs, 16_000), rateHz);
    const between = found?.beatsMs.filter((atMs) => atMs > 6100 && atMs < 7900) ?? [];
    expect(between.length).toBeGreaterThanOrEqual(3);
    expect(found?.beatsMs.some((atMs) => Math.abs(atMs - 8000) <= 20)).toBe(true);
  });

  test('are no more than a guess where nothing comes back, and none in silence', () => {
    let state = 7;
    const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    const strokesMs = Array.from({ length: 30 }, () => random() * 15_000);
    expect(findBeats(drums(strokesMs, 15_000), rateHz)?.sureFrac).toBeLessThan(0.5);
    expect(findBeats(new Int16Array(15 * rateHz), rateHz)).toBeUndefined();
    expect(findBeats(drums([100], 1000), rateHz)).toBeUndefined();
  });
});

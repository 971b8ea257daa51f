import { expect, test } from 'vitest';
import { clockText, soundLevel } from './sound-level.ts';

const audio = { trackId: 't', startMs: 0, fadeInMs: 200, fadeOutMs: 1000, volume: 0.8 };

test('comes, stays and goes', () => {
  expect(soundLevel(audio, 0, 10_000)).toBe(0);
  expect(soundLevel(audio, 100, 10_000)).toBeCloseTo(0.4);
  expect(soundLevel(audio, 5_000, 10_000)).toBe(0.8);
  expect(soundLevel(audio, 9_500, 10_000)).toBeCloseTo(0.4);
  expect(soundLevel(audio, 10_000, 10_000)).toBe(0);
});

test('never leaves what a loudspeaker takes', () => {
  expect(soundLevel(audio, -50, 10_000)).toBe(0);
  expect(soundLevel({ ...audio, volume: 3, fadeOutMs: 0 }, 5_000, 10_000)).toBe(1);
});

test('writes the time as on a tape', () => {
  expect(clockText(4_250, ',')).toBe('00:04,2');
  expect(clockText(61_000, '.')).toBe('01:01.0');
});

import { expect, test } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

test('F34 waits 1, 4, 15, 60 and 60 s, then no more', () => {
  const middle = [1, 2, 3, 4, 5, 6].map((attempt) => retryDelayMs(attempt, 0.5));
  expect(middle).toEqual([1_000, 4_000, 15_000, 60_000, 60_000, undefined]);
});

test('jitters by a fifth either way', () => {
  expect(retryDelayMs(1, 0)).toBe(800);
  expect(retryDelayMs(1, 0.999)).toBe(1200);
});

test('knows no attempt before the first', () => {
  expect(retryDelayMs(0, 0.5)).toBeUndefined();
});

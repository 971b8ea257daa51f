import { expect, test } from 'vitest';
import { stillTimes } from './still-times.ts';

test('a part is filled with moments of its own, and a long one with no more than are looked at', () => {
  const part = { startMs: 2000, durationMs: 1000, scale: 0.1 };
  expect(stillTimes({ ...part, stillPx: 40 })).toEqual([2200, 2600, 2999]);
  expect(stillTimes({ ...part, stillPx: 400 })).toEqual([2999]);
  expect(stillTimes({ ...part, durationMs: 60_000, stillPx: 10 })).toHaveLength(24);
});

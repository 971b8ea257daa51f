import { expect, test } from 'vitest';
import { lanesOf, stackLanes } from './stack-lanes.ts';

test('voices that are heard together stand on lines of their own, others share one', () => {
  const bar = (id: string, inMs: number, durationMs: number) => ({ id, inMs, durationMs });
  const lanes = stackLanes([
    bar('late', 2500, 900),
    bar('first', 0, 2000),
    bar('over', 1000, 1000),
  ]);
  expect([...lanes]).toEqual([
    ['first', 0],
    ['over', 1],
    ['late', 0],
  ]);
  expect(lanesOf(lanes)).toBe(2);
  expect(lanesOf(stackLanes([]))).toBe(1);
});

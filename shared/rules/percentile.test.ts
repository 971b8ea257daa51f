import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

test('lies between the values as a spreadsheet has it', () => {
  expect(percentile([], 0.5)).toBeUndefined();
  expect(percentile([7], 0.9)).toBe(7);
  expect(percentile([1, 3], 0.5)).toBe(2);
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(percentile([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9)).toBeCloseTo(91);
  expect(percentile([1, 2, 3], 1)).toBe(3);
});

test('never leaves the range, and grows with the share', () => {
  const values = [5, 1, 9, 4, 4, 22].toSorted((one, other) => one - other);
  const shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];
  const found = shares.map((share) => percentile(values, share) ?? Number.NaN);
  expect(found).toEqual(found.toSorted((one, other) => one - other));
  expect([found[0], found.at(-1)]).toEqual([1, 22]);
});

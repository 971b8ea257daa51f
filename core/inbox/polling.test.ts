import { expect, test } from 'vitest';
import { pollDelayMs } from './polling.ts';

const hourMs = 3_600_000;

test('today’s posts are read every 45 s, older ones ever less', () => {
  expect(pollDelayMs(0)).toBe(45_000);
  expect(pollDelayMs(23 * hourMs)).toBe(45_000);
  const ages = [0, 25, 24 * 8, 24 * 300].map((hours) => pollDelayMs(hours * hourMs));
  expect(ages.toSorted((a, b) => a - b)).toEqual(ages);
});

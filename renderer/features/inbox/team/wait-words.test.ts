import { expect, test } from 'vitest';
import { waitShare, waitWords } from './wait-words.ts';

const minute = 60_000;
const words = (ms: number, locale = 'fr-FR') => waitWords(ms, locale).replaceAll(/\s/g, ' ');

test('is no finer than it matters, and turns over at whole hours and days', () => {
  expect(words(45_000)).toBe('45 s');
  expect(words(12 * minute + 20_000)).toBe('12 min');
  expect(words(59.6 * minute)).toBe('1 h');
  expect(words(200 * minute)).toBe('3 h 20 min');
  expect(words(24 * 60 * minute - 20_000)).toBe('1 j');
  expect(words(52 * 60 * minute)).toBe('2 j 4 h');
  expect(words(200 * minute, 'en-GB')).toBe('3 hrs 20 mins');
});

test('the longest wait fills its line', () => {
  expect([waitShare(50, 100), waitShare(100, 100), waitShare(5, 0)]).toEqual([0.5, 1, 0]);
});

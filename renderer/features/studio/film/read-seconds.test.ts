import { expect, test } from 'vitest';
import { readSeconds } from './read-seconds.ts';

test.each([
  ['1,5', 1500],
  ['2.25 s', 2250],
  [' 3 ', 3000],
  ['', undefined],
  ['deux', undefined],
  ['-1', undefined],
])('%j is %j ms', (text, ms) => {
  expect(readSeconds(text)).toBe(ms);
});

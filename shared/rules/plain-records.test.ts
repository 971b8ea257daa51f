import { expect, test } from 'vitest';
import { isRecord, withoutGaps } from './plain-records.ts';

test('tells named values from lists and from nothing', () => {
  expect([{}, [], null, undefined, 'text', 3].map(isRecord)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('leaves out what is undefined, and nothing else', () => {
  const kept = withoutGaps({ a: undefined, b: null, c: 0, d: '' });
  expect(Object.entries(kept)).toEqual([
    ['b', null],
    ['c', 0],
    ['d', ''],
  ]);
});

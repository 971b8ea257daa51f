import { expect, test } from 'vitest';
import { diffWords } from './word-diff.ts';

const text = (parts: ReturnType<typeof diffWords>, leave: 'added' | 'removed') =>
  parts
    .filter((part) => part.change !== leave)
    .map((part) => part.text)
    .join('');

test('says which words went and which came', () => {
  expect(diffWords('Les arums sont là', 'Les beaux arums sont ici')).toEqual([
    { text: 'Les ', change: 'same' },
    { text: 'beaux ', change: 'added' },
    { text: 'arums sont ', change: 'same' },
    { text: 'là', change: 'removed' },
    { text: 'ici', change: 'added' },
  ]);
});

test.each([
  ['', ''],
  ['', 'Un mot'],
  ['Un mot', ''],
  ['a b c d', 'd c b a'],
  ['Ligne\n\nune', 'Ligne\nune'],
  ['mot '.repeat(2600), 'mot'],
])('both texts can be read out of it whole: %j → %j', (before, after) => {
  const parts = diffWords(before, after);
  expect(text(parts, 'added')).toBe(before);
  expect(text(parts, 'removed')).toBe(after);
});

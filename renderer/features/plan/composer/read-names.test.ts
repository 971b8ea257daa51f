import { expect, test } from 'vitest';
import { readNames } from './read-names.ts';

test.each([
  ['', []],
  ['@mug.co, lyonfleurs', ['mug.co', 'lyonfleurs']],
  ['mug.co;mug.co\n @a', ['mug.co', 'a']],
  ['mug.co, ', ['mug.co']],
])('reads the names in %j', (text, names) => {
  expect(readNames(text)).toEqual(names);
});

test('stops at what a post can hold', () => {
  const many = Array.from({ length: 14 }, (_, index) => `name${index}`).join(' ');
  expect(readNames(many)).toHaveLength(10);
});

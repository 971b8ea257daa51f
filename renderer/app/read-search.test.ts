import { expect, test } from 'vitest';
import { readSearch, writeSearch } from './read-search.ts';

test('keeps ids beyond 2⁵³ to the digit', () => {
  const search = { thread: '9007199254740993' };
  expect(readSearch(writeSearch(search))).toEqual(search);
});

test('leaves out what is not there', () => {
  expect(writeSearch({ post: undefined, new: '' })).toBe('');
  expect(writeSearch({ post: 'a b', new: '2026-11-26T18:30' })).toBe(
    '?post=a+b&new=2026-11-26T18%3A30',
  );
});

import { expect, test } from 'vitest';
import { searchWords } from './search-words.ts';

test('every word must be there, each as it begins', () => {
  expect(searchWords('  pot  terre cuite ')).toBe('"pot"* "terre"* "cuite"*');
});

test('letters with marks stay one word, composed or not', () => {
  expect(searchWords('e\u0301te\u0301')).toBe('"e\u0301te\u0301"*');
  expect(searchWords('الأبيض')).toBe('"الأبيض"*');
});

test('nothing typed is an operator', () => {
  expect(searchWords('NEAR("a" OR *) ^b')).toBe('"NEAR"* "a"* "OR"* "b"*');
  expect(searchWords('"*-()')).toBeUndefined();
  expect(searchWords('')).toBeUndefined();
});

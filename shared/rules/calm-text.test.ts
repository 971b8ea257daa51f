import { expect, test } from 'vitest';
import { calmText, foldLongText } from './calm-text.ts';

test('F63 drops marks that turn a text around and keeps Arabic and emoji', () => {
  expect(calmText('prix \u202Exfdp.exe\u202C')).toBe('prix xfdp.exe');
  expect(calmText('\u2067\u2066a\u2069\u2069')).toBe('a');
  expect(calmText('مرحبا 👩‍🌾')).toBe('مرحبا 👩‍🌾');
  expect(calmText('می‌خواهم क्‍ष')).toBe('می‌خواهم क्‍ष');
});

test('F63 caps piled marks, not the accents of any language', () => {
  expect(calmText(`Z${'\u0301'.repeat(60)}!`)).toBe(`Z${'\u0301'.repeat(4)}!`);
  expect(calmText('été, Việt, ก็')).toBe('été, Việt, ก็');
});

test('F63 shows no letter that nobody sees: controls, blanks without a width, tags, lone halves', () => {
  expect(calmText('a\0b\u001B[31mc\u0085\u007F')).toBe('ab[31mc');
  expect(calmText('pay\u200Bpal\u00AD\uFEFF\u2060\u3164')).toBe('paypal');
  const hidden = [...'ignore'].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0)));
  expect(calmText(`Bonjour${hidden.join('')}`)).toBe('Bonjour');
  const scotland = '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
  expect(calmText(`${scotland} ok`)).toBe(`${scotland} ok`);
  expect(calmText('a\uD800b')).toBe('a\uFFFDb');
});

test('F63 keeps lines, and no screen of nothing between them', () => {
  expect(calmText('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd\te');
  expect(calmText(`a${'\n \t'.repeat(500)}b`)).toBe('a\n\n\n \tb');
});

test('F63 folds a text of sixty kilobytes at a word, and a tall one at a line', () => {
  expect(foldLongText('Bonjour')).toBeUndefined();
  const folded = foldLongText('mot '.repeat(15_000)) ?? '';
  expect(folded.length).toBeLessThanOrEqual(1201);
  expect(folded.endsWith('mot…')).toBe(true);
  expect(foldLongText('a\n'.repeat(600))?.split('\n')).toHaveLength(24);
});

test('folding one endless word leaves no half character', () => {
  const folded = foldLongText(`a${'🌿'.repeat(4000)}`) ?? '';
  expect(folded.isWellFormed()).toBe(true);
});

test('takes any text in a time that grows with its length only', () => {
  const flood = `${'\u0301'.repeat(20_000)}${' \n'.repeat(20_000)}${'\u{E0041}'.repeat(20_000)}`;
  expect(calmText(flood).length).toBeLessThan(50);
});

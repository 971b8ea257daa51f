import { expect, test } from 'vitest';
import { calmText, foldText } from './calm-text.ts';

test('F63 drops marks that turn a text around and keeps Arabic and emoji', () => {
  expect(calmText('prix \u202Exfdp.exe\u202C')).toBe('prix xfdp.exe');
  expect(calmText('مرحبا 👩‍🌾')).toBe('مرحبا 👩‍🌾');
});

test('F63 caps piled marks, not the accents of any language', () => {
  expect(calmText(`Z${'\u0301'.repeat(60)}!`)).toBe(`Z${'\u0301'.repeat(4)}!`);
  expect(calmText('été, Việt')).toBe('été, Việt');
});

test('F63 folds a text of sixty kilobytes at a word', () => {
  expect(foldText('Bonjour')).toBeUndefined();
  const folded = foldText('mot '.repeat(15_000)) ?? '';
  expect(folded.length).toBeLessThanOrEqual(1201);
  expect(folded.endsWith('mot…')).toBe(true);
});

test('folding one endless word leaves no half character', () => {
  const folded = foldText(`a${'🌿'.repeat(4000)}`) ?? '';
  expect(folded.isWellFormed()).toBe(true);
});

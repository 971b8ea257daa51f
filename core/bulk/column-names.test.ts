import { expect, test } from 'vitest';
import { bulkField } from '../../shared/contract/bulk.ts';
import { findHeader, ownHeaders, recogniseHeaders } from './column-names.ts';

test('knows the headers that it writes, in both languages', () => {
  for (const headers of Object.values(ownHeaders)) {
    const names = bulkField.options.map((field) => headers[field]);
    expect(recogniseHeaders(names)).toEqual(bulkField.options);
  }
});

test('knows headers as others write them, and takes the first of two', () => {
  expect(
    recogniseHeaders([
      'JOUR',
      'Horaire ',
      'Légende',
      'légende_facebook',
      'Visuels',
      'Notes',
      'day',
    ]),
  ).toEqual(['date', 'time', 'caption', 'captionFacebook', 'media', '', '']);
});

test('the header is the row that names the most columns; a lone word is none', () => {
  expect(
    findHeader([['Plan de décembre'], ['Date'], ['Date', 'Heure', 'Texte'], ['1', '2', '3']]),
  ).toBe(2);
  expect(findHeader([['Date'], ['26/11/2026', 'La Serre']])).toBeUndefined();
  expect(findHeader([])).toBeUndefined();
});

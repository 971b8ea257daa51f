import { expect, test } from 'vitest';
import { readLack } from './read-lack.ts';

const params = {
  missingFields: ['price'],
  headers: ['Réf', 'Nom'],
  mapping: { Réf: 'sku' },
  preview: [['A', 'Arum']],
  encoding: 'utf-8',
  separator: ';',
  missing: 'prix',
};

test('takes what the dialog needs to ask for the missing columns', () => {
  expect(readLack({ code: 'csv-columns-missing', params })).toMatchObject({
    missingFields: ['price'],
    headers: ['Réf', 'Nom'],
  });
});

test('is nothing for other problems and for params it does not know', () => {
  expect(readLack({ code: 'csv-unreadable', params })).toBeUndefined();
  expect(readLack({ code: 'csv-columns-missing', params: { name: 'x' } })).toBeUndefined();
});

import { expect, test } from 'vitest';
import { checkWords } from './check-words.ts';

const facebook = { network: 'facebook', kind: 'comment' } as const;

test('names what still stands in braces, each once, and leaves other braces alone', () => {
  expect(checkWords('{price} et {price}, {stock} {smile}', facebook).open).toEqual([
    'price',
    'stock',
  ]);
  expect(checkWords('Tout est dit', facebook).open).toEqual([]);
});

test('tells when the limit is near and when it is passed', () => {
  const instagram = { network: 'instagram', kind: 'comment' } as const;
  const full = '🌿'.repeat(2200);
  expect(checkWords(full, instagram)).toMatchObject({ length: 2200, limit: 2200, isNear: true });
  expect(checkWords(full, instagram).isTooLong).toBe(false);
  expect(checkWords(`${full}!`, instagram).isTooLong).toBe(true);
  expect(checkWords(full, facebook).isNear).toBe(false);
});

import { expect, test } from 'vitest';
import { isSameSpec } from './use-batch.ts';

const spec = { productIds: ['a', 'b'], templateIds: ['t'], formats: ['1:1' as const] };

test('tells choices apart by what they come to', () => {
  expect(isSameSpec(spec, { ...spec, productIds: ['b', 'a'] })).toBe(true);
  expect(isSameSpec(spec, { ...spec, options: { showPrice: true, titles: {} } })).toBe(true);
  expect(isSameSpec(spec, { ...spec, options: { showPrice: false } })).toBe(false);
  expect(isSameSpec(spec, { ...spec, options: { titles: { a: 'x' } } })).toBe(false);
  expect(isSameSpec(spec, { ...spec, options: { shopId: 's' } })).toBe(false);
  expect(isSameSpec(spec, { ...spec, templateIds: ['t', 'u'] })).toBe(false);
  expect(isSameSpec(spec, { ...spec, formats: ['4:5'] })).toBe(false);
  const grouped = { ...spec, groupSize: 2 };
  expect(isSameSpec(spec, grouped)).toBe(false);
  expect(isSameSpec(grouped, { ...grouped, productIds: ['b', 'a'] })).toBe(false);
  const words = { t: { all: { headline: 'Merci' } } };
  expect(isSameSpec(spec, { ...spec, words })).toBe(false);
  expect(isSameSpec({ ...spec, words }, { ...spec, words: { ...words } })).toBe(true);
});

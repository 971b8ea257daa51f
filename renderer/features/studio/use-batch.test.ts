import { expect, test } from 'vitest';
import { isSameSpec } from './use-batch.ts';

const spec = { productIds: ['a', 'b'], templateIds: ['t'], formats: ['1:1' as const] };

test('tells choices apart by what they come to', () => {
  expect(isSameSpec(spec, { ...spec, productIds: ['b', 'a'] })).toBe(true);
  expect(isSameSpec(spec, { ...spec, options: { showPrice: true, titles: {} } })).toBe(true);
  expect(isSameSpec(spec, { ...spec, options: { showPrice: false } })).toBe(false);
  expect(isSameSpec(spec, { ...spec, options: { titles: { a: 'x' } } })).toBe(false);
  expect(isSameSpec(spec, { ...spec, templateIds: ['t', 'u'] })).toBe(false);
  expect(isSameSpec(spec, { ...spec, formats: ['4:5'] })).toBe(false);
});

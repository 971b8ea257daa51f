import { expect, test } from 'vitest';
import { countedPrice } from './price-count.ts';

test('counts with the decimals, the sign and the grouping of the price', () => {
  expect(countedPrice('24,90 €', '', 0)).toBe('0,00 €');
  expect(countedPrice('24,90 €', '', 0.5)).toBe('12,45 €');
  expect(countedPrice('24,90 €', '', 1)).toBe('24,90 €');
  expect(countedPrice('1\u202F249,00\u00A0€', '', 0.9)).toBe('1\u202F124,10\u00A0€');
  expect(countedPrice('1\u202F249,00\u00A0€', '', 0.5)).toBe('624,50\u00A0€');
  expect(countedPrice('$1,249.00', '', 0.9)).toBe('$1,124.10');
  expect(countedPrice('3 €', '', 0.5)).toBe('2 €');
  expect(countedPrice('12 500 €', '', 0.1)).toBe('1 250 €');
});

test('counts down from an old price, also from one of other decimals', () => {
  expect(countedPrice('15,00 €', '20,00 €', 0.5)).toBe('17,50 €');
  expect(countedPrice('15 €', '19,90 €', 0)).toBe('20 €');
  expect(countedPrice('999,00 €', '1 249,00 €', 0)).toBe('1\u202F249,00 €');
});

test('leaves alone what is no number', () => {
  expect(countedPrice('Gratuit', '20 €', 0.3)).toBe('Gratuit');
  expect(countedPrice('', '', 0.3)).toBe('');
});

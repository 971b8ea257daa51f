import { expect, test } from 'vitest';
import { decimalText, formatMoney, minorDigits } from './money.ts';

test('knows the digits of a currency', () => {
  expect(minorDigits('EUR')).toBe(2);
  expect(minorDigits('JPY')).toBe(0);
  expect(minorDigits('TND')).toBe(3);
});

test('writes minor units as exact decimals', () => {
  expect(decimalText(1290, 'EUR')).toBe('12.90');
  expect(decimalText(5, 'EUR')).toBe('0.05');
  expect(decimalText(-5, 'EUR')).toBe('-0.05');
  expect(decimalText(1250000, 'EUR')).toBe('12500.00');
  expect(decimalText(500, 'JPY')).toBe('500');
});

test("formats as the shop's country does", () => {
  expect(formatMoney(1290, 'EUR', 'fr-FR').replace(/\s/g, ' ')).toBe('12,90 €');
  expect(formatMoney(1250000, 'EUR', 'fr-FR').replace(/\s/g, ' ')).toBe('12 500,00 €');
  expect(formatMoney(1290, 'GBP', 'en-GB')).toBe('£12.90');
  expect(formatMoney(500, 'JPY', 'fr-FR')).toMatch(/^500\s/);
});

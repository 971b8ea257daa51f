import { expect, test } from 'vitest';
import { countryCodes, currencyCodes, nameList, zoneNames } from './choices.ts';

test('names countries and currencies in the language asked for, in its order', () => {
  const french = nameList('region', countryCodes, 'FR', 'fr');
  expect(french.find((one) => one.value === 'DE')?.label).toBe('Allemagne');
  expect(french[0]?.label).toBe('Algérie');
  const english = nameList('currency', currencyCodes, 'EUR', 'en');
  expect(english.find((one) => one.value === 'CHF')?.label).toBe('Swiss Franc (CHF)');
});

test('always offers what the shop has, once', () => {
  const codes = nameList('region', countryCodes, 'IS', 'en').map((one) => one.value);
  expect(codes).toContain('IS');
  expect(new Set(codes).size).toBe(codes.length);
  expect(zoneNames('Europe/Paris').filter((zone) => zone === 'Europe/Paris')).toHaveLength(1);
});

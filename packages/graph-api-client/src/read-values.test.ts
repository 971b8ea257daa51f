import { expect, test } from 'vitest';
import { priceText } from './price-text.ts';
import { commentKey } from './comment-key.ts';
import { compact, expiryOf, flagOf, idOf, instantOf, numberOf, rowsOf } from './read-values.ts';
import { readUsage } from './read-usage.ts';

test('reads instants in both forms', () => {
  expect(instantOf('2026-11-20T09:15:27+0000')).toBe(Date.UTC(2026, 10, 20, 9, 15, 27));
  expect(instantOf('2026-11-20T09:15:27-0330')).toBe(Date.UTC(2026, 10, 20, 12, 45, 27));
  expect(instantOf(1763600000)).toBe(1_763_600_000_000);
  expect(instantOf('soon')).toBeUndefined();
  expect(instantOf(null)).toBeUndefined();
});

test('an end of 0 is no end', () => {
  expect(expiryOf(0)).toBeUndefined();
  expect(expiryOf(5)).toBe(5000);
});

test('takes what has the right shape and nothing else', () => {
  expect(idOf(12)).toBe('12');
  expect(idOf(1.5)).toBeUndefined();
  expect(idOf('')).toBeUndefined();
  expect(numberOf('12')).toBe(12);
  expect(numberOf('12px')).toBeUndefined();
  expect(numberOf(Number.NaN)).toBeUndefined();
  expect(flagOf('yes')).toBeUndefined();
  expect(rowsOf({ data: [1, null, { id: '1' }] })).toEqual([{ id: '1' }]);
  expect(rowsOf({ data: {} })).toBeUndefined();
  expect(compact({ a: 1, b: undefined })).toStrictEqual({ a: 1 });
});

test.each([
  [1290, 'EUR', '12.90 EUR'],
  [5, 'EUR', '0.05 EUR'],
  [0, 'EUR', '0.00 EUR'],
  [1290, 'JPY', '1290 JPY'],
  [12345, 'KWD', '12.345 KWD'],
])('writes %i minor units of %s as %s', (minorUnits, currency, text) => {
  expect(priceText({ minorUnits, currency })).toBe(text);
});

test('two spellings of a comment are one', () => {
  expect(commentKey('7710_9001')).toBe(commentKey('9001'));
  expect(commentKey('104600_7710_9001')).toBe('9001');
});

test('usage headers that cannot be read are none', () => {
  expect(
    readUsage({ 'x-app-usage': '{', 'x-page-usage': '[]', 'x-business-use-case-usage': '{"1":3}' }),
  ).toEqual([]);
  expect(readUsage({ 'x-page-usage': '{"call_count":12}' })).toEqual([
    { kind: 'page', percent: 12, regainAfterMs: 0 },
  ]);
});

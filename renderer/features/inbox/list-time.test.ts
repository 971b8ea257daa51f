import { expect, test } from 'vitest';
import { createFormats } from '../../link/formats.ts';
import { listTime } from './list-time.ts';

const formats = createFormats({
  language: 'fr',
  country: 'FR',
  zone: 'Europe/Paris',
  currency: 'EUR',
});
const now = '2026-11-24T08:12:00.000Z';

test('today is a time, yesterday a word, the week a day, older a date', () => {
  expect(listTime('2026-11-24T06:10:00.000Z', now, formats)).toBe('07:10');
  expect(listTime('2026-11-23T21:00:00.000Z', now, formats)).toBe('hier');
  expect(listTime('2026-11-22T10:00:00.000Z', now, formats)).toBe('dim.');
  expect(listTime('2026-11-02T10:00:00.000Z', now, formats)).toMatch(/2 nov\./);
});

test('the day is the shop’s, not that of UTC', () => {
  expect(listTime('2026-11-23T23:30:00.000Z', now, formats)).toBe('00:30');
});

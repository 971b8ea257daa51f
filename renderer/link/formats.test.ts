import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';

const french = createFormats({
  language: 'fr',
  country: 'FR',
  zone: 'Europe/Paris',
  currency: 'EUR',
});
const english = createFormats({
  language: 'en',
  country: 'GB',
  zone: 'Europe/London',
  currency: 'GBP',
});
const now = '2026-11-24T08:12:00.000Z';
/** Intl puts several kinds of narrow spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('writes dates and prices as in the shop’s country', () => {
  expect(french.dateTime('2026-11-26T17:30:00.000Z')).toBe('jeu. 26 nov., 18:30');
  expect(plain(french.money(1290))).toBe('12,90 €');
  expect(french.moneyDigits(1290)).toBe('12,90');
  expect(english.money(1290)).toBe('£12.90');
  expect(french.weekdayTime('2026-11-26T17:30:00.000Z')).toBe('jeu. 18:30');
});

test('names the year only where it differs', () => {
  expect(french.date('2027-01-04T12:00:00.000Z', now)).toBe('lun. 4 janv. 2027');
  expect(french.date('2026-12-04T12:00:00.000Z', now)).toBe('ven. 4 déc.');
});

test('says today, yesterday and tomorrow by the calendar of the shop, not by 24 hours', () => {
  expect(french.near('2026-11-24T22:30:00.000Z', now)).toBe('aujourd’hui, 23:30');
  expect(french.near('2026-11-23T23:30:00.000Z', now)).toBe('aujourd’hui, 00:30');
  expect(french.near('2026-11-23T22:30:00.000Z', now)).toBe('hier, 23:30');
  expect(french.near('2026-11-26T17:30:00.000Z', now)).toBe('jeu. 26 nov., 18:30');
});

test('says how long ago in the coarsest fitting unit', () => {
  expect(plain(french.ago('2026-11-24T07:34:00.000Z', now))).toBe('38 min');
  expect(plain(french.ago('2026-11-23T18:12:00.000Z', now))).toBe('14 h');
  expect(french.ago('2026-11-23T07:00:00.000Z', now)).toBe('hier');
  expect(french.ago('2026-11-20T07:00:00.000Z', now)).toBe('ven.');
  expect(french.ago('2026-11-02T07:00:00.000Z', now)).toBe('lun. 2 nov.');
});

test('never counts backwards when clocks differ', () => {
  expect(plain(french.ago('2026-11-24T08:20:00.000Z', now))).toBe('0 min');
});

test('writes sizes in the units of the language', () => {
  expect(plain(french.bytes(3_400_000))).toBe('3,4 Mo');
  expect(english.bytes(820_000)).toBe('820 kB');
});

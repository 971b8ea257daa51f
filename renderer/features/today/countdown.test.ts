import { expect, test } from 'vitest';
import { countdown } from './countdown.ts';

const now = '2026-11-24T08:12:00.000Z';

test('counts hours and minutes of the next two days', () => {
  expect(countdown('2026-11-24T11:30:00.000Z', now)).toEqual({
    unit: 'hours',
    hours: 3,
    minutes: '18',
  });
  expect(countdown('2026-11-24T10:12:00.000Z', now)).toEqual({
    unit: 'hours',
    hours: 2,
    minutes: '00',
  });
});

test('counts minutes under an hour and days beyond two', () => {
  expect(countdown('2026-11-24T08:30:30.000Z', now)).toEqual({ unit: 'minutes', minutes: 19 });
  expect(countdown('2026-11-27T08:12:00.000Z', now)).toEqual({ unit: 'days', days: 3 });
});

test('says now for what is due or past', () => {
  expect(countdown(now, now)).toEqual({ unit: 'now' });
  expect(countdown('2026-11-24T08:00:00.000Z', now)).toEqual({ unit: 'now' });
});

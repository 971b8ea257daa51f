import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWallClock, fortyZones } from '../../tests/support/forty-zones.ts';
import {
  repeatDates,
  repeatTimeOf,
  repeatTimes,
  textsNeeded,
  type RepeatDays,
  type RepeatRule,
} from './repeat-dates.ts';

const everyDay: RepeatDays = { every: 'week', interval: 1, weekdays: [1, 2, 3, 4, 5, 6, 7] };
const weekdays: RepeatDays = { every: 'week', interval: 1, weekdays: [1, 2, 3, 4, 5] };
const rule = (days: RepeatDays, more: Partial<RepeatRule> = {}): RepeatRule => ({
  days,
  time: '18:30',
  startDate: '2026-11-24',
  ...more,
});

test('every second week on some days counts weeks from that of the start', () => {
  const days: RepeatDays = { every: 'week', interval: 2, weekdays: [6, 2, 2] };
  expect(repeatDates(rule(days), '2026-12-31')).toEqual([
    '2026-11-24',
    '2026-11-28',
    '2026-12-08',
    '2026-12-12',
    '2026-12-22',
    '2026-12-26',
  ]);
});

test('the 31st is the last day of a month that has none', () => {
  const days: RepeatDays = { every: 'month-day', interval: 1, day: 31 };
  expect(repeatDates(rule(days, { startDate: '2027-12-01' }), '2028-05-01')).toEqual([
    '2027-12-31',
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
    '2028-04-30',
  ]);
});

test('the second Tuesday and the last Friday of a month', () => {
  const second: RepeatDays = { every: 'month-weekday', interval: 1, nth: 2, weekday: 2 };
  expect(repeatDates(rule(second), '2027-02-28')).toEqual([
    '2026-12-08',
    '2027-01-12',
    '2027-02-09',
  ]);
  const last: RepeatDays = { every: 'month-weekday', interval: 2, nth: -1, weekday: 5 };
  expect(repeatDates(rule(last), '2027-03-31')).toEqual(['2026-11-27', '2027-01-29', '2027-03-26']);
});

test('ends after so many, or with a day, whichever comes first', () => {
  expect(repeatDates(rule(everyDay, { count: 3 }), '2027-12-31')).toHaveLength(3);
  expect(repeatDates(rule(everyDay, { count: 9, endDate: '2026-11-25' }), '2027-12-31')).toEqual([
    '2026-11-24',
    '2026-11-25',
  ]);
  expect(repeatDates(rule(everyDay, { endDate: '2026-11-23' }), '2027-12-31')).toEqual([]);
});

test('a time that the clocks skip comes behind the gap, and says so', () => {
  const night = rule(everyDay, { time: '02:30', startDate: '2027-03-27', count: 3 });
  const times = repeatTimes(night, 'Europe/Paris', 0, Date.parse('2027-06-01T00:00:00Z'));
  expect(times.map(({ wall, moved, index }) => [wall, moved, index])).toEqual([
    ['2027-03-27T02:30', false, 0],
    ['2027-03-28T03:30', true, 1],
    ['2027-03-29T02:30', false, 2],
  ]);
  expect(repeatTimeOf(night, 'Europe/Paris', '2027-03-28')).toEqual(times[1]);
  expect(repeatTimeOf(night, 'Europe/Paris', '2027-03-30')).toBeUndefined();
});

test('F32 every day of 2028, leap day and clock changes among them, stands once in each zone', () => {
  const from = Date.UTC(2027, 11, 30);
  const to = Date.UTC(2029, 0, 3);
  const dates = Array.from({ length: 366 }, (_, day) =>
    new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10),
  );
  const year = rule(everyDay, { startDate: '2028-01-01', endDate: '2028-12-31' });
  for (const zone of fortyZones) {
    const show = createWallClock(zone);
    const times = repeatTimes(year, zone, from, to);
    expect(
      times.map((one) => one.date),
      zone,
    ).toEqual(dates);
    expect(dates).toContain('2028-02-29');
    for (const { at, date } of times) expect(show(at), zone).toBe(`${date}T18:30`);
    expect(new Set(times.map((one) => one.at)).size).toBe(366);
  }
});

test('a time of the night is on each day once too, never twice and never lost, whatever the clocks do', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fortyZones),
      fc.integer({ min: 2026, max: 2045 }),
      fc.integer({ min: 0, max: 239 }),
      (zone, year, minute) => {
        const time = `0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
        const days = rule(everyDay, { time, startDate: `${year}-01-01`, endDate: `${year}-12-31` });
        const times = repeatTimes(days, zone, 0, Date.UTC(year + 1, 0, 5));
        const show = createWallClock(zone);
        expect(times.length).toBe(repeatDates(days, `${year}-12-31`).length);
        for (const [index, { at, wall, date, moved }] of times.entries()) {
          expect(at).toBeGreaterThan(times[index - 1]?.at ?? 0);
          expect(show(at)).toBe(wall);
          if (!moved) expect(wall).toBe(`${date}T${time}`);
        }
        expect(times.filter((one) => one.moved).length).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 40, seed: 32 },
  );
});

test('how many texts keep one from coming back within seven days', () => {
  expect(textsNeeded(repeatDates(rule(everyDay), '2026-12-20'))).toBe(7);
  expect(textsNeeded(repeatDates(rule(weekdays), '2026-12-20'))).toBe(5);
  const weekly: RepeatDays = { every: 'week', interval: 1, weekdays: [2] };
  expect(textsNeeded(repeatDates(rule(weekly), '2027-01-20'))).toBe(1);
  expect(textsNeeded([])).toBe(1);
});

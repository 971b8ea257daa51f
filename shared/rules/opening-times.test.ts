import { expect, test } from 'vitest';
import {
  assumedHours,
  isOpenAt,
  lastPause,
  openStretches,
  openTimeBefore,
  type OpeningTime,
} from './opening-times.ts';

const zone = 'Europe/Paris';
const at = (text: string) => Date.parse(text);
const iso = (ms: number | undefined) => ms !== undefined && new Date(ms).toISOString();
const hourMs = 3_600_000;
const day = (weekday: number, opens: string, closes: string): OpeningTime => ({
  weekday,
  opens,
  closes,
});
/** Tuesday to Saturday, with a break at noon. */
const florist = [2, 3, 4, 5, 6].flatMap((weekday) => [
  day(weekday, '09:30', '12:30'),
  day(weekday, '14:00', '19:00'),
]);

test.each([
  // 24 November 2026 is a Tuesday; Paris is an hour ahead of UTC.
  ['before it opens', florist, '2026-11-24T08:29:59Z', false],
  ['when it opens', florist, '2026-11-24T08:30:00Z', true],
  ['at noon', florist, '2026-11-24T12:00:00Z', false],
  ['when it closes', florist, '2026-11-24T18:00:00Z', false],
  ['on a Monday', florist, '2026-11-23T10:00:00Z', false],
  ['past midnight', [day(6, '20:00', '02:00')], '2026-11-29T00:30:00Z', true],
  ['past the night', [day(6, '20:00', '02:00')], '2026-11-29T01:00:00Z', false],
  ['round the clock', [day(2, '00:00', '00:00')], '2026-11-24T22:59:59Z', true],
  ['without hours', [], '2026-11-24T10:00:00Z', false],
])('tells whether the shop is open: %s', (_, times, when, open) => {
  expect(isOpenAt(times, zone, at(when))).toBe(open);
});

test('stretches that touch are one, and a day of 25 hours has them all', () => {
  const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => day(weekday, '00:00', '00:00'));
  const from = at('2026-10-24T22:00:00Z');
  expect(openStretches(always, zone, from, from + 25 * hourMs)).toEqual([
    { from, to: from + 25 * hourMs },
  ]);
});

test.each([
  ['within a morning', '2026-11-24T10:30:00Z', '2026-11-24T08:30:00.000Z'],
  ['over the break', '2026-11-24T13:30:00Z', '2026-11-24T10:00:00.000Z'],
  ['over the weekend', '2026-11-24T09:00:00Z', '2026-11-21T16:30:00.000Z'],
  ['while it is shut', '2026-11-23T12:00:00Z', '2026-11-21T16:00:00.000Z'],
])('counts two open hours back: %s', (_, now, expected) => {
  expect(iso(openTimeBefore(florist, zone, at(now), 2 * hourMs))).toBe(expected);
});

test('counts open hours back over a night in which clocks change', () => {
  const bar = [5, 6, 7].map((weekday) => day(weekday, '20:00', '04:00'));
  // From 20:00 to 04:00 are seven hours in spring and nine in autumn.
  const spring = at('2026-03-29T02:00:00Z');
  expect(iso(openTimeBefore(bar, zone, spring, 7 * hourMs))).toBe('2026-03-28T19:00:00.000Z');
  const autumn = at('2026-10-25T03:00:00Z');
  expect(iso(openTimeBefore(bar, zone, autumn, 9 * hourMs))).toBe('2026-10-24T18:00:00.000Z');
  // Nine o’clock of the day after is nine by the new clocks.
  const daily = [1, 2, 3, 4, 5, 6, 7].map((weekday) => day(weekday, '09:00', '19:00'));
  const monday = at('2026-03-30T07:30:00Z');
  expect(iso(openTimeBefore(daily, zone, monday, hourMs))).toBe('2026-03-29T16:30:00.000Z');
});

test('without hours, time is counted by the clock alone', () => {
  const now = at('2026-11-24T09:00:00Z');
  expect(openTimeBefore([], zone, now, hourMs)).toBe(now - hourMs);
});

test.each([
  [
    'in the morning',
    '2026-11-25T09:00:00Z',
    '2026-11-24T18:00:00.000Z',
    '2026-11-25T08:30:00.000Z',
  ],
  ['at noon', '2026-11-25T12:00:00Z', '2026-11-24T18:00:00.000Z', '2026-11-25T08:30:00.000Z'],
  [
    'after the weekend',
    '2026-11-24T09:00:00Z',
    '2026-11-21T18:00:00.000Z',
    '2026-11-24T08:30:00.000Z',
  ],
  [
    'late in the evening',
    '2026-11-24T21:00:00Z',
    '2026-11-24T18:00:00.000Z',
    '2026-11-24T21:00:00.000Z',
  ],
])('finds the night behind: %s', (_, now, from, to) => {
  const night = lastPause(florist, zone, at(now), 6 * hourMs);
  expect([iso(night?.from), iso(night?.to)]).toEqual([from, to]);
});

test('a shop without hours of its own has nights too; one that never shuts has none', () => {
  expect(iso(lastPause(assumedHours, zone, at('2026-11-25T09:00:00Z'), 6 * hourMs)?.from)).toBe(
    '2026-11-24T18:00:00.000Z',
  );
  const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => day(weekday, '00:00', '00:00'));
  expect(lastPause(always, zone, at('2026-11-25T09:00:00Z'), 6 * hourMs)).toBeUndefined();
});

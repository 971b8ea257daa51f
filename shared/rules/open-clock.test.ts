import { expect, test } from 'vitest';
import { openClock } from './open-clock.ts';
import type { OpeningTime } from './opening-times.ts';

const zone = 'Europe/Paris';
const at = (text: string) => Date.parse(text);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const everyDay = (opens: string, closes: string): OpeningTime[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));
/** Monday to Friday, with a break at noon. */
const shop: OpeningTime[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '09:00', closes: '12:30' },
  { weekday, opens: '14:00', closes: '19:00' },
]);
const between = (times: readonly OpeningTime[], from: string, to: string) => {
  const span = { from: at(from) - 24 * hourMs, to: at(to) + 24 * hourMs };
  return openClock(times, zone, span)(at(from), at(to));
};

test.each([
  // 24 November 2026 is a Tuesday; Paris is an hour ahead of UTC.
  ['late at night, answered as it opened', '2026-11-23T22:00:00Z', '2026-11-24T08:05:00Z', 5],
  ['within the morning', '2026-11-24T08:30:00Z', '2026-11-24T09:00:00Z', 30],
  ['over the break', '2026-11-24T11:00:00Z', '2026-11-24T13:10:00Z', 40],
  ['while it is shut', '2026-11-24T19:00:00Z', '2026-11-24T21:00:00Z', 0],
  ['over a weekend', '2026-11-27T17:30:00Z', '2026-11-30T08:15:00Z', 45],
  ['of two days', '2026-11-23T12:00:00Z', '2026-11-25T12:00:00Z', 2 * 8.5 * 60],
  ['backwards', '2026-11-24T09:00:00Z', '2026-11-24T08:30:00Z', 0],
])('counts the open minutes of a wait %s', (_, from, to, minutes) => {
  expect(between(shop, from, to) / minuteMs).toBe(minutes);
});

test('a night in which clocks change is as long as it was', () => {
  const bar = everyDay('20:00', '04:00');
  // Spring: 02:00 becomes 03:00, so that the night of eight hours by the clock has seven.
  expect(between(bar, '2026-03-28T19:00:00Z', '2026-03-29T08:00:00Z')).toBe(7 * hourMs);
  expect(between(bar, '2026-03-27T19:00:00Z', '2026-03-28T08:00:00Z')).toBe(8 * hourMs);
  // Autumn: 03:00 becomes 02:00 again.
  expect(between(bar, '2026-10-24T18:00:00Z', '2026-10-25T09:00:00Z')).toBe(9 * hourMs);
  const always = everyDay('00:00', '00:00');
  expect(between(always, '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(23 * hourMs);
  expect(between(always, '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(25 * hourMs);
});

test('the morning after clocks changed begins at the new nine o’clock', () => {
  // Sunday 29 March 2026: nine in Paris is 07:00 UTC, the day before it was 08:00.
  const daily = everyDay('09:00', '19:00');
  expect(between(daily, '2026-03-28T22:00:00Z', '2026-03-29T07:05:00Z')).toBe(5 * minuteMs);
  expect(between(daily, '2026-10-24T22:00:00Z', '2026-10-25T08:05:00Z')).toBe(5 * minuteMs);
});

test('is measured alike whatever the span, and is nothing where the shop never opens', () => {
  const span = { from: at('2026-01-01T00:00:00Z'), to: at('2026-12-31T00:00:00Z') };
  const clock = openClock(shop, zone, span);
  const [from, to] = ['2026-03-27T10:00:00Z', '2026-11-02T09:30:00Z'] as const;
  const [half, rest] = [clock(at(from), at('2026-10-25T00:30:00Z')), at('2026-10-25T00:30:00Z')];
  expect(half + clock(rest, at(to))).toBe(clock(at(from), at(to)));
  expect(openClock([], zone, span)(at(from), at(to))).toBe(0);
});

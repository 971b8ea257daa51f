import { expect, it } from 'vitest';
import { hoursOf, seriesSlots } from './series-slots.ts';

const place = {
  zone: 'Europe/Paris',
  usualTimes: [
    { weekday: 2, time: '12:15' },
    { weekday: 4, time: '18:30' },
  ],
};
/** A Tuesday, 09:12 in Paris. */
const now = Date.parse('2026-11-24T08:12:00Z');
const walls = (slots: { wall: string }[]) => slots.map((slot) => slot.wall);

it('takes the next free usual hours and leaves those that are taken', () => {
  const taken = new Set([Date.parse('2026-11-26T17:30:00Z')]);
  expect(walls(seriesSlots({ kind: 'usual' }, place, now, taken, 3))).toEqual([
    '2026-11-24T12:15',
    '2026-12-01T12:15',
    '2026-12-03T18:30',
  ]);
});

it('every weekday at 18:30 stays 18:30 when the clocks change', () => {
  const slots = seriesSlots(
    { kind: 'weekdays', time: '18:30', from: '2027-03-25' },
    place,
    now,
    new Set(),
    4,
  );
  expect(walls(slots)).toEqual([
    '2027-03-25T18:30',
    '2027-03-26T18:30',
    '2027-03-29T18:30',
    '2027-03-30T18:30',
  ]);
  // An hour earlier in UTC from Monday on.
  expect(slots.map((slot) => new Date(slot.at).getUTCHours())).toEqual([17, 17, 16, 16]);
});

it('a first day in the past begins now', () => {
  const [first] = seriesSlots(
    { kind: 'weekdays', time: '08:00', from: '2026-11-01' },
    place,
    now,
    new Set(),
    1,
  );
  expect(first?.wall).toBe('2026-11-25T08:00');
});

it('spreads some posts a week over its days, each day once', () => {
  const days = (count: number) =>
    hoursOf({ kind: 'per-week', count, time: '10:00' }, []).map((hour) => hour.weekday);
  expect(days(1)).toEqual([4]);
  expect(days(3)).toEqual([2, 4, 6]);
  expect(days(7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (let count = 1; count <= 7; count++) expect(new Set(days(count)).size).toBe(count);
});

it('answers nothing where there are no hours', () => {
  expect(seriesSlots({ kind: 'usual' }, { ...place, usualTimes: [] }, now, new Set(), 3)).toEqual(
    [],
  );
});

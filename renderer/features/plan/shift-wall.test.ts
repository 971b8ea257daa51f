import { expect, test } from 'vitest';
import {
  carriedMinutes,
  clockOf,
  minutesOf,
  shiftBetween,
  shiftWall,
  snapMinutes,
} from './shift-wall.ts';

const paris = 'Europe/Paris';
const by = (days: number, minutes = 0) => ({ days, minutes });

test('keeps the hour on the clock, also where the clocks change', () => {
  expect(shiftWall('2026-10-24T18:30', by(2), paris)).toBe('2026-10-26T18:30');
  expect(shiftWall('2026-12-31T23:45', by(0, 15), paris)).toBe('2027-01-01T00:00');
  expect(shiftWall('2026-03-01T00:10', by(0, -15), paris)).toBe('2026-02-28T23:55');
});

test('an hour that the clocks skip comes after the gap', () => {
  expect(shiftWall('2027-03-27T02:30', by(1), paris)).toBe('2027-03-28T03:30');
});

test('moving as far as another takes back what was moved', () => {
  const shift = shiftBetween('2026-11-30T22:00', '2026-12-02T08:15');
  expect(shift).toEqual({ days: 2, minutes: -825 });
  expect(shiftWall('2026-11-30T22:00', shift, paris)).toBe('2026-12-02T08:15');
  expect(shiftWall('2026-11-26T10:00', shift, paris)).toBe('2026-11-27T20:15');
});

test('reads and writes the clock', () => {
  expect(minutesOf('2026-11-26T18:37')).toBe(1117);
  expect(clockOf(1117)).toBe('18:37');
  expect(clockOf(0)).toBe('00:00');
});

test('carried posts land on quarters, hardly moved ones stay', () => {
  expect(carriedMinutes(1117, 5)).toBe(1117);
  expect(carriedMinutes(1117, -7)).toBe(1117);
  expect(carriedMinutes(1117, 10)).toBe(1125);
  expect(carriedMinutes(10, -60)).toBe(0);
  expect(snapMinutes(3000)).toBe(1425);
});

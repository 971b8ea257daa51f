import { expect, test } from 'vitest';
import { freeSlots } from './free-slots.ts';

const paris = 'Europe/Paris';
const now = Date.parse('2026-11-24T08:12:00Z');
const usual = [
  { weekday: 2, time: '12:15' },
  { weekday: 4, time: '18:30' },
  { weekday: 6, time: '10:00' },
];
const walls = (count: number, taken: readonly string[] = [], from = now) =>
  freeSlots(usual, paris, from, new Set(taken.map((at) => Date.parse(at))), count).map(
    (slot) => slot.wall,
  );

test('goes on from slot to slot, over the end of the week', () => {
  expect(walls(4)).toEqual([
    '2026-11-24T12:15',
    '2026-11-26T18:30',
    '2026-11-28T10:00',
    '2026-12-01T12:15',
  ]);
});

test('leaves out what is taken and what has begun', () => {
  expect(walls(2, ['2026-11-26T17:30:00Z'])).toEqual(['2026-11-24T12:15', '2026-11-28T10:00']);
  expect(walls(1, [], Date.parse('2026-11-24T11:15:00Z'))).toEqual(['2026-11-26T18:30']);
});

test('a hundred posts keep their hours over the changes of the clocks', () => {
  const placed = walls(100);
  expect(placed).toHaveLength(100);
  expect(new Set(placed).size).toBe(100);
  expect(new Set(placed.map((wall) => wall.slice(11)))).toEqual(
    new Set(['12:15', '18:30', '10:00']),
  );
});

test('two hours that meet behind a gap are one slot', () => {
  const sunday = [
    { weekday: 7, time: '02:30' },
    { weekday: 7, time: '03:30' },
  ];
  const before = Date.parse('2027-03-28T00:00:00Z');
  const slots = freeSlots(sunday, paris, before, new Set(), 3).map((slot) => slot.wall);
  expect(slots).toEqual(['2027-03-28T03:30', '2027-04-04T02:30', '2027-04-04T03:30']);
});

test('without usual hours there is no slot', () => {
  expect(freeSlots([], paris, now, new Set(), 3)).toEqual([]);
});

import { expect, test } from 'vitest';
import { monthGroups } from './month-groups.ts';

const at = (iso: string) => Date.parse(iso);

test('counts by the months of the zone, in the order given', () => {
  const newest = [
    at('2026-12-31T23:30:00Z'),
    at('2026-12-31T22:30:00Z'),
    at('2026-11-30T23:00:00Z'),
    at('2026-11-30T22:59:59Z'),
  ];
  expect(monthGroups(newest, 'Europe/Paris')).toEqual([
    { month: '2027-01', count: 1 },
    { month: '2026-12', count: 2 },
    { month: '2026-11', count: 1 },
  ]);
  expect(monthGroups(newest.toReversed(), 'UTC')).toEqual([
    { month: '2026-11', count: 2 },
    { month: '2026-12', count: 2 },
  ]);
});

test('the days on which clocks change stay in their month', () => {
  const march = [at('2026-03-01T00:00:00+01:00'), at('2026-03-31T23:59:59+02:00')];
  expect(monthGroups(march, 'Europe/Paris')).toEqual([{ month: '2026-03', count: 2 }]);
});

test('nothing has no months', () => {
  expect(monthGroups([], 'Europe/Paris')).toEqual([]);
});

import { expect, test } from 'vitest';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { monthGrid } from '../../../shared/rules/calendar-grid.ts';
import { invitations, isMovable, landingTime, postsByDay } from './place-posts.ts';

const paris = 'Europe/Paris';
const now = Date.parse('2026-11-24T08:12:00.000Z');
const tile = (id: string, at?: string): PostTile => ({
  id,
  title: id,
  networks: ['instagram'],
  accountIds: [],
  state: at ? 'scheduled' : 'draft',
  asks: false,
  ...(at ? { at } : {}),
});

test('puts posts on the day of the shop, earliest first', () => {
  const days = postsByDay(
    [
      tile('evening', '2026-11-24T17:30:00.000Z'),
      tile('after-midnight', '2026-11-24T23:30:00.000Z'),
      tile('noon', '2026-11-24T11:30:00.000Z'),
      tile('draft'),
    ],
    paris,
  );
  expect(days.get('2026-11-24')?.map((one) => one.id)).toEqual(['noon', 'evening']);
  expect(days.get('2026-11-25')?.map((one) => one.id)).toEqual(['after-midnight']);
});

test('lets only posts move that nobody can see yet', () => {
  expect(isMovable({ state: 'scheduled' })).toBe(true);
  expect(isMovable({ state: 'missed' })).toBe(true);
  for (const state of ['published', 'removed', 'publishing', 'uncertain'])
    expect(isMovable({ state }), state).toBe(false);
});

const usual = [
  { weekday: 2, time: '09:00' },
  { weekday: 4, time: '18:30' },
];

test('invites to the first usual hour of a week that is still free and still to come', () => {
  const weeks = monthGrid('2026-11-24', paris).slice(-2);
  const found = invitations(weeks, new Map(), usual, paris, now);
  expect([...found]).toEqual([
    ['2026-11-26', '2026-11-26T18:30'],
    ['2026-12-01', '2026-12-01T09:00'],
  ]);
});

test('does not invite on a day that has a post', () => {
  const weeks = monthGrid('2026-11-24', paris).slice(-2, -1);
  const days = postsByDay([tile('a', '2026-11-26T08:00:00.000Z')], paris);
  expect(invitations(weeks, days, usual, paris, now).size).toBe(0);
});

test('a moved post keeps its hour, also where the clocks have changed', () => {
  const moved = { at: '2026-10-20T16:30:00.000Z' };
  expect(landingTime(moved, '2026-11-26', usual, paris, now)).toBe('2026-11-26T18:30');
});

test('a draft lands at the usual hour of that day, else in the evening', () => {
  expect(landingTime({}, '2026-12-01', usual, paris, now)).toBe('2026-12-01T09:00');
  expect(landingTime({}, '2026-12-02', usual, paris, now)).toBe('2026-12-02T18:30');
});

test('today a post never lands in the past', () => {
  const early = { at: '2026-11-20T07:00:00.000Z' };
  expect(landingTime(early, '2026-11-24', usual, paris, now)).toBe('2026-11-24T10:00');
});

test('a post planned on the clock of another zone keeps the hour that the shop sees', () => {
  const moved = {
    at: '2026-11-20T11:00:00.000Z',
    wall: '2026-11-20T06:00',
    zone: 'America/New_York',
  };
  expect(landingTime(moved, '2026-11-26', usual, paris, now)).toBe('2026-11-26T12:00');
});

test('ten thousand posts fall into their days', () => {
  const start = Date.parse('2026-01-01T00:00:00Z');
  const many = Array.from({ length: 10_000 }, (_, index) =>
    tile(`t${index}`, new Date(start + ((index * 7919) % 10_000) * 3_000_000).toISOString()),
  );
  const days = postsByDay(many, paris);
  expect([...days.values()].reduce((sum, one) => sum + one.length, 0)).toBe(10_000);
  expect([...days.keys()]).toEqual([...days.keys()].sort());
});

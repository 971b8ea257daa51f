import { expect, test } from 'vitest';
import { monthGrid } from '../../../shared/rules/calendar-grid.ts';
import {
  neighbourDay,
  neighbourSpot,
  planTitle,
  stepDate,
  viewRange,
  weekSize,
} from './plan-view.ts';

const paris = 'Europe/Paris';
const iso = (at: number) => new Date(at).toISOString();

test('asks for whole days of the shop, also where the clocks change', () => {
  const { from, to } = viewRange('month', '2026-10-10', paris);
  expect(iso(from)).toBe('2026-09-27T22:00:00.000Z');
  expect(iso(to)).toBe('2026-11-01T23:00:00.000Z');
  const week = viewRange('week', '2026-11-24', paris);
  expect(iso(week.from)).toBe('2026-11-22T23:00:00.000Z');
  expect(iso(week.to)).toBe('2026-11-29T23:00:00.000Z');
});

test('the list shows this month and the next', () => {
  const { from, to } = viewRange('list', '2026-11-24', paris);
  expect(iso(from)).toBe('2026-10-25T23:00:00.000Z');
  expect(iso(to)).toBe('2027-01-03T23:00:00.000Z');
});

test('a month’s step never skips a short month', () => {
  expect(stepDate('month', '2026-01-31', 1)).toBe('2026-02-01');
  expect(stepDate('month', '2026-03-31', -1)).toBe('2026-02-01');
  expect(stepDate('week', '2026-12-30', 1)).toBe('2027-01-06');
});

test('past weeks shrink, but not in a month that is past as a whole', () => {
  const weeks = monthGrid('2026-11-01', paris);
  const last = weeks.at(-1)?.at(-1)?.date ?? '';
  expect(weeks.map((week) => weekSize(week, '2026-11-24', last))).toEqual([
    'strip',
    'strip',
    'strip',
    'strip',
    'full',
    'full',
  ]);
  expect(weeks.map((week) => weekSize(week, '2027-02-01', last))).not.toContain('strip');
});

test('arrow keys move by days and weeks, over the ends of months', () => {
  expect(neighbourDay('2026-11-30', 'ArrowRight')).toBe('2026-12-01');
  expect(neighbourDay('2026-11-03', 'ArrowUp')).toBe('2026-10-27');
  expect(neighbourDay('2026-11-03', 'Enter')).toBeUndefined();
});

test('names the month, or the days of the week', () => {
  expect(planTitle('month', '2026-11-24', 'fr-FR', false)).toBe('novembre 2026');
  expect(planTitle('week', '2026-11-24', 'fr-FR', false)).toBe('23–29 novembre');
  // Intl puts thin spaces around the dash.
  expect(planTitle('week', '2026-12-31', 'en-GB', false).replace(/\u2009/g, ' ')).toBe(
    '28 December 2026 – 3 January 2027',
  );
  expect(planTitle('week', '2026-11-24', 'en-GB', true)).toBe('November');
});

test('a day is asked for from midnight to midnight, and named by its weekday', () => {
  const { from, to } = viewRange('day', '2026-10-25', paris);
  expect((to - from) / 3_600_000).toBe(25);
  expect(planTitle('day', '2026-11-26', 'fr-FR', false)).toBe('jeu. 26 nov.');
  expect(stepDate('day', '2026-11-30', 1)).toBe('2026-12-01');
});

test('by hours arrow keys stay in the day, or go to the same hour of another', () => {
  expect(neighbourSpot('2026-11-26T18', 'ArrowDown')).toBe('2026-11-26T19');
  expect(neighbourSpot('2026-11-26T10', 'ArrowUp')).toBe('2026-11-26T09');
  expect(neighbourSpot('2026-11-26T23', 'ArrowDown')).toBeUndefined();
  expect(neighbourSpot('2026-11-30T18', 'ArrowRight')).toBe('2026-12-01T18');
  expect(neighbourSpot('2026-11-26T18', 'Enter')).toBeUndefined();
  expect(neighbourSpot('2026-11-26', 'ArrowRight')).toBe('2026-11-27');
});

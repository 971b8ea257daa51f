import { expect, it } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

const at = (now: string, zone = 'Europe/Paris') =>
  Object.fromEntries(snoozeTimes(now, zone).map((time) => [time.name, time.at]));

it('offers what lies ahead by the clocks of the shop', () => {
  // A Tuesday morning in winter.
  expect(at('2026-11-24T08:12:00.000Z')).toEqual({
    hour: '2026-11-24T09:12:00.000Z',
    evening: '2026-11-24T17:00:00.000Z',
    tomorrow: '2026-11-25T08:00:00.000Z',
    monday: '2026-11-30T08:00:00.000Z',
  });
});

it('leaves out an evening that is near or over, and a Monday that is tomorrow', () => {
  expect(at('2026-11-29T16:30:00.000Z')).toEqual({
    hour: '2026-11-29T17:30:00.000Z',
    tomorrow: '2026-11-30T08:00:00.000Z',
  });
});

it('is right where the clocks change in between', () => {
  // The night of 24 to 25 October: an hour more.
  expect(at('2026-10-24T20:00:00.000Z').tomorrow).toBe('2026-10-25T08:00:00.000Z');
  expect(at('2026-03-28T20:00:00.000Z').tomorrow).toBe('2026-03-29T07:00:00.000Z');
  expect(at('2026-11-24T08:00:00.000Z', 'America/New_York').evening).toBe(
    '2026-11-24T23:00:00.000Z',
  );
});

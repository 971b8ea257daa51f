import { expect, test } from 'vitest';
import { foreignTime } from './foreign-time.ts';

const at = '2026-11-26T17:30:00Z';

test('a post of a shop on other clocks says its own hour and city', () => {
  expect(foreignTime({ at, zone: 'America/New_York' }, 'Europe/Paris')).toEqual({
    time: '12:30',
    city: 'New York',
  });
});

test('clocks that show the same at that instant need no word', () => {
  expect(foreignTime({ at, zone: 'Europe/Brussels' }, 'Europe/Paris')).toBeUndefined();
  expect(foreignTime({ at, zone: 'Europe/Paris' }, 'Europe/Paris')).toBeUndefined();
  // Reykjavik and London agree only in winter.
  expect(foreignTime({ at, zone: 'Atlantic/Reykjavik' }, 'Europe/London')).toBeUndefined();
  expect(
    foreignTime({ at: '2026-07-01T12:00:00Z', zone: 'Atlantic/Reykjavik' }, 'Europe/London'),
  ).toEqual({ time: '12:00', city: 'Reykjavik' });
});

test('a draft has no hour', () => {
  expect(foreignTime({}, 'Europe/Paris')).toBeUndefined();
});

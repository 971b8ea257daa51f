import { expect, test } from 'vitest';
import { copyHours, hasHour, hoursOf, nextHour, sortHours } from './usual-hours.ts';

const week = [
  { weekday: 4, time: '18:30' },
  { weekday: 2, time: '18:30' },
  { weekday: 2, time: '09:05' },
];

test('stand by day and time, each once', () => {
  expect(sortHours([...week, { weekday: 4, time: '18:30' }])).toEqual([
    { weekday: 2, time: '09:05' },
    { weekday: 2, time: '18:30' },
    { weekday: 4, time: '18:30' },
  ]);
  expect(hoursOf(week, 2)).toEqual(['09:05', '18:30']);
});

test('are copied to other days in place of theirs, and leave the rest', () => {
  expect(copyHours(week, 2, [1, 2, 4])).toEqual([
    { weekday: 1, time: '09:05' },
    { weekday: 1, time: '18:30' },
    { weekday: 2, time: '09:05' },
    { weekday: 2, time: '18:30' },
    { weekday: 4, time: '09:05' },
    { weekday: 4, time: '18:30' },
  ]);
  expect(copyHours(week, 4, [])).toEqual(sortHours(week));
});

test('a new one is none that is there', () => {
  expect(nextHour([], 1)).toBe('18:30');
  expect(nextHour(week, 2)).toBe('12:15');
  let times = week;
  for (let count = 0; count < 26; count++) {
    const one = { weekday: 2, time: nextHour(times, 2) };
    expect(hasHour(times, one)).toBe(false);
    times = [...times, one];
  }
});

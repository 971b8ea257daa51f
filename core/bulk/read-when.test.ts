import { describe, expect, test } from 'vitest';
import { detectDayOrder, readDay, readTimeOfDay, splitDayAndTime } from './read-when.ts';

describe('days', () => {
  test.each([
    '2026-11-26',
    '2026/11/26',
    '26/11/2026',
    '26.11.2026',
    '26-11-26',
    '26 nov. 2026',
    '26 novembre 2026',
    'jeudi 26 novembre 2026',
    'jeu. 26 nov. 2026',
    'Nov 26, 2026',
    'November 26th, 2026',
    '26-Nov-2026',
    '46352',
    ' 26/11/2026 ',
  ])('%s is read', (text) => expect(readDay(text, 'day-first')).toBe('2026-11-26'));

  test('the order decides where both could be meant', () => {
    expect(readDay('03/04/2027', 'day-first')).toBe('2027-04-03');
    expect(readDay('03/04/2027', 'month-first')).toBe('2027-03-04');
  });

  test('1er août and 29 February of a leap year', () => {
    expect(readDay('1er août 2027', 'day-first')).toBe('2027-08-01');
    expect(readDay('29/02/2028', 'day-first')).toBe('2028-02-29');
  });

  test.each(['29/02/2027', '31/11/2026', '26/13/2026', 'demain', '', '12', '2026', '0/0/2026'])(
    '%s is no day',
    (text) => expect(readDay(text, 'day-first')).toBeUndefined(),
  );

  test('a file tells its order by a number over twelve, and stays silent where it contradicts itself', () => {
    expect(detectDayOrder(['03/04/2027', '26/11/2026'])).toBe('day-first');
    expect(detectDayOrder(['03/04/2027', '11/26/2026'])).toBe('month-first');
    expect(detectDayOrder(['03/04/2027', '2026-11-26'])).toBeUndefined();
    expect(detectDayOrder(['26/11/2026', '11/26/2026'])).toBeUndefined();
  });
});

describe('times of day', () => {
  test.each([
    ['18:30', '18:30'],
    ['18h30', '18:30'],
    ['18 h 30', '18:30'],
    ['18.30', '18:30'],
    ['18:30:00', '18:30'],
    ['6:30 pm', '18:30'],
    ['6.30 p.m.', '18:30'],
    ['6pm', '18:00'],
    ['12am', '00:00'],
    ['12:15 PM', '12:15'],
    ['18h', '18:00'],
    ['9:05', '09:05'],
    ['0.770833', '18:30'],
    ['0,5', '12:00'],
    ['00:00', '00:00'],
  ])('%s is %s', (text, time) => expect(readTimeOfDay(text)).toBe(time));

  test.each(['25:00', '18:61', '13pm', 'midi', '18', '', '1830'])('%s is none', (text) =>
    expect(readTimeOfDay(text)).toBeUndefined(),
  );
});

test.each([
  ['2026-11-26 18:30', '2026-11-26', '18:30'],
  ['2026-11-26T18:30', '2026-11-26', '18:30'],
  ['26/11/2026 18h30', '26/11/2026', '18h30'],
  ['26/11/2026 à 18h30', '26/11/2026', '18h30'],
  ['46352.770833', '46352', '0.770833'],
])('%s holds a day and a time', (text, day, time) => {
  expect(splitDayAndTime(text)).toEqual({ day, time });
});

test('a day alone holds no time', () => {
  expect(splitDayAndTime('26/11/2026')).toBeUndefined();
  expect(splitDayAndTime('46352')).toBeUndefined();
});

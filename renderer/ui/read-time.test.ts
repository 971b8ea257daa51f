import { expect, test } from 'vitest';
import { readTime } from './read-time.ts';

test.each([
  ['18:30', '18:30'],
  ['18h30', '18:30'],
  ['18 h', '18:00'],
  ['9', '09:00'],
  ['9.05', '09:05'],
  ['1830', '18:30'],
  ['930', '09:30'],
  ['6:30 pm', '18:30'],
  ['12 am', '00:00'],
  [' 00:00 ', '00:00'],
])('reads %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});

test.each(['', 'soir', '24:00', '12:60', '13 pm', '18:3', '123456'])('refuses %s', (text) => {
  expect(readTime(text)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { initials, toneOf } from './initials.ts';

test('takes the first and the last word', () => {
  expect(initials('Nadia Belkacem')).toBe('NB');
  expect(initials('Marie du Pont')).toBe('MP');
});

test('takes one letter of one word and a sign for none', () => {
  expect(initials('laserre')).toBe('L');
  expect(initials('  ')).toBe('?');
});

test('reads user names as words and keeps whole characters', () => {
  expect(initials('lea.tessier')).toBe('LT');
  expect(initials('🌿 Flora')).toBe('🌿F');
});

test('gives the same tone for the same name, within the range', () => {
  expect(toneOf('Emma Wright', 5)).toBe(toneOf('Emma Wright', 5));
  for (const name of ['a', 'é', 'Paul Morel', '']) {
    expect(toneOf(name, 5)).toBeGreaterThanOrEqual(0);
    expect(toneOf(name, 5)).toBeLessThan(5);
  }
});

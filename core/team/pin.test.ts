import { expect, test } from 'vitest';
import { hashPin, isPin, pinPauseMs } from './pin.ts';

test('a PIN is known again, and only that one; equal PINs leave unequal traces', () => {
  const kept = hashPin('4711');
  expect(isPin('4711', kept)).toBe(true);
  expect(isPin('4712', kept)).toBe(false);
  expect(isPin('', kept)).toBe(false);
  expect(hashPin('4711').hash).not.toBe(kept.hash);
  expect(JSON.stringify(kept)).not.toContain('4711');
});

test('guessing gets slower and slower', () => {
  expect([1, 2, 3, 4, 5, 40].map(pinPauseMs)).toEqual([0, 0, 30_000, 60_000, 120_000, 3_600_000]);
});

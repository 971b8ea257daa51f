import { expect, test } from 'vitest';
import { nextIndex } from './use-arrow-keys.ts';

test('moves with the arrows and wraps at both ends', () => {
  expect(nextIndex('ArrowRight', 0, 3)).toBe(1);
  expect(nextIndex('ArrowDown', 2, 3)).toBe(0);
  expect(nextIndex('ArrowLeft', 0, 3)).toBe(2);
});

test('jumps to the ends and leaves other keys alone', () => {
  expect(nextIndex('Home', 2, 3)).toBe(0);
  expect(nextIndex('End', 0, 3)).toBe(2);
  expect(nextIndex('a', 1, 3)).toBeUndefined();
});

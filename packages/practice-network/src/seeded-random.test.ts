import { expect, test } from 'vitest';
import { seededBetween, seededFraction, seededPick } from './seeded-random.ts';

test('the same seed and parts give the same number', () => {
  expect(seededFraction(7, 'image', '17')).toBe(seededFraction(7, 'image', '17'));
  expect(seededFraction(7, 'image', '17')).not.toBe(seededFraction(8, 'image', '17'));
});

test('numbers spread over the whole range', () => {
  const tenths = new Set<number>();
  for (let n = 0; n < 500; n += 1) tenths.add(Math.floor(seededFraction(3, n) * 10));
  expect(tenths.size).toBe(10);
});

test('stays between its bounds', () => {
  for (let n = 0; n < 200; n += 1) {
    const value = seededBetween(1, 5, 20, n);
    expect(value).toBeGreaterThanOrEqual(5);
    expect(value).toBeLessThan(20);
  }
});

test('picks something that is there', () => {
  expect(['a', 'b', 'c']).toContain(seededPick(1, ['a', 'b', 'c'], 'x'));
  expect(() => seededPick(1, [], 'x')).toThrow();
});

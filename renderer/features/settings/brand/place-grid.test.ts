import { expect, test } from 'vitest';
import { nextPlace, placeSpots } from './place-grid.ts';

test.each([
  ['top-left', 'ArrowRight', 'top-right'],
  ['top-left', 'ArrowDown', 'bottom-left'],
  ['top-left', 'ArrowUp', 'top-left'],
  ['bottom-left', 'ArrowRight', 'bottom-center'],
  ['bottom-center', 'ArrowUp', 'center'],
  ['center', 'ArrowDown', 'bottom-center'],
  ['bottom-right', 'ArrowUp', 'top-right'],
  ['center', 'Home', 'top-left'],
  ['center', 'End', 'bottom-right'],
] as const)('from %s %s leads to %s', (from, key, to) => expect(nextPlace(from, key)).toBe(to));

test('every place is reached from every other by arrows alone', () => {
  for (const { place } of placeSpots) {
    const reached = new Set([place]);
    for (const one of reached)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
        reached.add(nextPlace(one, key) ?? one);
    expect(reached.size).toBe(placeSpots.length);
  }
});

test('another key does nothing', () => expect(nextPlace('center', 'a')).toBeUndefined());

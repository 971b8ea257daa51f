import { expect, it } from 'vitest';
import { cardAt } from './card-at.ts';

/** Two rows of three, and one below. */
const places = [0, 100, 200]
  .flatMap((left) => [{ top: 0, left }])
  .concat([0, 100, 200].map((left) => ({ top: 80, left })))
  .concat([{ top: 160, left: 0 }]);
const from = (index: number) => (key: string) => cardAt(places, index, key);

it('goes to the neighbour as the cards lie', () => {
  const middle = from(4);
  expect(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'].map(middle)).toEqual([
    5,
    3,
    1,
    undefined,
    0,
    6,
  ]);
  expect(from(0)('ArrowDown')).toBe(3);
  expect(from(3)('ArrowDown')).toBe(6);
});

it('stays where there is none, and for other keys', () => {
  expect(from(0)('ArrowLeft')).toBeUndefined();
  expect(from(1)('ArrowUp')).toBeUndefined();
  expect(from(6)('ArrowRight')).toBeUndefined();
  expect(from(6)('a')).toBeUndefined();
  expect(cardAt([], 0, 'Home')).toBeUndefined();
});

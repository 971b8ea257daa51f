import { expect, test } from 'vitest';
import { brushUnit, moveBrush, resizeBrush } from './brush-keys.ts';

test('arrows lead the brush over the photo and never off it', () => {
  const middle = { xFrac: 0.5, yFrac: 0.5 };
  const press = (key: string, shiftKey = false) => ({ key, shiftKey });
  expect(moveBrush(middle, press('ArrowLeft'))).toEqual({ xFrac: 0.49, yFrac: 0.5 });
  expect(moveBrush(middle, press('ArrowDown', true))).toEqual({ xFrac: 0.5, yFrac: 0.55 });
  expect(moveBrush(middle, press('Enter'))).toBeUndefined();
  let place = middle;
  for (let times = 0; times < 30; times++)
    place = moveBrush(place, press('ArrowUp', true)) ?? place;
  expect(place).toEqual({ xFrac: 0.5, yFrac: 0 });
});

test('brackets change its size between bounds, other keys do not', () => {
  expect(resizeBrush(250, '[')).toBe(210);
  expect(resizeBrush(250, ']')).toBe(290);
  expect([resizeBrush(41, '['), resizeBrush(990, ']')]).toEqual([40, 1000]);
  expect(resizeBrush(250, 'x')).toBeUndefined();
  expect([brushUnit(-1), brushUnit(0.5), brushUnit(7)]).toEqual([0, 5000, 10_000]);
});

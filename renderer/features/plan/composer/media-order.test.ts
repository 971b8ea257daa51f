import { expect, test } from 'vitest';
import { moveItem, nudgeTag, placeTag } from './media-order.ts';

test('moves an item forward and back', () => {
  expect(moveItem(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});

test('leaves the order at its ends', () => {
  expect(moveItem(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moveItem(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});

test('keeps a tag inside the picture', () => {
  expect(placeTag(-0.2, 1.4)).toEqual({ x: 0, y: 1 });
  expect(placeTag(0.33333, 0.5)).toEqual({ x: 0.333, y: 0.5 });
});

test('moves a tag by one percent, with Shift by five, and not by other keys', () => {
  expect(nudgeTag({ x: 0.5, y: 0.5 }, 'ArrowRight', false)).toEqual({ x: 0.51, y: 0.5 });
  expect(nudgeTag({ x: 0.98, y: 0.5 }, 'ArrowRight', true)).toEqual({ x: 1, y: 0.5 });
  expect(nudgeTag({}, 'ArrowUp', false)).toEqual({ x: 0.5, y: 0.49 });
  expect(nudgeTag({ x: 0.5, y: 0.5 }, 'Tab', false)).toBeUndefined();
});

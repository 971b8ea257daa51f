import { expect, test } from 'vitest';
import { nothingPicked, pickAll, pickOne, pickRange, rangeTo, togglePick } from './pick-assets.ts';

const ids = (picked: { ids: ReadonlySet<string> }) => [...picked.ids];

test('a click picks one alone, with Ctrl it adds and takes away', () => {
  const one = pickOne('a', 4);
  const two = togglePick(one, 'b', 7);
  expect(ids(two)).toEqual(['a', 'b']);
  expect(ids(togglePick(two, 'a', 4))).toEqual(['b']);
});

test('Shift goes from the last click, both ways, also from nowhere', () => {
  expect(rangeTo(pickOne('a', 4), 7)).toEqual({ from: 4, to: 8 });
  expect(rangeTo(pickOne('a', 4), 1)).toEqual({ from: 1, to: 5 });
  expect(rangeTo(nothingPicked, 3)).toEqual({ from: 3, to: 4 });
  const range = pickRange(pickOne('a', 4), ['x', 'y'], false);
  expect([ids(range), range.anchor]).toEqual([['x', 'y'], 4]);
  expect(ids(pickRange(pickOne('a', 4), ['x'], true))).toEqual(['a', 'x']);
});

test('the whole list is meant as long as nothing is taken from it', () => {
  const all = pickAll(['a', 'b']);
  expect(all.all).toBe(true);
  expect(togglePick(all, 'a', 0).all).toBe(false);
});

import { expect, test } from 'vitest';
import { noHistory, takeRedo, takeUndo, withDeed, withoutDeed, type Deed } from './plan-history.ts';

const deed = (id: number): Deed => ({
  id,
  back: { kind: 'replan', moves: [{ postId: `p${id}`, at: null }] },
  forth: { kind: 'replan', moves: [{ postId: `p${id}`, at: '2026-11-26T18:30' }] },
});
const three = [1, 2, 3].map(deed).reduce(withDeed, noHistory);
const ids = (deeds: readonly Deed[]) => deeds.map((one) => one.id);

test('takes back the last first, and does it again in order', () => {
  const first = takeUndo(three);
  const second = takeUndo(first?.history ?? noHistory);
  expect([first?.deed.id, second?.deed.id]).toEqual([3, 2]);
  const again = takeRedo(second?.history ?? noHistory);
  expect(again?.deed.id).toBe(2);
  expect(ids(again?.history.done ?? [])).toEqual([1, 2]);
  expect(ids(again?.history.undone ?? [])).toEqual([3]);
});

test('an older one can be taken back by its own button', () => {
  const taken = takeUndo(three, 1);
  expect(taken?.deed.id).toBe(1);
  expect(ids(taken?.history.done ?? [])).toEqual([2, 3]);
  expect(takeUndo(taken?.history ?? noHistory, 1)).toBeUndefined();
});

test('after a new deed nothing is left to do again', () => {
  const { history = noHistory } = takeUndo(three) ?? {};
  expect(takeRedo(withDeed(history, deed(4)))).toBeUndefined();
});

test('nothing comes of nothing, and a long sitting forgets its beginning', () => {
  expect(takeUndo(noHistory)).toBeUndefined();
  expect(takeRedo(noHistory)).toBeUndefined();
  const long = Array.from({ length: 150 }, (_, id) => deed(id)).reduce(withDeed, noHistory);
  expect(long.done).toHaveLength(100);
  expect(long.done[0]?.id).toBe(50);
  expect(ids(withoutDeed(three, 2).done)).toEqual([1, 3]);
});

import { expect, test } from 'vitest';
import { afterMove, emptyHistory, nextPatch } from './kit-history.ts';

const was = (logoText: string) => ({ logoText });

test('goes back step by step and forward again', () => {
  let history = afterMove(emptyHistory, 'change', was('a'));
  history = afterMove(history, 'change', was('b'));
  expect(nextPatch(history, 'undo')).toEqual(was('b'));
  // Undoing turns c into b: what does it again is c.
  history = afterMove(history, 'undo', was('c'));
  expect(nextPatch(history, 'undo')).toEqual(was('a'));
  expect(nextPatch(history, 'redo')).toEqual(was('c'));
  history = afterMove(history, 'redo', was('b'));
  expect(history).toEqual({ past: [was('a'), was('b')], future: [] });
});

test('a new change ends what could be done again', () => {
  const undone = afterMove(afterMove(emptyHistory, 'change', was('a')), 'undo', was('b'));
  expect(nextPatch(afterMove(undone, 'change', was('a')), 'redo')).toBeUndefined();
  expect(nextPatch(emptyHistory, 'undo')).toBeUndefined();
});

test('only so many steps are kept', () => {
  let history = emptyHistory;
  for (let step = 0; step < 250; step++) history = afterMove(history, 'change', was(`${step}`));
  expect(history.past).toHaveLength(200);
  expect(nextPatch(history, 'undo')).toEqual(was('249'));
});

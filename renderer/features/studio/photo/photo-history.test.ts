import { expect, test } from 'vitest';
import { changeWork, closeChange, redoWork, startHistory, undoWork } from './photo-history.ts';

test('one pull of a slider is one step back, and forward again', () => {
  let history = startHistory({});
  for (const contrast of [3, 8, 15]) history = changeWork(history, { contrast }, true);
  history = closeChange(history);
  history = changeWork(history, { contrast: 15, tint: 4 }, false);
  expect(history.past).toEqual([{}, { contrast: 15 }]);
  history = undoWork(undoWork(undoWork(history)));
  expect(history.now).toEqual({});
  history = redoWork(history);
  expect(history.now).toEqual({ contrast: 15 });
  history = changeWork(history, { contrast: 20 }, false);
  expect(redoWork(history).now).toEqual({ contrast: 20 });
});

test('what changes nothing is no step', () => {
  const history = changeWork(startHistory({ tint: 2 }), { tint: 2, shadows: 0 }, false);
  expect(history.past).toEqual([]);
});

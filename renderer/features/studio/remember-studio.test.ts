import { expect, test } from 'vitest';
import { recallStudio, rememberStudio, type RememberedStudio } from './remember-studio.ts';

function storage(first?: string) {
  const kept = new Map<string, string>(first === undefined ? [] : [['vitrine-studio', first]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const state: RememberedStudio = {
  mode: 'video',
  productIds: ['a', 'b'],
  pictures: { templateIds: ['arche'], formats: ['1:1'], titles: { a: 'Arum' }, batchId: 'b' },
  video: { seconds: 20, order: ['x', 'y'], removed: ['z'] },
};

test('finds the page as it was left', () => {
  const kept = storage();
  rememberStudio(kept, state);
  expect(recallStudio(kept)).toEqual(state);
});

test('begins anew where nothing readable was kept', () => {
  expect(recallStudio(storage())).toBeUndefined();
  expect(recallStudio(storage('{"mode":'))).toBeUndefined();
  expect(recallStudio(storage('{"mode":"radio"}'))).toBeUndefined();
  const long = JSON.stringify({ ...state, video: { seconds: 400 } });
  expect(recallStudio(storage(long))).toBeUndefined();
});

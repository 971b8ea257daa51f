import { expect, test } from 'vitest';
import { keepLibrary, recallLibrary } from './kept-library.ts';

function storage(text: string | null = null) {
  let kept = text;
  return { getItem: () => kept, setItem: (_key: string, value: string) => void (kept = value) };
}

test('the gallery comes back as it was left', () => {
  const shelf = storage();
  const state = { filters: { rating: 4, tagIds: ['t'] }, text: 'été', density: 3, place: 31_250 };
  keepLibrary(shelf, state);
  expect(recallLibrary(shelf)).toEqual(state);
});

test('what cannot be read is as good as nothing', () => {
  const broken = [null, '', '{', '[]', '{"filters":{"rating":9},"text":"","density":1,"place":0}'];
  for (const text of broken) expect(recallLibrary(storage(text))).toBeUndefined();
});

import { expect, test } from 'vitest';
import { goalProgress } from './goal-progress.ts';

const counts = { published: 4, comments: 31 };

test('counts what the studio sees itself', () => {
  const goal = { words: '', count: 12, reached: 99 };
  expect(goalProgress({ ...goal, kind: 'posts' }, counts)).toEqual({ reached: 4, count: 12 });
  expect(goalProgress({ ...goal, kind: 'comments' }, counts)).toEqual({ reached: 31, count: 12 });
});

test('takes the merchant’s word where it cannot know', () => {
  for (const kind of ['clicks', 'sales', 'answers', undefined] as const) {
    expect(goalProgress({ words: '', kind, count: 50, reached: 7 }, counts)?.reached).toBe(7);
    expect(goalProgress({ words: '', kind, count: 50 }, counts)?.reached).toBe(0);
  }
});

test('a goal in words alone has no progress', () => {
  expect(goalProgress({ words: 'Faire connaître les ateliers' }, counts)).toBeUndefined();
  expect(goalProgress(undefined, counts)).toBeUndefined();
});

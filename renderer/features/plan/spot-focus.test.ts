import { expect, test } from 'vitest';
import { nextStanding } from './spot-focus.ts';

const posts: Record<string, string[]> = {
  '2026-11-25': [],
  '2026-11-26': ['a', 'b', 'c'],
  '2026-11-27': ['d', 'e'],
  '2026-12-03': ['f'],
  '2026-11-26T18': ['g'],
  '2026-11-26T19': [],
  '2026-11-27T18': ['h', 'i'],
};
const go = (spot: string, postId: string | undefined, key: string) =>
  nextStanding({ spot, postId }, key, (at) => posts[at]);

test('goes through the posts of a day before it leaves it', () => {
  expect(go('2026-11-26', 'a', 'ArrowDown')).toEqual({ spot: '2026-11-26', postId: 'b' });
  expect(go('2026-11-26', 'c', 'ArrowDown')).toEqual({ spot: '2026-12-03', postId: 'f' });
  expect(go('2026-12-03', 'f', 'ArrowUp')).toEqual({ spot: '2026-11-26', postId: 'c' });
});

test('sideways it keeps its height, or the last post there is', () => {
  expect(go('2026-11-26', 'c', 'ArrowRight')).toEqual({ spot: '2026-11-27', postId: 'e' });
  expect(go('2026-11-26', 'a', 'ArrowLeft')).toEqual({ spot: '2026-11-25', postId: undefined });
  expect(go('2026-11-25', undefined, 'ArrowRight')).toEqual({ spot: '2026-11-26', postId: 'a' });
});

test('by hours it goes through the week', () => {
  expect(go('2026-11-26T18', 'g', 'ArrowDown')).toEqual({ spot: '2026-11-26T19' });
  expect(go('2026-11-26T18', 'g', 'ArrowRight')).toEqual({ spot: '2026-11-27T18', postId: 'h' });
});

test('stops at the edge of what is shown', () => {
  expect(go('2026-11-25', undefined, 'ArrowUp')).toBeUndefined();
  expect(go('2026-11-26', 'a', 'Enter')).toBeUndefined();
});

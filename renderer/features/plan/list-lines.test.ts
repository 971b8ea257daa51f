import { expect, test } from 'vitest';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { listLines } from './list-lines.ts';

const tile = (id: string): PostTile => ({
  id,
  title: id,
  networks: [],
  accountIds: [],
  state: 'scheduled',
  asks: false,
});

test('each day stands before its posts, and every line has a key of its own', () => {
  const lines = listLines(
    new Map([
      ['2026-11-24', [tile('a'), tile('b')]],
      ['2026-11-26', [tile('c')]],
    ]),
  );
  expect(lines.map((line) => line.key)).toEqual(['2026-11-24', 'a', 'b', '2026-11-26', 'c']);
  expect(lines.map((line) => line.kind)).toEqual(['day', 'post', 'post', 'day', 'post']);
});

test('no day, no line', () => {
  expect(listLines(new Map())).toEqual([]);
});

import { expect, test } from 'vitest';
import type { PostTile } from '../../../../../shared/contract/posts.ts';
import { gridOrder, neighbour, swapTimes } from './grid-order.ts';

const tile = (id: string, day: number, more: Partial<PostTile> = {}): PostTile => ({
  id,
  title: id,
  at: `2026-11-${day}T17:30:00.000Z`,
  wall: `2026-11-${day}T18:30:00`,
  zone: 'Europe/Paris',
  networks: ['instagram'],
  accountIds: ['ig'],
  state: 'scheduled',
  asks: false,
  ...more,
});

test('what is to come stands on top of what is out; what has no time, or was taken back, is not there', () => {
  const tiles = [
    tile('out', 20, { state: 'published' }),
    tile('later', 28),
    tile('next', 26),
    tile('draft', 27, { at: undefined, state: 'draft' }),
    tile('gone', 29, { state: 'cancelled' }),
  ];
  expect(gridOrder(tiles).map((one) => one.id)).toEqual(['later', 'next', 'out']);
});

test('two planned posts exchange the times that were chosen, each in its zone', () => {
  const other = tile('b', 28, { zone: 'America/Montreal' });
  expect(swapTimes(tile('a', 26), other)).toEqual([
    { postId: 'a', at: '2026-11-28T18:30', zone: 'America/Montreal' },
    { postId: 'b', at: '2026-11-26T18:30', zone: 'Europe/Paris' },
  ]);
});

test.each(['published', 'publishing', 'uncertain', 'draft'])(
  'with what is %s nothing is exchanged',
  (state) => {
    expect(swapTimes(tile('a', 26), tile('b', 28, { state }))).toEqual([]);
    expect(swapTimes(tile('a', 26), tile('a', 26))).toEqual([]);
  },
);

test('arrow keys go by columns and rows, and stop at the edges', () => {
  expect(neighbour(0, 'ArrowLeft', 9)).toBe(0);
  expect(neighbour(1, 'ArrowDown', 9)).toBe(4);
  expect(neighbour(7, 'ArrowDown', 9)).toBe(7);
  expect(neighbour(4, 'ArrowUp', 9)).toBe(1);
});

import { expect, test } from 'vitest';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { dropSpot } from './drop-spot.ts';

const paris = 'Europe/Paris';
const tile = (at?: string): PostTile => ({
  id: 'p',
  title: 'p',
  networks: [],
  accountIds: [],
  state: at ? 'scheduled' : 'draft',
  asks: false,
  ...(at ? { at } : {}),
});
const scale = { date: '2026-11-27', hourPx: 48 };
const carry = (post: PostTile, topPx: number, over: object | null = { scale }) =>
  dropSpot(
    {
      active: {
        data: { current: { tile: post } },
        rect: { current: { translated: { top: topPx } } },
      },
      // The column lies 100 px above the top of the window.
      over: over && { id: '2026-11-27', rect: { top: -100 }, data: { current: { ...over } } },
    },
    paris,
  );

test('over hours the place says the time, on the quarter', () => {
  expect(carry(tile(), -100 + 18 * 48 + 13)).toBe('2026-11-27T18:15');
  expect(carry(tile(), -400)).toBe('2026-11-27T00:00');
  expect(carry(tile(), 5000)).toBe('2026-11-27T23:45');
});

test('sideways a post keeps its own minutes', () => {
  const odd = tile('2026-11-26T17:37:00.000Z');
  const ownTop = -100 + (18 + 37 / 60) * 48;
  expect(carry(odd, ownTop + 2)).toBe('2026-11-27T18:37');
  expect(carry(odd, ownTop + 48)).toBe('2026-11-27T19:30');
});

test('over a day of the month it is the day, outside it is nowhere', () => {
  expect(carry(tile(), 10, {})).toBe('2026-11-27');
  expect(carry(tile(), 10, null)).toBeUndefined();
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { assetFact } from '../../tests/support/catalogue-fixture.ts';
import { accountFact, openTestPosts, type TestPosts } from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

// The shop's usual hours: Tuesday and Thursday 18:30, Saturday 10:00. Now is Tuesday 09:12.
let tools: TestTools;
let posts: TestPosts;

beforeEach(() => {
  tools = openTestTools();
  posts = openTestPosts(tools);
  posts.catalogue.assets.set('a1', assetFact('a1'));
});
afterEach(async () => {
  await posts.publishing.close();
  tools.close();
});

const draft = (caption: string, accountIds = ['fb']) =>
  posts.create({ accountIds, caption, media: [] }).postId;
const wallOf = (postId: string) => posts.get(postId).plan?.wall;

test('puts drafts into the next free slots, in their order', () => {
  const ids = ['un', 'deux', 'trois'].map((one) => draft(one));
  posts.schedule({ postId: draft('déjà là'), at: '2026-11-26T18:30', zone: 'Europe/Paris' });
  const { placed, refused } = posts.placeNext({ postIds: ids });
  expect(refused).toEqual([]);
  expect(placed.map((one) => one.wall)).toEqual([
    '2026-11-24T18:30',
    '2026-11-28T10:00',
    '2026-12-01T18:30',
  ]);
  expect(ids.map(wallOf)).toEqual(placed.map((one) => one.wall));
  expect(posts.get(ids[0] ?? '').targets).toMatchObject([
    { state: 'scheduled', dueAt: '2026-11-24T17:30:00.000Z' },
  ]);
});

test('every weekday at 18:30, for a series, whatever the usual hours are', () => {
  const ids = Array.from({ length: 6 }, (_, index) => draft(`série ${index}`));
  const slots = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, time: '18:30' }));
  const { placed } = posts.placeNext({ postIds: ids, slots });
  expect(placed.map((one) => one.wall.slice(5))).toEqual([
    '11-24T18:30',
    '11-25T18:30',
    '11-26T18:30',
    '11-27T18:30',
    '11-30T18:30',
    '12-01T18:30',
  ]);
});

test('one that would be refused takes no slot and is named with its reason', () => {
  const wrong = draft('sans image', ['ig']);
  const right = draft('juste');
  const { placed, refused } = posts.placeNext({ postIds: [wrong, right] });
  expect(placed).toMatchObject([{ postId: right, wall: '2026-11-24T18:30' }]);
  expect(refused).toMatchObject([{ postId: wrong, title: 'sans image' }]);
  expect(refused[0]?.text).not.toBe('');
  expect(wallOf(wrong)).toBeUndefined();
});

test('the same change is applied once', () => {
  const id = draft('une fois');
  const first = posts.placeNext({ postIds: [id] }, 'click-1');
  expect(posts.placeNext({ postIds: [id] }, 'click-1')).toEqual(first);
  expect(wallOf(id)).toBe('2026-11-24T18:30');
});

test('unknown posts and no hours at all are refused, and nothing is placed', () => {
  const id = draft('reste');
  expect(() => posts.placeNext({ postIds: [id, 'gone'] })).toThrow('not-found');
  expect(() => posts.placeNext({ postIds: [id], slots: [] })).toThrow('no-usual-times');
  expect(wallOf(id)).toBeUndefined();
});

test('each shop has its own hours on its own clocks, taken by its own posts only', () => {
  posts.accounts.set('fb2', accountFact('fb2'));
  posts.places.set('fb2', {
    zone: 'America/Toronto',
    usualTimes: [{ weekday: 2, time: '18:30' }],
    graceMinutes: 15,
    shopId: 'montreal',
    queueId: 'montreal',
  });
  const ids = [draft('ici'), draft('là-bas', ['fb2']), draft('ici aussi'), draft('là', ['fb2'])];
  const { placed } = posts.placeNext({ postIds: ids });
  expect(placed.map(({ at, wall }) => [at.slice(0, 16), wall])).toEqual([
    ['2026-11-24T17:30', '2026-11-24T18:30'],
    ['2026-11-24T23:30', '2026-11-24T18:30'],
    ['2026-11-26T17:30', '2026-11-26T18:30'],
    ['2026-12-01T23:30', '2026-12-01T18:30'],
  ]);
  expect(posts.get(ids[1] ?? '').plan).toMatchObject({ zone: 'America/Toronto' });
  // A wall time without a zone is one of the post's own shop.
  posts.schedule({ postId: ids[1] ?? '', at: '2026-11-25T09:00' });
  expect(posts.get(ids[1] ?? '').plan?.at).toBe('2026-11-25T14:00:00.000Z');
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { assetFact } from '../../tests/support/catalogue-fixture.ts';
import { forceTargets, openTestPosts, type TestPosts } from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import type { NewPost } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';

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

const thursday = '2026-11-26T18:30';
const thursdayAt = '2026-11-26T17:30:00.000Z';

function newPost(index: number, more: Partial<NewPost> = {}): NewPost {
  const media = [{ assetId: 'a1', alt: 'Des arums' }];
  return { content: { accountIds: ['fb', 'ig'], caption: `Arrivage ${index}`, media }, ...more };
}
const rows = (table: string): number =>
  tools.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? -1;
const stateOf = (postId: string) => posts.tilesOf([postId])[0]?.state;

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('makes all posts in one step: those with a time are scheduled, the others drafts', () => {
  const { items } = posts.createMany({
    posts: [
      newPost(1, { wall: thursday }),
      newPost(2, { at: thursdayAt }),
      newPost(3),
      newPost(4, { wall: thursday, zone: 'America/Montreal' }),
    ],
  });
  const tiles = posts.tilesOf(items.map((item) => item.postId));
  expect(tiles.map(({ title, at, state }) => [title, at, state])).toEqual([
    ['Arrivage 1', thursdayAt, 'scheduled'],
    ['Arrivage 2', thursdayAt, 'scheduled'],
    ['Arrivage 3', undefined, 'draft'],
    ['Arrivage 4', '2026-11-26T23:30:00.000Z', 'scheduled'],
  ]);
  expect(rows('targets')).toBe(6);
});

test('keeps none when one would be refused, and names every one that would', () => {
  const tooLong = newPost(2, { wall: thursday });
  tooLong.content = { ...tooLong.content, caption: 'x'.repeat(2300) };
  const past = newPost(3, { wall: '2026-11-01T10:00' });
  const problem = problemOf(() =>
    posts.createMany({ posts: [newPost(1, { wall: thursday }), tooLong, past] }, 'once'),
  );
  expect(problem.code).toBe('batch-refused');
  expect(problem.params).toMatchObject({ count: 2, number: 2, code: 'post-refused' });
  expect(problem.params['first']).toContain('2300');
  expect(problem.params['posts']).toMatchObject([{ index: 1 }, { index: 2, code: 'time-past' }]);
  expect(['posts', 'targets', 'post_batches', 'applied_changes'].map(rows)).toEqual([0, 0, 0, 0]);
});

test('the same clientId makes the posts once', () => {
  const batch = { posts: [newPost(1), newPost(2)] };
  expect(posts.createMany(batch, 'c1')).toEqual(posts.createMany(batch, 'c1'));
  expect(rows('posts')).toBe(2);
});

test('one undo takes all back, one redo gives them their times again', () => {
  const { batchId, items } = posts.createMany({
    posts: [newPost(1, { wall: thursday }), newPost(2)],
    name: 'semaine.csv',
  });
  const ids = items.map((item) => item.postId);
  expect(posts.undoBatch(batchId)).toEqual({ changed: 2, stayed: [] });
  expect(posts.tilesOf(ids)).toEqual([]);
  expect(posts.listBatches()).toMatchObject([
    { batchId, name: 'semaine.csv', posts: 2, undone: true },
  ]);
  expect(posts.redoBatch(batchId)).toEqual({ changed: 2, stayed: [] });
  expect(posts.tilesOf(ids).map((tile) => [tile.at, tile.state])).toEqual([
    [thursdayAt, 'scheduled'],
    [undefined, 'draft'],
  ]);
  expect(posts.listBatches()).toMatchObject([{ undone: false }]);
});

test('undo leaves what is out or on its way, and names it', () => {
  const { batchId, items } = posts.createMany({
    posts: [1, 2, 3, 4].map((index) => newPost(index, { wall: thursday })),
  });
  const [out = '', going = '', failed = '', waiting = ''] = items.map((item) => item.postId);
  forceTargets(tools, out, 'published');
  forceTargets(tools, going, 'publishing');
  forceTargets(tools, failed, 'failed');
  const { changed, stayed } = posts.undoBatch(batchId);
  expect(changed).toBe(2);
  expect(stayed.map((post) => [post.postId, post.title])).toEqual([
    [out, 'Arrivage 1'],
    [going, 'Arrivage 2'],
  ]);
  expect([out, going, failed, waiting].map(stateOf)).toEqual([
    'published',
    'publishing',
    undefined,
    undefined,
  ]);
});

test('redo after the time has passed brings back a draft, and never what a person removed', () => {
  const { batchId, items } = posts.createMany({
    posts: [newPost(1, { wall: thursday }), newPost(2)],
  });
  const [late = '', removed = ''] = items.map((item) => item.postId);
  posts.remove(removed);
  expect(posts.undoBatch(batchId).changed).toBe(1);
  tools.setNow('2026-11-27T08:00:00Z');
  expect(posts.redoBatch(batchId)).toMatchObject({ changed: 1, stayed: [{ postId: late }] });
  expect([late, removed].map(stateOf)).toEqual(['draft', undefined]);
});

test('an unknown batch is refused', () => {
  expect(problemOf(() => posts.undoBatch('nothing')).code).toBe('not-found');
});

test('takes a thousand posts in one step, and names those that a day cannot hold', () => {
  const startAt = Date.parse(thursdayAt);
  const wanted = Array.from({ length: 1000 }, (_, index) => {
    const post = newPost(index, { at: new Date(startAt + index * 3_600_000).toISOString() });
    return { ...post, content: { ...post.content, accountIds: ['fb'] } };
  });
  const { batchId } = posts.createMany({ posts: wanted });
  expect([rows('posts'), rows('targets')]).toEqual([1000, 1000]);
  expect(posts.undoBatch(batchId)).toEqual({ changed: 1000, stayed: [] });
  const crowd = Array.from({ length: 52 }, (_, index) => newPost(index, { wall: thursday }));
  const problem = problemOf(() => posts.createMany({ posts: crowd }));
  expect(problem.params).toMatchObject({ count: 2, index: 50, code: 'post-refused' });
});

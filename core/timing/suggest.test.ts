import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestRhythm, type TestRhythm } from '../../tests/support/rhythm-fixture.ts';
import { startPractice } from '../../tests/support/practice.ts';
import { accountFact } from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { timingStore } from './store.ts';

// Now is Tuesday 24 November 2026, 09:12 in Paris; usual hours Tue and Thu 18:30, Sat 10:00.
let tools: TestTools;
let rhythm: TestRhythm;

beforeEach(() => {
  tools = openTestTools();
  rhythm = openTestRhythm(tools);
});
afterEach(async () => {
  await rhythm.close();
  tools.close();
});

const weekMs = 7 * 86_400_000;

/** So many posts at this hour of the weeks before, each with so many answers. */
function seed(accountId: string, first: string, weeks: number, answers: number): void {
  const store = timingStore(tools.db);
  for (let week = 0; week < weeks; week++) {
    const publishedAt = Date.parse(first) - week * weekMs;
    store.put(accountId, { remoteId: `${first}-${week}`, publishedAt, answers }, 1);
  }
}

test('without enough results it says so and proposes the usual hours that are free', () => {
  seed('fb', '2026-11-19T17:00:00Z', 5, 90);
  const postId = rhythm.posts.create({ accountIds: ['fb'], caption: 'un', media: [] }).postId;
  rhythm.posts.schedule({ postId, at: '2026-11-24T18:30', zone: 'Europe/Paris' });
  const suggested = rhythm.timing.suggest(['fb']);
  expect(suggested).toMatchObject({ from: 'usual-hours', posts: 5, needed: 12 });
  expect(suggested.items.map((one) => one.wall)).toEqual([
    '2026-11-26T18:30',
    '2026-11-28T10:00',
    '2026-12-01T18:30',
  ]);
  // The post's own hour is not taken by itself.
  expect(rhythm.timing.suggest(['fb'], postId).items[0]?.wall).toBe('2026-11-24T18:30');
});

test('with enough it proposes the hours that did better, and says why', () => {
  for (const minute of ['00', '20']) seed('fb', `2026-11-19T17:${minute}:00Z`, 4, 90);
  seed('fb', '2026-11-16T08:00:00Z', 10, 30);
  const { from, items } = rhythm.timing.suggest(['fb'], undefined, 'fr');
  expect(from).toBe('results');
  // A usual hour of the shop in that hour is taken to the minute.
  expect(items).toMatchObject([{ wall: '2026-11-26T18:30', zone: 'Europe/Paris', posts: 8 }]);
  expect(items[0]?.text).toMatch(/^jeudi (à )?18.h : vos publications y reçoivent 1,\d fois plus/);
  expect(rhythm.timing.suggest(['fb'], undefined, 'en').items[0]?.text).toMatch(/^Thursday.*18:30/);
});

test('results of the last two days, and of long ago, are not counted', () => {
  seed('fb', '2026-11-23T17:00:00Z', 1, 900);
  seed('fb', '2025-11-20T17:00:00Z', 20, 900);
  expect(rhythm.timing.suggest(['fb'])).toMatchObject({ posts: 0, from: 'usual-hours' });
});

test('reads once a day what the network counted for own posts', async () => {
  const practice = await startPractice();
  const own = openTestRhythm(tools, () => practice.client());
  const { page } = practice.ready;
  own.posts.accounts.clear();
  own.posts.accounts.set('fb', accountFact('fb', { remoteId: page.id }));
  try {
    for (const message of ['un', 'deux'])
      await practice.client().createPost({ pageId: page.id, message });
    const stored = () => timingStore(tools.db).results('fb', 0, Number.MAX_SAFE_INTEGER);
    await own.timing.tick(tools.clock.now());
    expect(stored()).toEqual([]);
    tools.advance(11 * 60_000);
    await own.timing.tick(tools.clock.now());
    expect(stored()).toHaveLength(2);
    const asked = (await practice.control.journal()).length;
    tools.advance(3_600_000);
    await own.timing.tick(tools.clock.now());
    expect((await practice.control.journal()).length).toBe(asked);
  } finally {
    await own.close();
    await practice.close();
  }
});

// What the network does by its own clock, over real HTTP against the simulator.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPractice, type PracticeForTests } from '../../../tests/support/practice.ts';
import type { GraphClient } from './client-types.ts';
import { must } from '../test-support/read-result.ts';

const minuteMs = 60_000;
const start = Date.UTC(2026, 10, 24, 8, 12);

let practice: PracticeForTests;
let page: GraphClient;
let pageId: string;
let now = start;

beforeAll(async () => {
  practice = await startPractice({ readClock: () => now });
  page = practice.client();
  pageId = practice.ready.page.id;
});
afterAll(() => practice.close());

const scheduled = async (): Promise<string[]> =>
  must(await page.scheduledPosts({ pageId })).items.map((post) => post.id);

test('a post handed over waits, can be moved and reworded, and appears at its time', async () => {
  const publishAt = start + 60 * minuteMs;
  const { postId } = must(await page.schedulePost({ pageId, message: 'Demain', publishAt }));
  expect(must(await page.readPost(postId))).toMatchObject({
    isPublished: false,
    scheduledAt: publishAt,
  });
  expect(await scheduled()).toContain(postId);
  must(
    await page.updatePost({
      postId,
      message: 'Après-demain',
      publishAt: publishAt + 60 * minuteMs,
    }),
  );
  now = publishAt + 5 * minuteMs;
  expect(await scheduled()).toContain(postId);
  now = publishAt + 70 * minuteMs;
  expect(must(await page.readPost(postId))).toMatchObject({
    isPublished: true,
    message: 'Après-demain',
  });
  expect(await scheduled()).not.toContain(postId);
  const effects = (await practice.control.ledger()).filter((one) => one.objectId === postId);
  expect(effects).toHaveLength(1);
});

test('a time too near or too far is refused', async () => {
  for (const publishAt of [now + 2 * minuteMs, now + 400 * 24 * 60 * minuteMs]) {
    const result = await page.schedulePost({ pageId, message: 'No', publishAt });
    expect(result).toMatchObject({
      ok: false,
      visible: true,
      failure: { reaction: 'fix', code: 100 },
    });
  }
});

test('a deleted post is gone, a second time too', async () => {
  const { postId } = must(await page.createPost({ pageId, message: 'Short' }));
  must(await page.deleteObject(postId));
  expect(await page.deleteObject(postId)).toMatchObject({
    ok: false,
    failure: { reaction: 'gone' },
  });
  expect(await page.readPost(postId)).toMatchObject({ ok: false, failure: { reaction: 'gone' } });
});

test('a list is read to its end by cursors, each post once', async () => {
  const made: string[] = [];
  for (let number = 0; number < 7; number += 1) {
    made.push(must(await page.createPost({ pageId, message: `Post ${number}` })).postId);
  }
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const list = must(await page.publishedPosts({ pageId, limit: 3, ...(after && { after }) }));
    seen.push(...list.items.map((post) => post.id));
    after = list.after;
  } while (after !== undefined && seen.length < 100);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(made));
});

test('the network’s clock comes with each answer', async () => {
  const result = await page.me();
  expect(result.ok && result.dateMs).toBe(Math.floor(now / 1000) * 1000);
});

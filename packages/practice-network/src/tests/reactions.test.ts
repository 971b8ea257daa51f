import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester();
});
afterEach(() => tester.close());

test('the Page likes its post once, and takes it back', async () => {
  const { page } = tester.ready;
  const post = await tester.visiblePost();
  const summary = async (): Promise<unknown> =>
    (await tester.get(`/${post}?fields=likes.summary(true).limit(0),reactions.summary(true)`)).body;
  for (let n = 0; n < 2; n += 1)
    expect((await tester.post(`/${post}/likes`)).body).toEqual({ success: true });
  expect(await summary()).toMatchObject({
    likes: { data: [], summary: { total_count: 1 } },
    reactions: {
      data: [{ id: page.id, name: page.name, type: 'LIKE' }],
      summary: { total_count: 1, viewer_reaction: 'LIKE' },
    },
  });
  for (let n = 0; n < 2; n += 1)
    expect((await tester.del(`/${post}/likes`)).body).toEqual({ success: true });
  expect(await summary()).toMatchObject({
    reactions: { summary: { total_count: 0, viewer_reaction: 'NONE' } },
  });
  const told = (await tester.ledger()).filter((effect) => /like/.test(effect.kind));
  expect(told.map((effect) => [effect.kind, effect.objectId])).toEqual([
    ['like', post],
    ['unlike', post],
  ]);
});

test('a photo has likes of its own', async () => {
  const photo = await tester.photo();
  await tester.post('/me/feed', { attached_media: [{ media_fbid: photo }], message: 'x' });
  await tester.post(`/${photo}/likes`);
  const { body } = await tester.get(`/${photo}/likes`);
  expect(body).toMatchObject({ data: [{ id: tester.ready.page.id }] });
  expect((await tester.get(`/${photo}/likes?fields=id`)).body).not.toHaveProperty('summary');
});

test('reactions are asked for by kind', async () => {
  const post = await tester.visiblePost();
  await tester.post(`/${post}/likes`);
  for (const [type, total] of [
    ['LIKE', 1],
    ['LOVE', 0],
    ['NONE', 1],
  ] as const) {
    const { body } = await tester.get(`/${post}/reactions?type=${type}&summary=true`);
    expect(dig(body, 'summary', 'total_count')).toBe(String(total));
  }
  expect((await tester.get(`/${post}/reactions?type=YAWN`)).body).toMatchObject({
    error: { code: 100 },
  });
});

test('likes want a Page that may engage', async () => {
  const post = await tester.visiblePost();
  const asUser = await tester.post(`/${post}/likes`, {}, tester.ready.user.token);
  expect(asUser.body).toMatchObject({ error: { code: 200 } });
  const wrong = await tester.post(`/${post}/likes`, { loudly: true });
  expect(wrong.body).toMatchObject({ error: { code: 100 } });
  await tester.control('/permissions', { permission: 'pages_manage_engagement', granted: false });
  expect((await tester.post(`/${post}/likes`)).body).toMatchObject({ error: { code: 200 } });
});

test('customers who write react too, never more of them than wrote', async () => {
  const lively = await openTester({ settings: { personas: true } });
  try {
    let [reactions, likes] = [0, 0];
    for (let n = 0; n < 5; n += 1) {
      const [post, media] = [await lively.visiblePost(`post ${n}`), await lively.media()];
      await lively.advance(700_000);
      const onPost = await lively.get(
        `/${post}?fields=reactions.summary(true),comments.summary(true)`,
      );
      const total = Number(dig(onPost.body, 'reactions', 'summary', 'total_count'));
      expect(total).toBeLessThanOrEqual(
        Number(dig(onPost.body, 'comments', 'summary', 'total_count')),
      );
      reactions += total;
      likes += Number(dig((await lively.get(`/${media}?fields=like_count`)).body, 'like_count'));
    }
    expect(reactions).toBeGreaterThan(0);
    expect(likes).toBeGreaterThan(0);
  } finally {
    await lively.close();
  }
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

const dayMs = 86_400_000;

let tester: Tester;
let post = '';
let media = '';
beforeEach(async () => {
  tester = await openTester();
  post = await tester.visiblePost();
  media = await tester.media();
});
afterEach(() => tester.close());

async function say(
  object: string,
  message: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  return dig(await tester.control('/comments', { action: 'add', object, message, ...more }), 'id');
}

async function rows(path: string): Promise<Record<string, unknown>[]> {
  const { body } = await tester.get(path);
  return (body as { data: Record<string, unknown>[] }).data;
}

async function messages(query: string): Promise<unknown[]> {
  return (await rows(`/${post}/comments?fields=message&${query}`)).map((row) => row['message']);
}

test('ranked is the usual order and not that of time', async () => {
  for (let n = 0; n < 8; n += 1) {
    await say(post, `c${n}`);
    await tester.advance(1000);
  }
  const chronological = await messages('order=chronological');
  expect(chronological).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']);
  expect(await messages('order=reverse_chronological')).toEqual(chronological.toReversed());
  const ranked = await messages('');
  expect(new Set(ranked)).toEqual(new Set(chronological));
  expect(ranked).not.toEqual(chronological);
  expect(ranked).not.toEqual(chronological.toReversed());
  expect((await tester.get(`/${post}/comments?order=loud`)).body).toMatchObject({
    error: { code: 100 },
  });
});

test('a reply stands under the top comment and shows in a stream with its parent', async () => {
  const top = await say(post, 'How much?');
  const reply = dig((await tester.post(`/${top}/comments`, { message: '9,99 €' })).body, 'id');
  const deep = dig((await tester.post(`/${reply}/comments`, { message: 'each' })).body, 'id');
  expect(await messages('')).toEqual(['How much?']);
  const stream = await rows(
    `/${post}/comments?filter=stream&order=chronological&fields=id,parent{id},from`,
  );
  expect(stream.map((row) => [row['id'], dig(row, 'parent', 'id')])).toEqual([
    [top, ''],
    [reply, top],
    [deep, top],
  ]);
  expect(await rows(`/${top}/comments?fields=message`)).toMatchObject([
    { message: '9,99 €' },
    { message: 'each' },
  ]);
  expect((await tester.get(`/${reply}?fields=from{id,name}`)).body).toMatchObject({
    from: { id: tester.ready.page.id, name: tester.ready.page.name },
  });
});

test('a comment is found with and without the post in its id', async () => {
  const id = await say(post, 'Hello');
  const bare = id.slice(id.lastIndexOf('_') + 1);
  expect((await tester.get(`/${bare}?fields=message`)).body).toEqual({ id, message: 'Hello' });
});

test('message on a comment edits it: only the own one', async () => {
  const theirs = await say(post, 'Hello');
  const own = dig((await tester.post(`/${post}/comments`, { message: 'First' })).body, 'id');
  expect((await tester.post(`/${theirs}`, { message: 'x' })).body).toMatchObject({
    error: { code: 200 },
  });
  expect((await tester.post(`/${own}`, { message: 'Second' })).body).toEqual({ success: true });
  expect((await tester.get(`/${own}?fields=message`)).body).toMatchObject({ message: 'Second' });
});

test('hiding is told once, and a hidden comment takes no reply', async () => {
  const id = await say(post, 'Spam');
  await tester.post(`/${id}`, { is_hidden: true });
  await tester.post(`/${id}`, { is_hidden: true });
  expect((await tester.get(`/${id}?fields=is_hidden,can_comment`)).body).toMatchObject({
    is_hidden: true,
    can_comment: false,
  });
  expect((await tester.post(`/${id}/comments`, { message: 'x' })).status).toBe(400);
  await tester.post(`/${id}`, { is_hidden: false });
  const kinds = (await tester.ledger())
    .filter((effect) => effect.objectId === id)
    .map((effect) => effect.kind);
  expect(kinds).toEqual(['comment', 'hide', 'unhide']);
  const own = dig((await tester.post(`/${post}/comments`, { message: 'x' })).body, 'id');
  expect((await tester.get(`/${own}?fields=can_hide`)).body).toMatchObject({ can_hide: false });
  expect((await tester.post(`/${own}`, { is_hidden: true })).status).toBe(400);
});

test('likes are set and taken back', async () => {
  const id = await say(post, 'Nice');
  await tester.post(`/${id}/likes`);
  await tester.post(`/${id}/likes`);
  expect((await tester.get(`/${id}?fields=like_count,user_likes`)).body).toMatchObject({
    like_count: 1,
    user_likes: true,
  });
  await tester.del(`/${id}/likes`);
  expect((await tester.get(`/${id}?fields=like_count,user_likes`)).body).toMatchObject({
    like_count: 0,
    user_likes: false,
  });
});

test('what is deleted is gone with its answers, but still counted', async () => {
  const id = await say(post, 'Hello');
  await tester.post(`/${id}/comments`, { message: 'x' });
  await tester.control('/comments', { action: 'delete', id });
  expect(await messages('filter=stream')).toEqual([]);
  expect((await tester.get(`/${id}`)).body).toMatchObject({
    error: { code: 100, error_subcode: 33 },
  });
  expect((await tester.post(`/${id}/comments`, { message: 'x' })).body).toMatchObject({
    error: { error_subcode: 33 },
  });
  const { body } = await tester.get(`/${post}/comments?summary=true`);
  expect(body).toMatchObject({ data: [], summary: { total_count: 2 } });
});

test('comments may arrive late and be changed by their writer', async () => {
  await say(post, 'new');
  const late = await say(post, 'late', {
    createdTime: new Date(Date.now() - 3 * dayMs).toISOString(),
    from: 'Eva K',
  });
  expect(await messages('order=reverse_chronological')).toEqual(['new', 'late']);
  await tester.control('/comments', { action: 'edit', id: late, message: 'changed' });
  expect((await tester.get(`/${late}?fields=message,from`)).body).toMatchObject({
    message: 'changed',
    from: { name: 'Eva K' },
  });
});

test('a user token sees no comments, and names are left out where privacy wants it', async () => {
  const id = await say(post, 'Hello');
  const { user } = tester.ready;
  expect((await tester.get(`/${post}/comments`, user.token)).body).toEqual({ data: [] });
  await tester.control('/settings', { hideFrom: true });
  expect((await tester.get(`/${id}?fields=from,message`)).body).toEqual({ id, message: 'Hello' });
});

test('any text comes back as it was', async () => {
  const texts = [
    '👩‍🌾🏽 🇫🇷',
    'مرحبا ‮abc',
    '<script>alert(1)</script>',
    'x'.repeat(60_000),
    'a\n\nb',
    '"\\',
  ];
  for (const text of texts) {
    const id = await say(post, text);
    expect((await tester.get(`/${id}?fields=message`)).body).toMatchObject({ message: text });
  }
});

test('a private answer goes out once, within seven days, not to oneself', async () => {
  const [first, old] = [await say(post, 'a'), await say(post, 'b')];
  const own = dig((await tester.post(`/${post}/comments`, { message: 'x' })).body, 'id');
  const send = async (comment: string): Promise<unknown> =>
    (
      await tester.post('/me/messages', {
        recipient: { comment_id: comment },
        message: { text: 'Hi' },
        messaging_type: 'RESPONSE',
      })
    ).body;
  expect((await tester.get(`/${first}?fields=can_reply_privately`)).body).toMatchObject({
    can_reply_privately: true,
  });
  expect(await send(first)).toMatchObject({ message_id: expect.stringMatching(/^m_/) as string });
  expect((await tester.get(`/${first}?fields=can_reply_privately`)).body).toMatchObject({
    can_reply_privately: false,
  });
  expect(await send(first)).toMatchObject({ error: { code: 10900 } });
  expect(await send(own)).toMatchObject({ error: { code: 10902 } });
  await tester.advance(8 * dayMs);
  expect(await send(old)).toMatchObject({ error: { code: 10903 } });
  expect(await send('1_2')).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  const told = (await tester.ledger()).filter((effect) => effect.kind === 'private-reply');
  expect(told).toMatchObject([{ parentId: first, text: 'Hi' }]);
});

test('Instagram gives the newest fifty, answers only by asking for them', async () => {
  for (let n = 0; n < 55; n += 1) await say(media, `c${n}`, { createdTime: Date.now() + n * 1000 });
  const newest = await rows(`/${media}/comments?fields=text&limit=100`);
  expect(newest).toHaveLength(50);
  expect(newest[0]).toMatchObject({ text: 'c54' });
  const id = String(newest[0]?.['id']);
  const reply = dig((await tester.post(`/${id}/replies`, { message: '@x yes' })).body, 'id');
  const deep = dig((await tester.post(`/${reply}/replies`, { message: '@y too' })).body, 'id');
  const [top] = await rows(
    `/${media}/comments?fields=id,text,replies.limit(50){id,text,parent_id,username}&limit=1`,
  );
  expect(top).toMatchObject({
    id,
    replies: {
      data: [
        { id: reply, parent_id: id, username: tester.ready.instagram.username },
        { id: deep, parent_id: id },
      ],
    },
  });
  expect((await tester.get(`/${media}?fields=comments_count`)).body).toMatchObject({
    comments_count: 57,
  });
});

test('Instagram hides with another word, and takes no answer under what is hidden', async () => {
  const id = await say(media, 'Spam', { from: { id: '99', username: 'troll' } });
  expect((await tester.post(`/${id}`, { is_hidden: true })).body).toMatchObject({
    error: { code: 100 },
  });
  expect((await tester.post(`/${id}`, { hide: true })).body).toEqual({ success: true });
  expect((await tester.get(`/${id}?fields=hidden,from`)).body).toMatchObject({
    hidden: true,
    from: { id: '99', username: 'troll' },
  });
  expect((await tester.post(`/${id}/replies`, { message: 'x' })).status).toBe(400);
  const own = dig((await tester.post(`/${media}/comments`, { message: 'mine' })).body, 'id');
  expect((await tester.post(`/${own}`, { hide: true })).body).toEqual({ success: true });
  expect((await tester.get(`/${own}?fields=hidden`)).body).toMatchObject({ hidden: false });
  expect((await tester.del(`/${id}`)).body).toEqual({ success: true });
  expect((await tester.get(`/${id}`)).body).toMatchObject({ error: { error_subcode: 33 } });
});

test('comments can be switched off for a media', async () => {
  await tester.post(`/${media}`, { comment_enabled: false });
  expect((await tester.post(`/${media}/comments`, { message: 'x' })).status).toBe(400);
  expect((await tester.get(`/${media}?fields=is_comment_enabled`)).body).toMatchObject({
    is_comment_enabled: false,
  });
});

test('hidden posts take no comments', async () => {
  const { body } = await tester.post('/me/feed', { message: 'x', published: false });
  expect((await tester.post(`/${dig(body, 'id')}/comments`, { message: 'first' })).status).toBe(
    400,
  );
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester();
});
afterEach(() => tester.close());

const rows = async (path: string) =>
  ((await tester.get(path)).body as { data: Record<string, unknown>[] }).data;

test('a post that tags the Page is listed there alone, and takes a comment', async () => {
  const { page, instagram } = tester.ready;
  const told = await tester.control('/mentions', { message: 'Lovely shop', from: 'Eva K' });
  const id = dig(told, 'id');
  const fields = 'id,message,from{id,name},created_time,permalink_url';
  expect(await rows(`/${page.id}/tagged?fields=${fields}`)).toMatchObject([
    { id, message: 'Lovely shop', from: { name: 'Eva K' } },
  ]);
  expect(await rows(`/${page.id}/published_posts?fields=id`)).toEqual([]);
  expect(await rows(`/${instagram.id}/tags?fields=id`)).toEqual([]);
  expect((await tester.post(`/${id}/comments`, { message: 'Thank you' })).status).toBe(200);
});

test('a media that tags the account is listed without who wrote below it, and is answered', async () => {
  const { instagram } = tester.ready;
  const told = await tester.control('/mentions', {
    network: 'ig',
    message: 'New print',
    from: 'eva',
  });
  const id = dig(told, 'id');
  expect(await rows(`/${instagram.id}/tags?fields=id,caption,username,timestamp`)).toMatchObject([
    { id, caption: 'New print', username: 'eva' },
  ]);
  const answer = await tester.post(`/${instagram.id}/mentions`, { media_id: id, message: 'Merci' });
  expect(answer.status).toBe(200);
});

test('a message is changed, and taken back', async () => {
  const { page } = tester.ready;
  const hear = async (message: string) =>
    dig(await tester.control('/messages', { message, from: 'Eva K' }), 'id');
  const [first, second] = [await hear('Is it bleu?'), await hear('Sorry')];
  await tester.control('/messages', { action: 'edit', id: first, message: 'Is it blue?' });
  await tester.control('/messages', { action: 'unsend', id: second });
  const [thread] = await rows(`/${page.id}/conversations?fields=id,message_count`);
  expect(thread).toMatchObject({ message_count: 1 });
  const told = await rows(`/${String(thread?.['id'])}/messages?fields=id,message`);
  expect(told).toEqual([{ id: first, message: 'Is it blue?' }]);
  expect((await tester.get(`/${second}?fields=message`)).status).toBe(400);
  expect(await hear('Is it?')).not.toBe(second);
});

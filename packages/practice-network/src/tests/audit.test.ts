import { afterEach, beforeEach, expect, test } from 'vitest';
import { blob, dig, jpeg, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester();
});
afterEach(() => tester.close());

const reads = [
  'page/published_posts',
  'page/scheduled_posts',
  'page/feed',
  'page/photos',
  'page/videos',
  'page/video_reels',
  'page/stories',
  'page/conversations',
  'page/blocked',
  'page/insights?metric=page_follows',
  'post/comments',
  'post/likes',
  'post/reactions',
  'post/attachments',
  'post/insights?metric=post_clicks',
  'ig/media',
  'ig/stories',
  'ig/content_publishing_limit',
  'ig/available_catalogs',
  'ig/insights?metric=reach&period=day',
  'media/children',
  'media/comments',
  'media/collaborators',
  'media/product_tags',
  'media/insights?metric=views',
  'catalog/products',
  'user/accounts',
  'user/businesses',
  'user/permissions',
];

const userEdges = /catalog|product_tags|^user/;

/** Ids by the kind that a path begins with. */
async function things(): Promise<Record<string, string>> {
  const { page, instagram, catalogue, user } = tester.ready;
  const [post, media] = [await tester.visiblePost(), await tester.media()];
  return { page: page.id, ig: instagram.id, catalog: catalogue.id, user: user.id, post, media };
}

test('every reading edge answers a list, and refuses what nobody lists', async () => {
  const ids = await things();
  for (const path of reads) {
    const [kind = '', edge = ''] = path.split('/');
    const token = userEdges.test(path) ? tester.ready.user.token : tester.ready.page.token;
    const address = `/${ids[kind]}/${edge}`;
    const read = await tester.get(address, token);
    expect([path, read.status, read.body]).toEqual([
      path,
      200,
      expect.objectContaining({ data: expect.any(Array) as unknown }),
    ]);
    const more = address.includes('?') ? '&' : '?';
    const refused = await tester.get(`${address}${more}sausages=1`, token);
    expect([path, dig(refused.body, 'error', 'code')]).toEqual([path, '100']);
    const unknown = await tester.get(`/${ids[kind]}/sausages`, token);
    expect(dig(unknown.body, 'error', 'code')).toBe('2500');
  }
});

test('a thumbnail is given to a clip, decoded, and one of them is preferred', async () => {
  const started = await tester.post('/me/videos', { upload_phase: 'start', file_size: 2048 });
  const path = `/${dig(started.body, 'video_id')}/thumbnails`;
  for (const preferred of ['true', 'true']) {
    const source = blob(await jpeg(640, 360));
    const sent = await tester.form(path, { source, is_preferred: preferred });
    expect(sent.body).toEqual({ success: true });
  }
  const { body } = await tester.get(`${path}?fields=width,is_preferred,uri`);
  expect(body).toMatchObject({
    data: [
      { width: 640, is_preferred: false },
      { width: 640, is_preferred: true },
    ],
  });
  expect((await fetch(dig(body, 'data', 1, 'uri'))).status).toBe(200);
  const wrong = await tester.form(path, { source: blob(Buffer.from('no picture')) });
  expect(wrong.body).toMatchObject({ error: { code: 324 } });
  expect((await tester.post(path, {})).body).toMatchObject({ error: { code: 100 } });
});

test('the account answers where it is mentioned, and nowhere else', async () => {
  const { instagram } = tester.ready;
  const media = await tester.media();
  const say = async (message: string): Promise<string> =>
    dig(await tester.control('/comments', { object: media, message }), 'id');
  const mentioned = await say(`@${instagram.username} is it yours?`);
  const answer = await tester.post(`/${instagram.id}/mentions`, {
    media_id: media,
    comment_id: mentioned,
    message: 'It is',
  });
  const read = await tester.get(`/${dig(answer.body, 'id')}?fields=text,parent_id`);
  expect(read.body).toMatchObject({ text: 'It is', parent_id: mentioned });
  for (const values of [
    { media_id: media, comment_id: await say('No name'), message: 'x' },
    { media_id: media, message: 'x' },
    { media_id: media, comment_id: '77', message: 'x' },
    { message: 'x' },
  ])
    expect((await tester.post(`/${instagram.id}/mentions`, values)).body).toMatchObject({
      error: { code: 100 },
    });
});

test('who liked a comment is told as far as it is known', async () => {
  const post = await tester.visiblePost();
  const comment = dig(await tester.control('/comments', { object: post, message: 'Hi' }), 'id');
  await tester.post(`/${comment}/likes`);
  expect((await tester.get(`/${comment}/likes?summary=true`)).body).toMatchObject({
    data: [{ id: tester.ready.page.id }],
    summary: { total_count: 1 },
  });
});

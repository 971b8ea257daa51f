import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blob, dig, jpeg, openTester, type Tester } from '../testing/open-tester.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let tester: Tester;
let page = '';
beforeEach(async () => {
  tester = await openTester();
  page = tester.ready.page.id;
});
afterEach(() => tester.close());

function seconds(aheadMs: number): number {
  return Math.floor((Date.now() + aheadMs) / 1000);
}

async function schedule(values: Record<string, unknown>): Promise<string> {
  return dig((await tester.post(`/${page}/feed`, { published: false, ...values })).body, 'id');
}

async function published(): Promise<string[]> {
  const { body } = await tester.get('/me/published_posts?fields=id');
  return (body as { data: { id: string }[] }).data.map((row) => row.id);
}

test('a hidden post becomes visible once, however often it is asked', async () => {
  const photo = await tester.photo({ alt_text_custom: 'A plant' });
  const made = await tester.post(`/${page}/feed`, {
    message: 'Pothos',
    published: false,
    attached_media: [{ media_fbid: photo }],
  });
  const id = dig(made.body, 'id');
  expect(id).toMatch(new RegExp(`^${page}_\\d+$`));
  expect(await published()).toEqual([]);
  expect((await tester.get(`/${id}?fields=is_published`)).body).toMatchObject({
    is_published: false,
  });
  for (let n = 0; n < 3; n += 1) {
    expect((await tester.post(`/${id}`, { is_published: true })).body).toEqual({ success: true });
  }
  expect(await published()).toEqual([id]);
  expect(await tester.ledger()).toEqual([
    expect.objectContaining({
      kind: 'fb-post',
      objectId: id,
      photoIds: [photo],
      text: 'Pothos',
      by: 'api',
    }),
  ]);
});

test('several photos keep their order and texts', async () => {
  const photos = [await tester.photo(), await tester.photo(), await tester.photo()];
  const wanted = [photos[2], photos[0], photos[1]].map((id) => ({ media_fbid: id }));
  const { body } = await tester.post(`/${page}/feed`, { message: 'x', attached_media: wanted });
  const read = await tester.get(
    `/${dig(body, 'id')}?fields=attachments{media_type,subattachments{media_type,target{id}}}`,
  );
  expect(read.body).toMatchObject({
    attachments: {
      data: [
        {
          media_type: 'album',
          subattachments: {
            data: wanted.map(({ media_fbid }) => ({ target: { id: media_fbid } })),
          },
        },
      ],
    },
  });
});

test('a photo goes into one post only, and says which', async () => {
  const photo = await tester.photo();
  const attached_media = [{ media_fbid: photo }];
  const first = await tester.post(`/${page}/feed`, { message: 'x', attached_media });
  const read = await tester.get(`/${photo}?fields=page_story_id`);
  expect(dig(read.body, 'page_story_id')).toBe(dig(first.body, 'id'));
  const again = await tester.post(`/${page}/feed`, { message: 'y', attached_media });
  expect(again.body).toMatchObject({ error: { code: 100, error_subcode: 1366051 } });
});

test('an unused photo is gone after a day, a temporary one stays', async () => {
  const [plain, kept] = [await tester.photo(), await tester.photo({ temporary: 'true' })];
  await tester.advance(25 * hourMs);
  expect((await tester.get(`/${plain}`)).body).toMatchObject({
    error: { code: 100, error_subcode: 33 },
  });
  expect((await tester.get(`/${kept}`)).status).toBe(200);
  const late = await tester.post(`/${page}/feed`, { attached_media: [{ media_fbid: plain }] });
  expect(late.body).toMatchObject({ error: { error_subcode: 33 } });
});

test('photos are decoded, written again and served at signed addresses', async () => {
  const bytes = await sharp(await jpeg(3000, 1500))
    .withExif({ IFD0: { Artist: 'me' } })
    .jpeg()
    .toBuffer();
  const made = await tester.form(`/${page}/photos`, { published: 'false', source: blob(bytes) });
  const { body } = await tester.get(`/${dig(made.body, 'id')}?fields=images,width,height`);
  expect(body).toMatchObject({ width: 2048, height: 1024 });
  const address = dig(body, 'images', 0, 'source');
  const picture = await fetch(address);
  expect(picture.headers.get('content-type')).toBe('image/jpeg');
  const stored = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
  expect(stored).toMatchObject({ format: 'jpeg', width: 2048, height: 1024 });
  expect(stored.exif).toBeUndefined();
  const small = await fetch(dig(body, 'images', 3, 'source'));
  expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({
    width: 480,
  });
  expect((await fetch(address.replace(/oe=\w+/, 'oe=7FFFFFFF'))).status).toBe(403);
  await tester.advance(5 * 24 * hourMs);
  expect((await fetch(address)).status).toBe(403);
});

test('what is no picture, or too large, is refused', async () => {
  const cases = [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'),
    Buffer.from('not a picture'),
    (await jpeg()).subarray(0, 400),
    Buffer.concat([await jpeg(), Buffer.alloc(4 * 1024 * 1024)]),
  ];
  for (const bytes of cases) {
    const { status, body } = await tester.form(`/${page}/photos`, { source: blob(bytes) });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 100, error_subcode: 1366046 } });
  }
  expect((await tester.post(`/${page}/photos`)).body).toMatchObject({ error: { code: 324 } });
  expect(await tester.ledger()).toEqual([]);
});

test('a photo published by itself makes a post', async () => {
  const made = await tester.form(`/${page}/photos`, {
    caption: 'Fern',
    source: blob(await jpeg()),
  });
  expect(made.body).toMatchObject({
    id: expect.any(String) as string,
    post_id: expect.any(String) as string,
  });
  expect(await tester.ledger()).toMatchObject([
    { kind: 'fb-photo', text: 'Fern', photoIds: [dig(made.body, 'id')] },
  ]);
});

test('an empty post, a link beside pictures and bad links are refused', async () => {
  const refuse = async (values: Record<string, unknown>): Promise<unknown> =>
    (await tester.post(`/${page}/feed`, values)).body;
  const attached_media = [{ media_fbid: await tester.photo() }];
  expect(await refuse({})).toMatchObject({ error: { code: 100 } });
  expect(await refuse({ link: 'https://ok.test/x', attached_media })).toMatchObject({
    error: { code: 100 },
  });
  expect(await refuse({ link: 'https://broken.test/' })).toMatchObject({
    error: { code: 100, error_subcode: 1609005 },
  });
  expect(await refuse({ link: 'https://www.facebook.com/x' })).toMatchObject({
    error: { code: 200, error_subcode: 1609008 },
  });
  expect(await refuse({ link: 'no link' })).toMatchObject({
    error: { code: 100, error_subcode: 1500010 },
  });
  expect(await refuse({ message: 'x'.repeat(63_207) })).toMatchObject({ error: { code: 100 } });
  expect(await refuse({ attached_media: [{ media_fbid: '1' }] })).toMatchObject({
    error: { error_subcode: 33 },
  });
  expect(await tester.ledger()).toEqual([]);
});

test('a schedule fires by the clock and keeps its id', async () => {
  const at = seconds(30 * minuteMs);
  const id = await schedule({ message: 'later', scheduled_publish_time: at });
  const waiting = await tester.get(
    '/me/scheduled_posts?fields=id,scheduled_publish_time,is_published',
  );
  expect(waiting.body).toMatchObject({
    data: [{ id, scheduled_publish_time: at, is_published: false }],
  });
  expect(await published()).toEqual([]);
  await tester.advance(34 * minuteMs);
  expect(await published()).toEqual([id]);
  expect((await tester.get('/me/scheduled_posts')).body).toEqual({ data: [] });
  expect(await tester.ledger()).toMatchObject([{ kind: 'fb-post', objectId: id, by: 'scheduler' }]);
});

test('a schedule can be moved, fired at once and called off', async () => {
  const moved = await schedule({ message: 'a', scheduled_publish_time: seconds(20 * minuteMs) });
  const gone = await schedule({ message: 'b', scheduled_publish_time: seconds(20 * minuteMs) });
  const now = await schedule({ message: 'c', scheduled_publish_time: seconds(20 * minuteMs) });
  await tester.post(`/${moved}`, { scheduled_publish_time: seconds(2 * hourMs) });
  await tester.del(`/${gone}`);
  await tester.post(`/${now}`, { is_published: true });
  await tester.advance(30 * minuteMs);
  expect(await published()).toEqual([now]);
  await tester.advance(2 * hourMs);
  expect((await published()).toSorted()).toEqual([moved, now].toSorted());
  expect(await tester.ledger()).toHaveLength(2);
});

test('pictures with a schedule but without its type never go out', async () => {
  const attached_media = [{ media_fbid: await tester.photo({ temporary: 'true' }) }];
  const silent = await schedule({ attached_media, scheduled_publish_time: seconds(hourMs) });
  expect(silent).not.toBe('');
  await tester.advance(3 * hourMs);
  expect(await published()).toEqual([]);
});

test('a scheduled post keeps temporary pictures and loses swept ones', async () => {
  const kept = await tester.photo({ temporary: 'true' });
  const swept = await tester.photo();
  const id = await schedule({
    attached_media: [{ media_fbid: kept }, { media_fbid: swept }],
    scheduled_publish_time: seconds(30 * hourMs),
    unpublished_content_type: 'SCHEDULED',
  });
  await tester.advance(31 * hourMs);
  expect(await tester.ledger()).toMatchObject([{ objectId: id, photoIds: [kept] }]);
});

test.each([9 * minuteMs, 31 * 24 * hourMs, -hourMs])(
  'a schedule %i ms ahead is refused',
  async (aheadMs) => {
    const values = { message: 'x', published: false, scheduled_publish_time: seconds(aheadMs) };
    expect((await tester.post(`/${page}/feed`, values)).body).toMatchObject({
      error: { code: 100, error_user_msg: expect.stringContaining('10 minutes') as string },
    });
  },
);

test('the same text again is refused only where that is switched on', async () => {
  await tester.visiblePost('again');
  expect(await tester.visiblePost('again')).not.toBe('');
  await tester.control('/settings', { duplicateText: true });
  expect((await tester.post(`/${page}/feed`, { message: 'again' })).body).toMatchObject({
    error: { code: 506 },
  });
});

test('text can be changed and the post taken away, each told in the ledger', async () => {
  const id = await tester.visiblePost('before');
  await tester.post(`/${id}`, { message: 'after' });
  expect((await tester.get(`/${id}?fields=message`)).body).toMatchObject({ message: 'after' });
  await tester.del(`/${id}`);
  expect(await published()).toEqual([]);
  const kinds = (await tester.ledger()).map((effect) => effect.kind);
  expect(kinds).toEqual(['fb-post', 'edit', 'delete']);
});

test('the feed lists hidden and scheduled posts too', async () => {
  const hidden = dig(
    (await tester.post(`/${page}/feed`, { message: 'h', published: false })).body,
    'id',
  );
  const shown = await tester.visiblePost('s');
  const { body } = await tester.get('/me/feed?fields=id,is_published');
  expect(body).toMatchObject({
    data: expect.arrayContaining([
      { id: hidden, is_published: false },
      { id: shown, is_published: true },
    ]) as unknown,
  });
});

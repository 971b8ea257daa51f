import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  dig,
  jpeg,
  openTester,
  type Answered,
  type Tester,
  type Values,
} from '../testing/open-tester.ts';
import { makeClip } from '../testing/make-clip.ts';

const hourMs = 3_600_000;

let tester: Tester;
let ig = '';
let tall: Buffer;
beforeAll(() => {
  tall = makeClip({ widthPx: 576, heightPx: 1024, seconds: 4 });
});
beforeEach(async () => {
  tester = await openTester();
  ig = tester.ready.instagram.id;
});
afterEach(() => tester.close());

const create = (values: Values): Promise<Answered> => tester.post(`/${ig}/media`, values);
const publish = (id: string): Promise<Answered> =>
  tester.post(`/${ig}/media_publish`, { creation_id: id });
const state = async (id: string): Promise<string> =>
  dig((await tester.get(`/${id}?fields=status_code`)).body, 'status_code');

async function image(values: Values = {}): Promise<string> {
  return dig((await create({ image_url: await tester.imageUrl(), ...values })).body, 'id');
}

/** Serves bytes on an address of this computer. */
async function hosted<T>(bytes: Buffer, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((_request, response) => response.end(bytes));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
  } finally {
    server.close();
  }
}

test('a picture is made, finished, published once and read back', async () => {
  const container = await image({ caption: 'Bonjour #plante', alt_text: 'A plant' });
  await tester.advance(6000);
  expect(await state(container)).toBe('FINISHED');
  const published = await publish(container);
  const media = dig(published.body, 'id');
  expect(media).toMatch(/^\d{17,}$/);
  expect(media).not.toBe(container);
  expect(await state(container)).toBe('PUBLISHED');
  expect((await publish(container)).body).toMatchObject({
    error: { code: 24, error_subcode: 2207008 },
  });
  const { body } = await tester.get(
    `/${media}?fields=id,caption,alt_text,media_type,media_product_type,permalink,shortcode,timestamp,username`,
  );
  expect(body).toMatchObject({
    id: media,
    caption: 'Bonjour #plante',
    alt_text: 'A plant',
    media_type: 'IMAGE',
    media_product_type: 'FEED',
    permalink: `${tester.ready.url}/p/${media}`,
    timestamp: expect.stringMatching(/\+0000$/) as string,
  });
  expect((await tester.get(`/${ig}/media?fields=id`)).body).toMatchObject({
    data: [{ id: media }],
  });
  expect(await tester.ledger()).toEqual([
    expect.objectContaining({ kind: 'ig-media', objectId: media, containerId: container }),
  ]);
});

test('too early says so and may be repeated without harm', async () => {
  const ids = [await image(), await image(), await image(), await image()];
  const states = await Promise.all(ids.map((id) => state(id)));
  const early = ids[states.indexOf('IN_PROGRESS')] ?? '';
  expect((await publish(early)).body).toMatchObject({
    error: { code: 9007, error_subcode: 2207027 },
  });
  await tester.advance(6000);
  expect((await publish(early)).status).toBe(200);
  expect(await tester.ledger()).toHaveLength(1);
});

test('a container lapses after a day', async () => {
  const container = await image();
  await tester.advance(25 * hourMs);
  expect(await state(container)).toBe('EXPIRED');
  expect((await publish(container)).body).toMatchObject({
    error: { code: 24, error_subcode: 2207008 },
  });
  expect((await publish('17889999')).body).toMatchObject({
    error: { code: 24, error_subcode: 2207006 },
  });
});

test.each([
  ['too wide', 1000, 500, 36003, 2207009],
  ['too tall', 800, 1200, 36003, 2207009],
  ['too narrow', 300, 300, 36001, 2207005],
])('a picture that is %s is refused', async (_why, widthPx, heightPx, code, subcode) => {
  const bytes = await jpeg(widthPx, heightPx);
  const { body } = await hosted(bytes, (image_url) => create({ image_url }));
  expect(body).toMatchObject({ error: { code, error_subcode: subcode } });
});

test('only JPEG up to 8 MiB that can be fetched is taken', async () => {
  const png = await sharp(await jpeg())
    .png()
    .toBuffer();
  const large = Buffer.concat([await jpeg(), Buffer.alloc(8 * 1024 * 1024)]);
  const broken = (await jpeg()).subarray(0, 700);
  const refusal = (bytes: Buffer): Promise<unknown> =>
    hosted(bytes, async (image_url) => (await create({ image_url })).body);
  expect(await refusal(png)).toMatchObject({ error: { code: 36001, error_subcode: 2207005 } });
  expect(await refusal(large)).toMatchObject({ error: { code: 36000, error_subcode: 2207004 } });
  expect(await refusal(broken)).toMatchObject({ error: { code: 36001 } });
  expect(await refusal(Buffer.from('<html>'))).toMatchObject({
    error: { code: 9004, error_subcode: 2207052 },
  });
  for (const image_url of ['http://127.0.0.1:9/x.jpg', 'https://example.org/x.jpg', 'nonsense']) {
    expect((await create({ image_url })).body).toMatchObject({
      error: { code: 9004, error_subcode: 2207052 },
    });
  }
});

test('the ratios at the edge are taken', async () => {
  for (const [widthPx, heightPx] of [
    [1080, 1350],
    [1080, 566],
    [1080, 1080],
    [320, 320],
  ] as const) {
    const made = await hosted(await jpeg(widthPx, heightPx), (image_url) => create({ image_url }));
    expect(made.status).toBe(200);
  }
});

test('a story takes any ratio and lives a day', async () => {
  const url = await tester.imageUrl(1080, 1920);
  expect((await create({ image_url: url })).body).toMatchObject({
    error: { error_subcode: 2207009 },
  });
  const made = await create({ media_type: 'STORIES', image_url: url });
  await tester.advance(6000);
  const id = dig((await publish(dig(made.body, 'id'))).body, 'id');
  expect((await tester.get(`/${ig}/stories?fields=id,media_type`)).body).toMatchObject({
    data: [{ id, media_type: 'IMAGE' }],
  });
  expect((await tester.get(`/${ig}/media`)).body).toEqual({ data: [] });
  await tester.advance(25 * hourMs);
  expect((await tester.get(`/${ig}/stories`)).body).toEqual({ data: [] });
  expect(await tester.ledger()).toMatchObject([{ kind: 'ig-story', objectId: id }]);
});

test.each([
  ['characters', 'a'.repeat(2201)],
  ['hashtags', Array.from({ length: 31 }, (_, n) => `#tag${n}`).join(' ')],
  ['mentions', Array.from({ length: 21 }, (_, n) => `@name${n}`).join(' ')],
])('too many %s are refused', async (_what, caption) => {
  const { body } = await create({ image_url: await tester.imageUrl(), caption });
  expect(body).toMatchObject({ error: { code: 36004, error_subcode: 2207010 } });
});

test('captions at the limits are taken', async () => {
  const hashtags = Array.from({ length: 30 }, (_, n) => `#tag${n}`).join(' ');
  for (const caption of ['é'.repeat(2200), hashtags]) expect(await image({ caption })).not.toBe('');
});

test('a carousel wants 2 to 10 finished items that are its own', async () => {
  const single = await image();
  const item = await image({ is_carousel_item: true });
  const other = await image({ is_carousel: true });
  await tester.advance(6000);
  const refusal = async (children: unknown): Promise<unknown> =>
    (await create({ media_type: 'CAROUSEL', children })).body;
  expect(await refusal([item])).toMatchObject({ error: { code: 100, error_subcode: 2207028 } });
  expect(await refusal([item, single])).toMatchObject({ error: { error_subcode: 2207006 } });
  const early = await image({ is_carousel_item: true });
  if ((await state(early)) === 'IN_PROGRESS') {
    expect(await refusal([item, early])).toMatchObject({ error: { error_subcode: 2207027 } });
  }
  const made = await create({
    media_type: 'CAROUSEL',
    children: `${other},${item}`,
    caption: 'Two',
  });
  const parent = dig(made.body, 'id');
  expect(await refusal([item, other])).toMatchObject({ error: { error_subcode: 2207008 } });
  expect((await publish(parent)).body).toMatchObject({ error: { code: 9007 } });
  await tester.advance(10_000);
  const media = dig((await publish(parent)).body, 'id');
  const read = await tester.get(`/${media}?fields=media_type,children{id,media_type,media_url}`);
  expect(read.body).toMatchObject({ media_type: 'CAROUSEL_ALBUM' });
  expect((read.body as { children: { data: unknown[] } }).children.data).toHaveLength(2);
  expect((await publish(item)).body).toMatchObject({ error: { error_subcode: 2207006 } });
  expect(await tester.ledger()).toHaveLength(1);
});

test('a reel comes in pieces, takes its time and is published', async () => {
  const made = await create({ media_type: 'REELS', upload_type: 'resumable', caption: 'Reel' });
  const id = dig(made.body, 'id');
  const send = (offset: number, bytes: Buffer): Promise<Answered> =>
    tester.upload(dig(made.body, 'uri'), bytes, {
      authorization: `OAuth ${tester.ready.page.token}`,
      offset: String(offset),
      file_size: String(tall.length),
    });
  expect(await state(id)).toBe('IN_PROGRESS');
  expect((await send(0, tall.subarray(0, 1000))).status).toBe(400);
  expect((await tester.get(`/${id}?fields=video_status`)).body).toMatchObject({
    video_status: { uploading_phase: { status: 'in_progress', bytes_transferred: 1000 } },
  });
  expect((await send(1000, tall.subarray(1000))).body).toEqual({
    success: true,
    message: 'Upload successful.',
  });
  await tester.advance(15_000);
  expect(await state(id)).toBe('IN_PROGRESS');
  await tester.advance(170_000);
  expect(await state(id)).toBe('FINISHED');
  const media = dig((await publish(id)).body, 'id');
  expect((await tester.get(`/${media}?fields=media_type,media_product_type`)).body).toMatchObject({
    media_type: 'VIDEO',
    media_product_type: 'REELS',
  });
});

test('a clip by address works; a wrong one ends in ERROR with its number', async () => {
  const good = await hosted(tall, (video_url) => create({ media_type: 'REELS', video_url }));
  const short = makeClip({ widthPx: 576, heightPx: 1024, seconds: 1 });
  const bad = await hosted(short, (video_url) => create({ media_type: 'REELS', video_url }));
  const missing = await create({ media_type: 'REELS', video_url: 'http://127.0.0.1:9/x.mp4' });
  await tester.advance(180_000);
  expect(await state(dig(good.body, 'id'))).toBe('FINISHED');
  const status = async (made: Answered): Promise<string> =>
    dig((await tester.get(`/${dig(made.body, 'id')}?fields=status`)).body, 'status');
  expect(await status(bad)).toContain('2207026');
  expect(await status(missing)).toContain('2207077');
  expect((await publish(dig(bad.body, 'id'))).body).toMatchObject({ error: { code: 24 } });
});

test('bytes that are no clip are refused at the upload', async () => {
  const made = await create({ media_type: 'REELS', upload_type: 'resumable' });
  const bytes = Buffer.alloc(3000, 'no clip');
  const sent = await tester.upload(dig(made.body, 'uri'), bytes, {
    authorization: `OAuth ${tester.ready.page.token}`,
    offset: '0',
    file_size: '3000',
  });
  expect(sent.body).toMatchObject({
    debug_info: { type: 'ProcessingFailedError', retriable: false },
  });
  await tester.advance(180_000);
  expect(await state(dig(made.body, 'id'))).toBe('ERROR');
});

test('kinds and sources that do not fit are refused', async () => {
  const image_url = await tester.imageUrl();
  expect((await create({ media_type: 'VIDEO', video_url: image_url })).body).toMatchObject({
    error: { error_subcode: 2207067 },
  });
  expect((await create({ media_type: 'SONG', image_url })).body).toMatchObject({
    error: { error_subcode: 2207023 },
  });
  expect((await create({})).body).toMatchObject({
    error: { code: 100, error_data: { blame_field_specs: [['image_url']] } },
  });
  expect((await create({ image_url, collaborators: ['@name'] })).body).toMatchObject({
    error: { error_subcode: 2207018 },
  });
  expect((await create({ media_type: 'IMAGE', image_url })).status).toBe(200);
});

test('the daily number is read and kept', async () => {
  await tester.control('/settings', { publishQuota: 2 });
  const ids = [await image(), await image(), await image()];
  await tester.advance(6000);
  expect((await publish(ids[0] ?? '')).status).toBe(200);
  expect((await publish(ids[1] ?? '')).status).toBe(200);
  const limit = await tester.get(`/${ig}/content_publishing_limit?fields=quota_usage,config`);
  expect(limit.body).toMatchObject({
    data: [{ quota_usage: 2, config: { quota_total: 2, quota_duration: 86_400 } }],
  });
  expect((await publish(ids[2] ?? '')).body).toMatchObject({
    error: { code: 9, error_subcode: 2207042 },
  });
  expect(await tester.ledger()).toHaveLength(2);
});

test('pictures take 0 to 6 seconds, by the seed, and shorter when one practises', async () => {
  const left = await openTester({ seed: 5 });
  const right = await openTester({ seed: 5, settings: { processing: 'fast' } });
  const early = async (one: Tester, afterMs: number): Promise<string[]> => {
    const states: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const made = await one.post(`/${one.ready.instagram.id}/media`, {
        image_url: await one.imageUrl(),
      });
      await one.advance(afterMs);
      const read = await one.get(`/${dig(made.body, 'id')}?fields=status_code`);
      states.push(dig(read.body, 'status_code'));
    }
    return states;
  };
  expect(await early(left, 1000)).toContain('IN_PROGRESS');
  expect(await early(right, 1000)).not.toContain('IN_PROGRESS');
  await left.close();
  await right.close();
});

test('new media show late in the list, never late by id', async () => {
  const late = await openTester({ settings: { lag: true } });
  const ids: string[] = [];
  for (let n = 0; n < 8; n += 1) ids.push(await late.media());
  for (const id of ids) expect((await late.get(`/${id}`)).status).toBe(200);
  await late.advance(60_000);
  const listed = (await late.get(`/${late.ready.instagram.id}/media?fields=id`)).body;
  expect((listed as { data: unknown[] }).data).toHaveLength(8);
  await late.close();
});

test('where Page tokens are blind, the user token still reads', async () => {
  const container = await image();
  await tester.control('/settings', { pageTokenBlindOnInstagram: true });
  expect((await tester.get(`/${container}?fields=status_code`)).body).toMatchObject({
    error: { code: 100, error_subcode: 33 },
  });
  const { user } = tester.ready;
  expect((await tester.get(`/${container}?fields=status_code`, user.token)).status).toBe(200);
});

test('twenty publishes of one container at once leave one media', async () => {
  const container = await image();
  await tester.advance(6000);
  const answers = await Promise.all(Array.from({ length: 20 }, () => publish(container)));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  expect(await tester.ledger()).toHaveLength(1);
});

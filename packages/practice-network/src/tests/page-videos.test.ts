import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { blob, dig, openTester, type Tester } from '../testing/open-tester.ts';
import { makeClip } from '../testing/make-clip.ts';

const minuteMs = 60_000;

let tester: Tester;
let page = '';
let wide: Buffer;
let tall: Buffer;
beforeAll(() => {
  wide = makeClip({ widthPx: 640, heightPx: 360, seconds: 4 });
  tall = makeClip({ widthPx: 576, heightPx: 1024, seconds: 4 });
});
beforeEach(async () => {
  tester = await openTester();
  page = tester.ready.page.id;
});
afterEach(() => tester.close());

function uploadHeaders(offset: number, total: number): Record<string, string> {
  return {
    authorization: `OAuth ${tester.ready.page.token}`,
    offset: String(offset),
    file_size: String(total),
  };
}

async function status(id: string): Promise<unknown> {
  return (await tester.get(`/${id}?fields=status,published,post_id`)).body;
}

async function startAndUpload(edge: string, bytes: Buffer): Promise<string> {
  const started = await tester.post(`/${page}/${edge}`, { upload_phase: 'start' });
  const sent = await tester.upload(
    dig(started.body, 'upload_url'),
    bytes,
    uploadHeaders(0, bytes.length),
  );
  expect(sent.body).toEqual({ success: true });
  return dig(started.body, 'video_id');
}

test('a hidden video is made ready, then shown once', async () => {
  const made = await tester.form(`/${page}/videos`, {
    source: blob(wide, 'video/mp4'),
    title: 'Tour',
    description: 'A tour',
    published: 'false',
  });
  const id = dig(made.body, 'id');
  expect(await status(id)).toMatchObject({
    status: { video_status: 'processing' },
    published: false,
  });
  await tester.advance(minuteMs);
  expect(await status(id)).toMatchObject({
    status: { video_status: 'ready', publishing_phase: { status: 'not_started' } },
  });
  await tester.post(`/${id}`, { published: true });
  await tester.post(`/${id}`, { published: true });
  expect(await status(id)).toMatchObject({
    published: true,
    post_id: expect.any(String) as string,
  });
  expect(await tester.ledger()).toMatchObject([{ kind: 'fb-video', videoId: id, text: 'A tour' }]);
  expect(await tester.ledger()).toHaveLength(1);
});

test('a video in pieces goes on from where the network is', async () => {
  const started = await tester.post(`/${page}/videos`, {
    upload_phase: 'start',
    file_size: wide.length,
  });
  const session = dig(started.body, 'upload_session_id');
  const piece = (start: number, end: number): Promise<{ body: unknown }> =>
    tester.form(`/${page}/videos`, {
      upload_phase: 'transfer',
      upload_session_id: session,
      start_offset: String(start),
      video_file_chunk: blob(wide.subarray(start, end), 'application/octet-stream'),
    });
  const half = Math.floor(wide.length / 2);
  expect((await piece(0, half)).body).toEqual({
    start_offset: String(half),
    end_offset: String(wide.length),
  });
  expect((await piece(0, half)).body).toMatchObject({
    error: { error_subcode: 1363037, error_data: { start_offset: String(half) } },
  });
  const early = await tester.post(`/${page}/videos`, {
    upload_phase: 'finish',
    upload_session_id: session,
  });
  expect(early.body).toMatchObject({ error: { error_subcode: 1363045 } });
  const end = String(wide.length);
  expect((await piece(half, wide.length)).body).toEqual({ start_offset: end, end_offset: end });
  const finish = { upload_phase: 'finish', upload_session_id: session, description: 'Pieces' };
  expect((await tester.post(`/${page}/videos`, finish)).body).toEqual({ success: true });
  await tester.advance(minuteMs);
  const listed = await tester.get('/me/videos?fields=id,description,length');
  expect(listed.body).toMatchObject({
    data: [{ id: dig(started.body, 'video_id'), description: 'Pieces' }],
  });
});

test('a session lapses after a day and can be called off', async () => {
  const start = async (): Promise<string> =>
    dig(
      (await tester.post(`/${page}/videos`, { upload_phase: 'start', file_size: 5000 })).body,
      'upload_session_id',
    );
  const [called, lapsed] = [await start(), await start()];
  await tester.post(`/${page}/videos`, { upload_phase: 'cancel', upload_session_id: called });
  const finish = (session: string): Promise<{ body: unknown }> =>
    tester.post(`/${page}/videos`, { upload_phase: 'finish', upload_session_id: session });
  expect((await finish(called)).body).toMatchObject({ error: { error_subcode: 1363041 } });
  expect((await finish(lapsed)).body).toMatchObject({ error: { error_subcode: 6000 } });
  await tester.advance(25 * 60 * minuteMs);
  expect((await finish(lapsed)).body).toMatchObject({ error: { error_subcode: 1363041 } });
});

test('what is no video is refused', async () => {
  const source = blob(Buffer.alloc(5000, 'x'), 'video/mp4');
  const { body } = await tester.form(`/${page}/videos`, { source });
  expect(body).toMatchObject({ error: { error_subcode: 1363032 } });
});

test('a reel goes out when it is ready, though it was finished before', async () => {
  const id = await startAndUpload('video_reels', tall);
  const finish = {
    upload_phase: 'finish',
    video_id: id,
    video_state: 'PUBLISHED',
    description: 'Reel',
  };
  expect((await tester.post(`/${page}/video_reels`, finish)).body).toEqual({ success: true });
  expect(await tester.ledger()).toEqual([]);
  expect(await status(id)).toMatchObject({
    status: {
      uploading_phase: { status: 'complete', bytes_transfered: tall.length },
      publishing_phase: { status: 'in_progress' },
    },
  });
  await tester.advance(minuteMs);
  expect((await tester.post(`/${page}/video_reels`, finish)).body).toEqual({ success: true });
  expect(await status(id)).toMatchObject({
    status: { publishing_phase: { status: 'complete', publish_status: 'published' } },
  });
  expect(await tester.ledger()).toMatchObject([{ kind: 'fb-reel', videoId: id, text: 'Reel' }]);
  const listed = await tester.get('/me/video_reels?fields=id,description');
  expect(listed.body).toMatchObject({ data: [{ id, description: 'Reel' }] });
});

test('a cut upload keeps what came and goes on from there', async () => {
  const started = await tester.post(`/${page}/video_reels`, { upload_phase: 'start' });
  const url = dig(started.body, 'upload_url');
  const id = dig(started.body, 'video_id');
  await tester.control('/faults', {
    edge: 'POST /rupload/*',
    mode: 'reset-mid-upload',
    share: 0.6,
  });
  await expect(tester.upload(url, tall, uploadHeaders(0, tall.length))).rejects.toThrow();
  const received = Number(dig(await status(id), 'status', 'uploading_phase', 'bytes_transfered'));
  expect(received).toBe(Math.floor(tall.length * 0.6));
  const wrong = await tester.upload(url, tall, uploadHeaders(0, tall.length));
  expect(wrong.body).toMatchObject({
    debug_info: { type: 'OffsetInvalidError', retriable: false },
  });
  const rest = await tester.upload(
    url,
    tall.subarray(received),
    uploadHeaders(received, tall.length),
  );
  expect(rest.body).toEqual({ success: true });
});

test('upload addresses want their headers, their token word and all bytes', async () => {
  const started = await tester.post(`/${page}/video_reels`, { upload_phase: 'start' });
  const url = dig(started.body, 'upload_url');
  const { authorization, offset, file_size } = uploadHeaders(0, tall.length);
  const words = { authorization: authorization ?? '' };
  expect((await tester.upload(url, tall, words)).body).toMatchObject({
    debug_info: { type: 'HeaderError' },
  });
  expect((await tester.upload(url, tall, { ...words, offset: offset ?? '' })).body).toMatchObject({
    debug_info: { type: 'HeaderError' },
  });
  const bearer = {
    authorization: `Bearer ${tester.ready.page.token}`,
    offset: '0',
    file_size: file_size ?? '',
  };
  expect((await tester.upload(url, tall, bearer)).status).toBe(400);
  const short = await tester.upload(url, tall.subarray(0, 100), uploadHeaders(0, tall.length));
  expect(short.body).toMatchObject({ debug_info: { type: 'PartialRequestError' } });
});

test.each([
  ['wide', { widthPx: 640, heightPx: 360, seconds: 4 }],
  ['short', { widthPx: 576, heightPx: 1024, seconds: 2 }],
])('a reel that is too %s fails in processing', async (_why, wish) => {
  const id = await startAndUpload('video_reels', makeClip(wish));
  await tester.advance(minuteMs);
  expect(await status(id)).toMatchObject({ status: { video_status: 'error' } });
  const finish = { upload_phase: 'finish', video_id: id, video_state: 'PUBLISHED' };
  expect((await tester.post(`/${page}/video_reels`, finish)).body).toMatchObject({
    error: { code: 352, error_subcode: 1363024 },
  });
  expect(await tester.ledger()).toEqual([]);
});

test('a reel can wait for its time, or stay a draft', async () => {
  const [later, draft] = [
    await startAndUpload('video_reels', tall),
    await startAndUpload('video_reels', tall),
  ];
  const at = Math.floor(Date.now() / 1000) + 3600;
  await tester.post(`/${page}/video_reels`, {
    upload_phase: 'FINISH',
    video_id: later,
    video_state: 'SCHEDULED',
    scheduled_publish_time: at,
  });
  await tester.post(`/${page}/video_reels`, {
    upload_phase: 'FINISH',
    video_id: draft,
    video_state: 'DRAFT',
  });
  await tester.advance(30 * minuteMs);
  expect(await tester.ledger()).toEqual([]);
  await tester.advance(31 * minuteMs);
  expect(await tester.ledger()).toMatchObject([{ videoId: later, by: 'scheduler' }]);
});

test('a photo story uses its photo up and is listed for a day', async () => {
  const photo = await tester.photo();
  const made = await tester.post(`/${page}/photo_stories`, { photo_id: photo });
  expect(made.body).toMatchObject({ success: true, post_id: expect.any(String) as string });
  const again = await tester.post(`/${page}/photo_stories`, { photo_id: photo });
  expect(again.body).toMatchObject({ error: { error_subcode: 1366051 } });
  const entry = { post_id: dig(made.body, 'post_id'), media_id: photo, media_type: 'photo' };
  expect((await tester.get('/me/stories')).body).toMatchObject({
    data: [{ ...entry, status: 'published' }],
  });
  await tester.advance(25 * 60 * minuteMs);
  expect((await tester.get('/me/stories')).body).toMatchObject({
    data: [{ ...entry, status: 'archived' }],
  });
  expect(await tester.ledger()).toMatchObject([{ kind: 'fb-story', photoIds: [photo] }]);
});

test('a video story has its id at the finish and appears when it is ready', async () => {
  const id = await startAndUpload('video_stories', tall);
  const finish = { upload_phase: 'finish', video_id: id };
  const first = await tester.post(`/${page}/video_stories`, finish);
  const again = await tester.post(`/${page}/video_stories`, finish);
  expect(again.body).toEqual(first.body);
  await tester.advance(minuteMs);
  expect(await tester.ledger()).toMatchObject([
    { kind: 'fb-story', videoId: id, objectId: dig(first.body, 'post_id') },
  ]);
});

import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

const dayMs = 86_400_000;
let tester: Tester;
let post: string;
beforeAll(async () => {
  tester = await openTester();
  post = await tester.visiblePost();
});
afterAll(() => tester.close());

const picture = ['attachment', 'media', 'image', 'src'] as const;
async function say(pictures: unknown, message = ''): Promise<string> {
  const said = await tester.control('/comments', {
    object: post,
    message,
    pictures,
    from: 'Eva K',
  });
  return dig(said, 'id');
}
const read = (id: string) => tester.get(`/${id}?fields=message,attachment`);
const addressOf = async (id: string) => dig((await read(id)).body, ...picture);
const fault = (mode: string, options: object = {}) =>
  tester.control('/faults', { edge: 'GET /cdn/*', mode, ...options });

test('a comment comes with a photo of a plant, the same for the same number', async () => {
  const { body } = await read(await say([3], 'Mine has spots'));
  expect(body).toMatchObject({ message: 'Mine has spots', attachment: { type: 'photo' } });
  const answer = await fetch(dig(body, ...picture));
  expect(answer.headers.get('content-type')).toBe('image/png');
  const bytes = Buffer.from(await answer.arrayBuffer());
  const { width, height } = await sharp(bytes).metadata();
  const told = (name: string) => Number(dig(body, 'attachment', 'media', 'image', name));
  expect([width, height]).toEqual([told('width'), told('height')]);
  const other = await addressOf(await say([4]));
  expect(new URL(other).pathname).not.toBe(new URL(dig(body, ...picture)).pathname);
});

test('bytes are handed out as they were given, under the name they were given', async () => {
  const bytes = Buffer.from('<svg/>').toString('base64');
  const answer = await fetch(await addressOf(await say([{ bytes, extension: 'svg' }])));
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
    'image/svg+xml',
    '<svg/>',
  ]);
  await expect(say([{ bytes, extension: 'exe' }])).rejects.toThrow(/exe/);
  await expect(say('cat')).rejects.toThrow(/list/);
  await expect(say([], '')).rejects.toThrow(/message/);
});

test('a message has several, each in the place of its kind', async () => {
  const film = { bytes: 'AAAA', extension: 'mp4', type: 'video' };
  const pictures = [1, 2, film, { bytes: 'AAAA', extension: 'mp3', type: 'audio' }];
  const { id } = (await tester.control('/messages', { pictures, from: 'Eva K' })) as { id: string };
  const { body } = await tester.get(`/${id}?fields=message,attachments`);
  const at = (index: number, ...path: string[]) => dig(body, 'attachments', 'data', index, ...path);
  expect([0, 1, 2, 3].map((index) => at(index, 'mime_type'))).toEqual([
    'image/png',
    'image/png',
    'video/mp4',
    'audio/mpeg',
  ]);
  expect(new Set([0, 1, 2, 3].map((index) => at(index, 'id'))).size).toBe(4);
  expect(at(0, 'image_data', 'url')).toContain('/cdn/');
  expect(at(2, 'video_data', 'preview_url')).not.toBe(at(2, 'video_data', 'url'));
  expect(at(3, 'file_url')).toContain('.mp3');
});

test('addresses lapse after some days, and reading again tells new ones', async () => {
  const id = await say([5]);
  const address = await addressOf(id);
  await tester.advance(5 * dayMs);
  expect((await fetch(address)).status).toBe(403);
  expect((await fetch(await addressOf(id))).status).toBe(200);
});

test('the picture server has bad days of its own', async () => {
  const address = await addressOf(await say([6]));
  const whole = (await (await fetch(address)).arrayBuffer()).byteLength;
  await fault('redirect', { location: 'http://169.254.169.254/latest' });
  const away = await fetch(address, { redirect: 'manual' });
  expect([away.status, away.headers.get('location')]).toEqual([
    307,
    'http://169.254.169.254/latest',
  ]);
  await fault('lost-media', { status: 404 });
  expect((await fetch(address)).status).toBe(404);
  await fault('half-json');
  expect((await (await fetch(address)).arrayBuffer()).byteLength).toBeLessThan(whole);
  await fault('endless');
  const stream = (await fetch(address)).body?.getReader();
  let came = 0;
  while (came < 3 * whole) came += (await stream?.read())?.value?.byteLength ?? 0;
  await stream?.cancel();
  await fault('drip', { ms: 5 });
  const drops = (await fetch(address)).body?.getReader();
  const first = await drops?.read();
  expect(first?.value?.byteLength).toBeLessThan(100);
  await drops?.cancel();
  // One that names every edge strikes calls, not pictures.
  await tester.control('/faults', { edge: '*', mode: 'html-502' });
  expect((await fetch(address)).status).toBe(200);
  expect((await tester.get('/me')).status).toBe(502);
});

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerPicture } from '../../../shared/contract/customer-pictures.ts';
import { createMediaFactory, photoPixels } from '../../support/media-factory.ts';
import { hostileFiles } from '../media/hostile-files.ts';
import { dayMs, minuteMs } from './inbox-harness.ts';
import { openDoor, openPictureHarness, type PictureHarness } from './picture-harness.ts';

let harness: PictureHarness;
beforeEach(async () => {
  harness = await openPictureHarness({ timeoutMs: 4000, silenceMs: 1000 });
});
afterEach(() => harness.close());

const factory = () => createMediaFactory(join(harness.tools.folder, 'brought'));
const brought = (bytes: Buffer, extension = 'jpg') => ({
  bytes: bytes.toString('base64'),
  extension,
});
const fault = (mode: string, options: object = {}) =>
  harness.control.fault({ edge: 'GET /cdn/*', mode, ...options });
const files = (below: string) =>
  readdirSync(join(harness.dataDir, below), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name);
const stills = () => files('cache/customers');
async function stillOf({ url = '' }: CustomerPicture): Promise<Buffer> {
  const found = await harness.pictures.locate(url.split('?')[0] ?? '');
  return readFileSync(found?.file ?? '');
}

describe('a photo', () => {
  it('is fetched once somebody looks, and shown small, upright, without camera and place', async () => {
    const path = await factory().exifJpeg();
    const sent = await harness.send(brought(readFileSync(path)), 'Look');
    expect(sent).toMatchObject({ kind: 'photo', state: 'waiting', widthPx: 1200, heightPx: 900 });
    expect(stills()).toEqual([]);
    const shown = await harness.look(sent.pictureId);
    expect(shown).toMatchObject({ state: 'here', widthPx: 900, heightPx: 1200 });
    const still = await stillOf(shown);
    const facts = await sharp(still).metadata();
    expect([facts.format, facts.exif, facts.icc, facts.xmp]).toEqual([
      'webp',
      undefined,
      undefined,
      undefined,
    ]);
    expect(still.includes('CanaryCam')).toBe(false);
    expect(harness.picturesOf('Eva K')).toEqual([shown]);
    expect(files('work')).toEqual([]);
    // What is here is not fetched again.
    await fault('lost-media', { count: 5 });
    expect(await harness.look(sent.pictureId)).toEqual(shown);
  });

  it('F65 of a hundred million pixels is looked at all the same', async () => {
    const [width, height] = [12_000, 9_000];
    const create = { width, height, channels: 3 as const, background: '#557755' };
    const bytes = await sharp({ create, limitInputPixels: false }).jpeg({ quality: 20 }).toBuffer();
    const shown = await harness.look((await harness.send(brought(bytes))).pictureId);
    expect(shown).toMatchObject({ state: 'here', widthPx: 1280, heightPx: 960 });
  });

  it('several of a message each have their place; two people may send the same one', async () => {
    const sent = await harness.tell([1, 2, 3]);
    expect(sent.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    await Promise.all(sent.map(({ pictureId }) => harness.look(pictureId)));
    const shown = harness.picturesOf('Ida Berg');
    expect(shown.map(({ state }) => state)).toEqual(['here', 'here', 'here']);
    expect(new Set(shown.map(({ url }) => url?.split('?')[1])).size).toBe(3);
    await harness.look((await harness.send(1)).pictureId);
    expect(stills()).toHaveLength(3);
  });

  it('comes on Instagram too, where messages have pictures', async () => {
    const [sent] = await harness.tell([4], 'ig');
    expect(await harness.look(sent?.pictureId ?? '')).toMatchObject({ state: 'here' });
  });

  it('that moves is shown as it begins', async () => {
    const gif = readFileSync(await factory().animation());
    const shown = await harness.look((await harness.send(brought(gif, 'gif'))).pictureId);
    expect(shown).toMatchObject({ state: 'here', moves: true, widthPx: 320, heightPx: 320 });
  });
});

describe('what is no photo', () => {
  it('is told of in words: films by a still, sounds and files not at all', async () => {
    const bytes = 'AAAA';
    const sent = await harness.tell([
      { bytes, extension: 'mp4', type: 'video' },
      { bytes, extension: 'mp3', type: 'audio' },
      { bytes, extension: 'bin', type: 'file' },
    ]);
    expect(sent.map(({ kind, state, why }) => [kind, state, why?.text])).toEqual([
      ['film', 'waiting', undefined],
      ['sound', 'refused', 'A voice message.'],
      ['file', 'refused', 'A file.'],
    ]);
    expect(await harness.look(sent[0]?.pictureId ?? '')).toMatchObject({
      kind: 'film',
      state: 'here',
    });
    expect(await harness.look(sent[1]?.pictureId ?? '')).toEqual(sent[1]);
  });

  it.each([
    ['HTML', '<html><script>alert(1)</script></html>', 'jpg', 'not-a-picture'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'jpg', 'drawing'],
    ['nothing', '', 'png', 'not-a-picture'],
    ['a film', '\0\0\0\x18ftypisom\0\0\0\0isomiso2', 'jpg', 'film'],
  ])('%s that calls itself one is not opened', async (_, text, extension, code) => {
    const sent = await harness.send(brought(Buffer.from(text, 'latin1'), extension));
    expect(await harness.look(sent.pictureId)).toMatchObject({ state: 'refused', why: { code } });
    expect([stills(), files('work')]).toEqual([[], []]);
  });

  it('F65 F67 no hostile file does more than be refused', { timeout: 240_000 }, async () => {
    const all = [...(await hostileFiles())].filter(({ bytes }) => bytes.length < 5_000_000);
    expect(all.length).toBeGreaterThan(20);
    const [bomb, wide] = [factory().bombPng(), factory().widePng()].map((path) =>
      brought(readFileSync(path), 'png'),
    );
    for (const file of [bomb, wide]) {
      const sent = await harness.send(file ?? 1);
      const refused = { state: 'refused', why: { code: 'too-large' } };
      expect(await harness.look(sent.pictureId)).toMatchObject(refused);
    }
    for (const { name, bytes } of all) {
      const sent = await harness.send(brought(bytes));
      const shown = await harness.look(sent.pictureId);
      expect(['here', 'refused'], name).toContain(shown.state);
      if (shown.state === 'refused') expect(shown.why?.text, name).toMatch(/^[A-Z].+\.$/);
    }
    expect(harness.uses.reports).toEqual([]);
  });
});

describe('the way to a photo', () => {
  it('S leads to the network alone, whatever redirects say', async () => {
    const door = await openDoor();
    const sent = await harness.send(1);
    for (const location of [
      `${door.url}/inside`,
      'http://169.254.169.254/latest/meta-data',
      'http://127.0.0.1:1/',
      'http://localhost.:80/',
      'file:///etc/passwd',
      'https://evil.example/a.jpg',
    ]) {
      await fault('redirect', { location, count: 2 });
      const shown = await harness.look(sent.pictureId, true);
      expect(shown, location).toMatchObject({ state: 'refused', why: { code: 'address' } });
    }
    expect(door.knocks).toEqual([]);
    door.close();
    // One that stays with the network is followed; for ever is not.
    const told = harness.tools.db
      .prepare<[], string>('SELECT url FROM comment_pictures')
      .pluck()
      .get();
    await fault('redirect', { location: told });
    expect(await harness.look(sent.pictureId, true)).toMatchObject({ state: 'here' });
    const other = await harness.send(2);
    await fault('redirect', { location: told, count: 20 });
    expect(await harness.look(other.pictureId)).toMatchObject({ why: { code: 'address' } });
  });

  it.each(['http://127.0.0.1:1/a.jpg', 'http://169.254.169.254/', 'gopher://x/', 'no address'])(
    'S is not gone where the address itself is %s',
    async (url) => {
      const { pictureId } = await harness.send(1);
      harness.tools.db.prepare('UPDATE comment_pictures SET url = ?').run(url);
      harness.uses.line.signedIn = false;
      expect(await harness.look(pictureId)).toMatchObject({ why: { code: 'sign-in' } });
      // The network is asked what the address is, and tells the right one.
      harness.uses.line.signedIn = true;
      expect(await harness.look(pictureId)).toMatchObject({ state: 'here' });
    },
  );

  it('that has lapsed is asked for once more', async () => {
    const [sent, gone] = [await harness.send(1), await harness.send(2, 'Later', 'Bo')];
    harness.tools.advance(5 * dayMs);
    expect(await harness.look(sent.pictureId)).toMatchObject({ state: 'here' });
    await fault('lost-media', { status: 404, count: 2 });
    const lost = await harness.look(gone.pictureId);
    expect(lost).toMatchObject({ state: 'refused', why: { code: 'gone' } });
    // It stays so until somebody asks again.
    expect(await harness.look(gone.pictureId)).toEqual(lost);
    expect(await harness.look(gone.pictureId, true)).toMatchObject({ state: 'here' });
  });

  it('is asked for within the limits of the account', async () => {
    const [sent] = [await harness.send(1)];
    harness.tools.advance(5 * dayMs);
    harness.limit.mayRead = false;
    const waiting = { state: 'waiting', why: { code: 'budget' } };
    expect(await harness.look(sent.pictureId)).toMatchObject(waiting);
    harness.limit.mayRead = true;
    expect(await harness.look(sent.pictureId)).toMatchObject({ state: 'here' });
  });

  it('that was taken off the network says so', async () => {
    const sent = await harness.send(1, 'Oh');
    await harness.control.deleteComment(harness.comment('Oh').remoteId);
    harness.tools.advance(5 * dayMs);
    expect(await harness.look(sent.pictureId)).toMatchObject({ why: { code: 'gone' } });
  });
});

describe('a bad line', () => {
  it.each([
    ['timeout-before', {}, 'slow'],
    ['drip', { ms: 50 }, 'slow'],
    ['drip', { ms: 1500 }, 'slow'],
    ['reset-before', {}, 'unreachable'],
    ['http500-before', {}, 'busy'],
    ['http500-before', { status: 429 }, 'busy'],
  ])('%s %j is waited for only so long, and tried again', async (mode, options, code) => {
    const sent = await harness.send(1);
    await fault(mode, options);
    const waiting = await harness.look(sent.pictureId);
    expect(waiting).toMatchObject({ state: 'waiting', why: { code } });
    expect(files('work')).toEqual([]);
    expect(await harness.look(sent.pictureId)).toMatchObject({ state: 'here' });
  });

  it('a body that never ends is stopped while it comes', async () => {
    const sent = await harness.send(1);
    await fault('endless');
    expect(await harness.look(sent.pictureId)).toMatchObject({
      state: 'refused',
      why: { code: 'too-heavy' },
    });
    expect(files('work')).toEqual([]);
  });

  it('half a photo is none', async () => {
    const jpeg = await sharp(photoPixels(800, 600), {
      raw: { width: 800, height: 600, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    const sent = await harness.send(brought(jpeg));
    await fault('half-json');
    expect(await harness.look(sent.pictureId)).toMatchObject({ why: { code: 'damaged' } });
    expect(await harness.look(sent.pictureId, true)).toMatchObject({ state: 'here' });
  });

  it('none at all asks nobody, and the room for it stays', async () => {
    const sent = await harness.send(1);
    harness.uses.line.online = false;
    expect(await harness.look(sent.pictureId)).toMatchObject({
      ...{ state: 'waiting', widthPx: sent.widthPx, heightPx: sent.heightPx },
      why: { code: 'offline', text: 'Photo not fetched yet: there is no line.' },
    });
    harness.uses.line.online = true;
    expect(await harness.look(sent.pictureId)).toMatchObject({ state: 'here' });
  });

  it('who looks away is not fetched for; who still looks is', async () => {
    const sent = await harness.send(1);
    await fault('slow', { ms: 300 });
    const away = new AbortController();
    const input = { pictureId: sent.pictureId };
    const [left, stays] = [
      harness.pictures.look(input, 'en', away.signal),
      harness.pictures.look(input, 'en'),
    ];
    away.abort();
    await left;
    expect(await stays).toMatchObject({ state: 'here' });
    // Nobody looks any more, and then somebody does again.
    const other = { pictureId: (await harness.send(2, 'More')).pictureId };
    await fault('slow', { ms: 300 });
    const all = new AbortController();
    const gone = harness.pictures.look(other, 'en', all.signal);
    await new Promise(setImmediate);
    all.abort();
    const [after, before] = await Promise.all([harness.pictures.look(other, 'en'), gone]);
    expect([after.state, before.why?.code]).toEqual(['here', 'stopped']);
  });
});

describe('the cache', () => {
  it('keeps within its size: what was not looked at for longest goes, and can come again', async () => {
    const all = [
      await harness.send(1, 'a'),
      await harness.send(2, 'b'),
      await harness.send(3, 'c'),
    ];
    for (const { pictureId } of all) {
      await harness.look(pictureId);
      harness.tools.advance(minuteMs);
    }
    const sizes = harness.tools.db
      .prepare<[], number>('SELECT sum(size_bytes) FROM comment_pictures')
      .pluck();
    harness.reopen({ mostBytes: sizes.get() ?? 0 });
    const more = await harness.send(4, 'd');
    await harness.look(more.pictureId);
    const states = harness.picturesOf('Eva K').map(({ state }) => state);
    expect(states.toSorted().at(-1)).toBe('waiting');
    expect(stills()).toHaveLength(states.filter((state) => state === 'here').length);
    const [first] = all;
    const left = harness
      .picturesOf('Eva K')
      .find(({ pictureId }) => pictureId === first?.pictureId);
    expect(left).toMatchObject({ state: 'waiting' });
    expect(left?.widthPx).toBeGreaterThan(0);
    expect(await harness.look(first?.pictureId ?? '')).toMatchObject({ state: 'here' });
  });

  it('notices a file that somebody took away, and removes what nobody names', async () => {
    const shown = await harness.look((await harness.send(1)).pictureId);
    const { file = '' } = (await harness.pictures.locate(shown.url?.split('?')[0] ?? '')) ?? {};
    const strays = join(harness.dataDir, 'cache/customers/zz');
    mkdirSync(strays);
    writeFileSync(join(strays, 'stray.webp'), 'x');
    expect(await harness.pictures.sweep()).toBe(1);
    expect(stills()).toHaveLength(1);
    rmSync(file);
    expect(await harness.pictures.locate(shown.url ?? '')).toBeUndefined();
    expect(await harness.look(shown.pictureId)).toMatchObject({ state: 'here' });
  });

  it('hands out nothing but pictures that are here', async () => {
    for (const path of ['/media/customers/1-0', '/media/customers/../x', '/media/customers/-'])
      expect(await harness.pictures.locate(path)).toBeUndefined();
    await expect(harness.look('999-0')).rejects.toMatchObject({ code: 'not-found' });
    await expect(harness.look(`${'9'.repeat(19)}-0`)).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('is put into the library when the shop wishes, once', async () => {
  const sent = await harness.send(1);
  const keep = () => harness.pictures.keep({ pictureId: sent.pictureId, clientId: 'k' });
  await expect(harness.pictures.keep({ pictureId: sent.pictureId })).rejects.toMatchObject({
    code: 'customer-picture-away',
  });
  await harness.look(sent.pictureId);
  const first = await keep();
  expect(first).toEqual({ assetId: expect.any(String) as string, already: false });
  expect(await keep()).toEqual(first);
});

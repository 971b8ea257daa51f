import {
  createReadStream,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMediaFactory, type MediaFactory } from '../../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { findFfmpeg } from './find-ffmpeg.ts';

let studio: TestLibrary;
let make: MediaFactory;

beforeEach(() => {
  studio = openTestLibrary();
  make = createMediaFactory(join(studio.tools.folder, 'brought'));
});
afterEach(() => studio.close());

async function bring(path: string) {
  return studio.library.importPath(path);
}
async function expectRefused(path: string, code: string): Promise<Record<string, unknown>> {
  const outcome = await bring(path);
  expect(outcome).toMatchObject({ ok: false, code });
  return outcome.ok ? {} : outcome.params;
}
function filesOnDisk(): string[] {
  const media = join(studio.dataDir, 'media');
  return readdirSync(media, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

describe('bringing photos', () => {
  it('keeps a JPEG under its hash, with size, thumbnail and an event', async () => {
    const path = await make.jpeg();
    const outcome = await bring(path);
    if (!outcome.ok) throw new Error(outcome.code);
    const asset = studio.library.readAsset(outcome.assetId);
    expect(asset).toMatchObject({
      kind: 'photo',
      widthPx: 1600,
      heightPx: 1200,
      mime: 'image/jpeg',
    });
    expect(asset?.path).toContain(
      join('media', asset?.hash.slice(0, 2) ?? '', `${asset?.hash}.jpg`),
    );
    expect(readFileSync(asset?.path ?? '')).toEqual(readFileSync(path));
    const thumb = await studio.library.locate(asset?.thumbUrl ?? '', new URLSearchParams());
    const small = await sharp(thumb?.file).metadata();
    expect([small.width, small.height, small.format]).toEqual([320, 240, 'webp']);
    expect(studio.tools.heard).toContainEqual({ type: 'changed', topic: 'media' });
  });

  it('B16 answers the same asset for the same content under another name', async () => {
    const first = await bring(await make.jpeg('a.jpg'));
    const second = await bring(await make.jpeg('b.jpg'));
    expect(first).toMatchObject({ ok: true, already: false });
    expect(second).toMatchObject({ ok: true, already: true });
    expect(first.ok && second.ok && first.assetId === second.assetId).toBe(true);
    expect(studio.library.list({}).total).toBe(1);
  });

  it('keeps one row when the same content comes twice at once', async () => {
    const paths = [await make.jpeg('a.jpg'), await make.jpeg('b.jpg'), await make.jpeg('c.jpg')];
    const items = await studio.library.importFiles(paths, 'fr');
    const ids = new Set(items.map((item) => ('assetId' in item ? item.assetId : '')));
    expect(ids.size).toBe(1);
    expect(studio.library.list({}).total).toBe(1);
  });

  it.each([5, 6, 7, 8])(
    'F68 tells the upright size of EXIF orientation %i',
    async (orientation) => {
      const outcome = await bring(await make.exifJpeg('turned.jpg', orientation));
      if (!outcome.ok) throw new Error(outcome.code);
      expect(studio.library.readAsset(outcome.assetId)).toMatchObject({
        widthPx: 900,
        heightPx: 1200,
      });
    },
  );

  it('F69 leaves camera and place out of the thumbnail', async () => {
    const outcome = await bring(await make.exifJpeg());
    if (!outcome.ok) throw new Error(outcome.code);
    const thumb = await studio.library.locate(
      `/media/${outcome.assetId}/thumb`,
      new URLSearchParams(),
    );
    const bytes = readFileSync(thumb?.file ?? '');
    expect(bytes.includes('CanaryCam')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it('notes print colours, animations and small pictures, and takes the other formats', async () => {
    const notesOf = async (path: string) => {
      const outcome = await bring(path);
      return outcome.ok ? outcome.notes : outcome.code;
    };
    expect(await notesOf(await make.cmykJpeg())).toEqual(['cmyk']);
    expect(await notesOf(await make.animation())).toEqual(['small', 'animated']);
    expect(await notesOf(await make.png())).toEqual(['small']);
    for (const file of [await make.greyTiff(), await make.avif(), await make.webp()])
      expect(await notesOf(file)).toEqual([]);
  });

  it('B3 goes by content, not by name', async () => {
    const outcome = await bring(await make.jpeg('really-a-jpeg.png'));
    if (!outcome.ok) throw new Error(outcome.code);
    expect(studio.library.readAsset(outcome.assetId)?.path).toMatch(/\.jpg$/);
  });
});

describe('refusing what cannot be used', () => {
  it.each([10, 35, 60, 85, 97])('F67 B2 refuses a JPEG cut at %i %%', async (percent) => {
    await expectRefused(await make.truncatedJpeg('cut.jpg', percent / 100), 'picture-incomplete');
    expect(filesOnDisk()).toEqual([]);
  });

  it('B1 B4 B5 B6 says what each file really is', async () => {
    await expectRefused(make.empty(), 'file-empty');
    await expectRefused(make.svg(), 'svg-refused');
    await expectRefused(make.pdf(), 'pdf-refused');
    await expectRefused(make.psd(), 'psd-refused');
    await expectRefused(make.jxl(), 'jxl-refused');
    await expectRefused(make.heic(), 'heic-refused');
    await expectRefused(make.dng(), 'raw-refused');
    await expectRefused(make.text(), 'not-a-picture');
    expect(filesOnDisk()).toEqual([]);
  });

  it('B7 F65 refuses too many pixels by the header', async () => {
    const wide = await expectRefused(make.widePng(), 'picture-too-large');
    expect(wide).toMatchObject({ widthPx: 30_000, heightPx: 200, name: 'wide.png' });
    await expectRefused(make.bombPng(), 'picture-too-large');
  });

  it('names a file that is missing', async () => {
    await expectRefused(join(make.folder, 'gone.jpg'), 'file-missing');
  });
});

describe('bringing many', () => {
  it('walks folders, goes on past a bad file and tells it in the language asked for', async () => {
    await make.jpeg('shop/one.jpg', 1200, 1200, 1);
    await make.jpeg('shop/inner/two.jpg', 1200, 1200, 2);
    make.empty('shop/inner/zero.jpg');
    make.keep('shop/notes.txt', 'not looked at');
    const items = await studio.library.importFiles([join(make.folder, 'shop')], 'en');
    expect(items).toHaveLength(3);
    expect(items.filter((item) => 'assetId' in item)).toHaveLength(2);
    const bad = items.find((item) => 'problem' in item);
    expect(bad).toMatchObject({ code: 'file-empty', problem: { title: 'This file is empty' } });
    expect(bad && 'problem' in bad && bad.problem.what).toContain('zero.jpg');
  });
});

describe('uploads', () => {
  it('keeps bytes unchecked until they are imported, then answers as the asset', async () => {
    const path = await make.jpeg();
    const { assetId } = await studio.library.receiveUpload(
      createReadStream(path),
      'C:\\photos\\mug.jpg',
    );
    expect(studio.library.readAsset(assetId)).toMatchObject({ kind: 'file', name: 'mug.jpg' });
    expect(studio.library.list({}).total).toBe(0);
    const [item] = await studio.library.importUploads([assetId], 'fr');
    const madeId = item && 'assetId' in item ? item.assetId : '';
    expect(studio.library.readAsset(assetId)?.id).toBe(madeId);
    const [again] = await studio.library.importUploads([assetId], 'fr');
    expect(again).toMatchObject({ assetId: madeId, already: true });
    expect(studio.library.list({}).total).toBe(1);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const broken = new Readable({
      read() {
        this.push(Buffer.alloc(1000));
        this.destroy(new Error('the line broke'));
      },
    });
    await expect(studio.library.receiveUpload(broken, 'x.jpg')).rejects.toThrow('the line broke');
    expect(filesOnDisk()).toEqual([]);
  });
});

describe('serving and checking', () => {
  it('F14 notices one changed byte', async () => {
    const outcome = await bring(await make.jpeg());
    if (!outcome.ok) throw new Error(outcome.code);
    expect(await studio.library.verifyAsset(outcome.assetId)).toBe(true);
    const file = studio.library.readAsset(outcome.assetId)?.path ?? '';
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await studio.library.verifyAsset(outcome.assetId)).toBe(false);
  });

  it('S19 finds nothing by path', async () => {
    await bring(await make.jpeg());
    const none = new URLSearchParams();
    for (const path of [
      '/media/../studio.db/original',
      '/media/%2e%2e/original',
      '/media/tracks/../x',
    ])
      expect(await studio.library.locate(path, none)).toBeUndefined();
    const unknown = '/media/00000000-0000-7000-8000-000000000000/original';
    expect(await studio.library.locate(unknown, none)).toBeUndefined();
  });

  it('scales a part once and keeps it', async () => {
    const outcome = await bring(await make.jpeg());
    if (!outcome.ok) throw new Error(outcome.code);
    const address = `/media/${outcome.assetId}/scaled`;
    const search = new URLSearchParams({
      w: '200',
      h: '100',
      left: '10',
      top: '20',
      cw: '800',
      ch: '400',
    });
    const [one, two] = await Promise.all([
      studio.library.locate(address, search),
      studio.library.locate(address, search),
    ]);
    expect(one?.file).toBe(two?.file);
    const { width, height } = await sharp(one?.file).metadata();
    expect([width, height]).toEqual([200, 100]);
    expect(
      await studio.library.locate(address, new URLSearchParams({ w: '9000', h: '1' })),
    ).toBeUndefined();
  });
});

describe('after a crash', () => {
  it('F15 removes parts, marks lost files and sets strays aside', async () => {
    const outcome = await bring(await make.jpeg());
    if (!outcome.ok) throw new Error(outcome.code);
    rmSync(studio.library.readAsset(outcome.assetId)?.path ?? '');
    const media = join(studio.dataDir, 'media');
    writeFileSync(join(media, 'incoming', 'half.part'), 'half');
    await mkdir(join(media, 'ff'), { recursive: true });
    writeFileSync(join(media, 'ff', `${'f'.repeat(64)}.jpg`), 'nobody knows me');
    studio.reopen();
    expect(await studio.library.sweep()).toEqual({ partsRemoved: 1, damaged: 1, strays: 1 });
    expect(studio.library.get(outcome.assetId)?.notes).toContain('damaged');
    expect(existsSync(join(media, 'quarantine', `${'f'.repeat(64)}.jpg`))).toBe(true);
  });

  it('removes an upload that ended before anybody was told of it, and no other', async () => {
    const { assetId } = await studio.library.receiveUpload(
      createReadStream(await make.jpeg()),
      'Photo.jpg',
    );
    const uploads = join(studio.dataDir, 'media', 'uploads');
    writeFileSync(join(uploads, 'nobody-was-told'), 'bytes of a customer');
    studio.reopen();
    expect(await studio.library.sweep()).toEqual({ partsRemoved: 1, damaged: 0, strays: 0 });
    expect(readdirSync(uploads)).toEqual([assetId]);
    const [taken] = await studio.library.importUploads([assetId], 'fr');
    expect(taken).toHaveProperty('assetId');
  });

  it('takes a lost file back when it is brought again', async () => {
    const path = await make.jpeg();
    const first = await bring(path);
    if (!first.ok) throw new Error(first.code);
    rmSync(studio.library.readAsset(first.assetId)?.path ?? '');
    expect(await bring(path)).toMatchObject({ ok: true, assetId: first.assetId });
    expect(await studio.library.verifyAsset(first.assetId)).toBe(true);
  });
});

describe('videos', () => {
  it('tells size and length and makes a thumbnail', async () => {
    const { ffmpegPath } = await findFfmpeg();
    const outcome = await bring(make.video(ffmpegPath, '-y.mp4'));
    if (!outcome.ok) throw new Error(outcome.code);
    const asset = studio.library.readAsset(outcome.assetId);
    expect(asset).toMatchObject({ kind: 'video', widthPx: 720, heightPx: 1280, mime: 'video/mp4' });
    expect(Math.abs((asset?.durationMs ?? 0) - 2000)).toBeLessThanOrEqual(50);
  });

  it('F74 B12 refuses lists that point at other files', async () => {
    await expectRefused(make.playlist(), 'playlist-refused');
    await expectRefused(make.m3u(), 'playlist-refused');
  });

  it('B13 refuses a video that ends too early', async () => {
    const { ffmpegPath } = await findFfmpeg();
    const whole = readFileSync(make.video(ffmpegPath, 'whole.mp4'));
    for (const keptFrac of [0.2, 0.6, 0.9]) {
      const cut = make.keep('cut.mp4', whole.subarray(0, Math.floor(whole.length * keptFrac)));
      await expectRefused(cut, 'video-damaged');
    }
    expect(filesOnDisk()).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMediaFactory, type MediaFactory } from '../../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { findFfmpeg } from './find-ffmpeg.ts';

let studio: TestLibrary;
let make: MediaFactory;

beforeAll(() => {
  studio = openTestLibrary();
  make = createMediaFactory(join(studio.tools.folder, 'brought'));
});
afterAll(() => studio.close());

async function bring(path: string): Promise<string> {
  const outcome = await studio.library.importPath(path);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.assetId;
}
async function thumbOf(assetId: string): Promise<string | undefined> {
  const url = new URL(studio.library.get(assetId)?.thumbUrl ?? '', 'http://studio');
  return (await studio.library.locate(url.pathname, url.searchParams))?.file;
}
const writtenAt = (file: string) => statSync(file, { bigint: true }).mtimeNs;
const bytesOf = (file: string | undefined) => readFileSync(file ?? '');

function work(assetId: string, json: object): void {
  studio.tools.db
    .prepare('INSERT OR REPLACE INTO photo_work (asset_id, work, changed_at) VALUES (?, ?, 1)')
    .run(assetId, JSON.stringify(json));
}

test('a thumbnail is made once, whoever opens the list again', async () => {
  const photo = await bring(await make.jpeg('once.jpg', 1600, 1200, 3));
  const file = (await thumbOf(photo)) ?? '';
  const first = writtenAt(file);
  studio.reopen();
  for (let time = 0; time < 3; time++) expect(await thumbOf(photo)).toBe(file);
  expect(writtenAt(file)).toBe(first);
});

test('one that is lost or cut short is made again, the same, for many who ask at once', async () => {
  const photo = await bring(await make.jpeg('lost.jpg', 1600, 1200, 4));
  const file = (await thumbOf(photo)) ?? '';
  const before = bytesOf(file);
  rmSync(file);
  const asked = await Promise.all(Array.from({ length: 8 }, () => thumbOf(photo)));
  expect(new Set(asked)).toEqual(new Set([file]));
  expect(bytesOf(file).equals(before)).toBe(true);
  for (const sizeBytes of [0, 11, Math.floor(before.length / 2)]) {
    truncateSync(file, sizeBytes);
    expect(bytesOf(await thumbOf(photo)).equals(before)).toBe(true);
  }
  expect(readdirSync(join(studio.dataDir, 'media', 'incoming'))).toEqual([]);
});

test('a film gets its picture back too', async () => {
  const { ffmpegPath } = await findFfmpeg();
  const film = await bring(make.video(ffmpegPath));
  const file = (await thumbOf(film)) ?? '';
  rmSync(file);
  const { width, height } = await sharp(await thumbOf(film)).metadata();
  expect([width, height]).toEqual([180, 320]);
});

test('nothing is shown of what is gone altogether, and nothing breaks', async () => {
  const photo = await bring(await make.jpeg('gone.jpg', 1600, 1200, 5));
  rmSync((await thumbOf(photo)) ?? '');
  rmSync(studio.library.readAsset(photo)?.path ?? '');
  expect(await thumbOf(photo)).toBeUndefined();
});

test('a worked photo has one thumbnail, that of its work, which goes with the asset', async () => {
  const photo = await bring(await make.jpeg('worked.jpg', 1600, 1200, 6));
  work(photo, { rotateDeg: 90 });
  const turned = (await thumbOf(photo)) ?? '';
  const { width, height } = await sharp(turned).metadata();
  expect([width, height]).toEqual([240, 320]);
  const first = writtenAt(turned);
  studio.reopen();
  expect(writtenAt((await thumbOf(photo)) ?? '')).toBe(first);
  truncateSync(turned, 90);
  expect((await sharp(await thumbOf(photo)).metadata()).height).toBe(320);
  work(photo, { rotateDeg: 180 });
  const over = (await thumbOf(photo)) ?? '';
  expect([existsSync(turned), existsSync(over)]).toEqual([false, true]);
  const plain = join(studio.dataDir, 'media', 'thumbs');
  const plainCount = () =>
    readdirSync(plain, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
      .length;
  const before = plainCount();
  await studio.library.bin.erase([photo]);
  expect([existsSync(over), plainCount()]).toEqual([false, before - 1]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PhotoWork } from '../../../shared/scene/photo-work/photo-work.ts';
import { createPhotoLevels } from './photo-cut.ts';
import { openMaster } from './photo-master.ts';
import { scalePhoto } from './scale-photo.ts';
import type { PhotoWish } from './photo-wish.ts';
import { createPhotoWorker } from './work-photo.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitrine-work-'));
const path = join(folder, 'photo.png');
const focus = { xFrac: 0.5, yFrac: 0.5 };

// Four quarters of one colour each, with a white line one pixel inside the edge: 400 × 300.
beforeAll(async () => {
  const quarter = (background: string) => ({
    create: { width: 200, height: 150, channels: 3 as const, background },
  });
  const line = { create: { width: 390, height: 4, channels: 3 as const, background: '#ffffff' } };
  await sharp({ create: { width: 400, height: 300, channels: 3, background: '#000' } })
    .composite([
      { input: quarter('#ff0000'), left: 0, top: 0 },
      { input: quarter('#00ff00'), left: 200, top: 0 },
      { input: quarter('#0000ff'), left: 0, top: 150 },
      { input: quarter('#ffff00'), left: 200, top: 150 },
      { input: line, left: 5, top: 148 },
    ])
    .png()
    .toFile(path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function work(wish: Omit<PhotoWish, 'focus'>) {
  const master = await openMaster(sharp, path, { keepAlpha: false, paper: '#ffffff' });
  const worker = createPhotoWorker(master, createPhotoLevels(sharp, master));
  const picture = await worker({ focus, ...wish });
  const at = (xFrac: number, yFrac: number) => {
    const x = Math.floor(xFrac * picture.widthPx);
    const y = Math.floor(yFrac * picture.heightPx);
    const start = (y * picture.widthPx + x) * 4;
    return [...picture.pixels.subarray(start, start + 4)];
  };
  return { ...picture, at };
}

const red = [255, 0, 0, 255];
const green = [0, 255, 0, 255];
const blue = [0, 0, 255, 255];
const yellow = [255, 255, 0, 255];

test('a quarter turn moves every quarter clockwise', async () => {
  const turned = await work({ widthPx: 300, heightPx: 400, work: { rotateDeg: 90 } });
  expect([turned.at(0.1, 0.1), turned.at(0.9, 0.1)]).toEqual([blue, red]);
  expect([turned.at(0.1, 0.9), turned.at(0.9, 0.9)]).toEqual([yellow, green]);
  const back = await work({ widthPx: 300, heightPx: 400, work: { rotateDeg: 270 } });
  expect([back.at(0.1, 0.1), back.at(0.9, 0.1)]).toEqual([green, yellow]);
  const over = await work({ widthPx: 400, heightPx: 300, work: { rotateDeg: 180 } });
  expect([over.at(0.1, 0.1), over.at(0.9, 0.9)]).toEqual([yellow, red]);
});

test('crops of the work, of the layer, and what fills the box meet in the right place', async () => {
  const crop = { xFrac: 0.5, yFrac: 0, widthFrac: 0.5, heightFrac: 1 };
  const right = await work({ widthPx: 200, heightPx: 300, work: { crop } });
  expect([right.at(0.02, 0.1), right.at(0.02, 0.9)]).toEqual([green, yellow]);
  const lower = { xFrac: 0, yFrac: 0.6, widthFrac: 1, heightFrac: 0.4 };
  const corner = await work({ widthPx: 100, heightPx: 60, crop: lower, work: { crop } });
  expect(corner.at(0.05, 0.05)).toEqual(yellow);
  const flipped = await work({ widthPx: 400, heightPx: 300, flip: 'x' });
  expect([flipped.at(0.1, 0.1), flipped.at(0.9, 0.1)]).toEqual([green, red]);
});

test('straightening turns clockwise around the middle and leaves no empty corner', async () => {
  const tilted = await work({ widthPx: 400, heightPx: 300, work: { straightenDeg: 10 } });
  expect(tilted.at(0.5, 0.5)).toEqual([255, 255, 255, 255]);
  // The level line now falls to the right: above it on the right lies still the upper quarter.
  expect(tilted.at(0.85, 0.55)).toEqual(green);
  expect(tilted.at(0.15, 0.45)).toEqual(blue);
  for (const x of [0, 0.999])
    for (const y of [0, 0.999])
      expect(Math.max(...tilted.at(x, y).slice(0, 3))).toBeGreaterThan(200);
});

test('the file for the window holds the very pixels of the export', async () => {
  const full: PhotoWork = {
    rotateDeg: 90,
    straightenDeg: -4.3,
    crop: { xFrac: 0.1, yFrac: 0.2, widthFrac: 0.8, heightFrac: 0.7 },
    exposure: 0.4,
    contrast: 20,
    shadows: 30,
    saturation: -30,
    sharpen: 60,
    vignette: 40,
    background: { kind: 'remove' },
  };
  const wish = { widthPx: 240, heightPx: 300, focus, work: full };
  const outPath = join(folder, 'worked.png');
  await scalePhoto(sharp, { path, outPath, ...wish, paper: '#ffffff', worked: wish });
  const { pixels } = await work(wish);
  const file = await sharp(outPath).ensureAlpha().raw().toBuffer();
  expect(Buffer.compare(file, Buffer.from(pixels))).toBe(0);
});

test('what is not worked on stays as it is cut without work', async () => {
  const wish = { widthPx: 200, heightPx: 150 };
  const { pixels } = await work({ ...wish, work: {} });
  const master = await openMaster(sharp, path, { keepAlpha: false, paper: '#ffffff' });
  const crop = { leftPx: 0, topPx: 0, widthPx: 400, heightPx: 300 };
  const plain = await createPhotoLevels(sharp, master).cut({ ...wish, crop });
  const expected = await plain.ensureAlpha().raw().toBuffer();
  expect(Buffer.compare(expected, Buffer.from(pixels))).toBe(0);
});

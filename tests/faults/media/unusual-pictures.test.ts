import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFfmpeg } from '../../../core/media/find-ffmpeg.ts';
import { writeHeic } from '../../support/heic-factory.ts';
import { photoPixels } from '../../support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../support/test-library.ts';

// What phones and cameras write at the most, and what few programs write: all of it comes in, within less
// memory than a worker may hold.
let studio: TestLibrary;
let ffmpegPath: string;

beforeAll(async () => {
  studio = openTestLibrary({ workerBudgetBytes: 600_000_000 });
  ({ ffmpegPath } = await findFfmpeg());
});
afterAll(() => studio.close());

async function bring(name: string, bytes: Buffer) {
  const path = join(studio.tools.folder, name);
  writeFileSync(path, bytes);
  const outcome = await studio.library.importPath(path);
  if (!outcome.ok) throw new Error(`${name} was answered ${outcome.code}`);
  const asset = studio.library.readAsset(outcome.assetId);
  if (!asset) throw new Error(`${name} is not there`);
  return { ...asset, notes: outcome.notes };
}

/** The pixel in the middle of what lists show of it. */
async function seenIn({ id }: { id: string }): Promise<number[]> {
  const thumb = await studio.library.locate(`/media/${id}/thumb`, new URLSearchParams());
  return middleOf(thumb?.file ?? '');
}

async function middleOf(path: string): Promise<number[]> {
  const { data, info } = await sharp(path)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 4;
  return [...data.subarray(at, at + 4)];
}

const movingAvif = readFileSync(join(import.meta.dirname, 'moving.avif'));
const grey = (widthPx: number, heightPx: number) =>
  sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#808080' } });

describe('F65 large pictures', { timeout: 120_000 }, () => {
  it('a HEIC picture of 48 million pixels comes in', async () => {
    const [widthPx, heightPx] = [8064, 6048];
    const pixels = Buffer.alloc(widthPx * heightPx * 3, 120);
    const asked = { pixels, widthPx, heightPx, tilePx: 512, oneTile: true, turns: 1 } as const;
    const asset = await bring('large.heic', writeHeic(ffmpegPath, asked));
    expect(asset).toMatchObject({ widthPx: heightPx, heightPx: widthPx, notes: [] });
  });

  it('a JPEG of 108 million pixels comes in upright as a copy, and its parts are cut', async () => {
    const jpeg = await grey(12_000, 9000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const asset = await bring('large.jpg', jpeg);
    expect(asset).toMatchObject({ widthPx: 4500, heightPx: 6000, notes: ['reduced'] });
    const outPath = join(studio.tools.folder, 'part.webp');
    const { path } = asset;
    await studio.library.workers.run('scalePhoto', { path, outPath, widthPx: 400, heightPx: 300 });
    expect(await middleOf(outPath)).toEqual([128, 128, 128, 255]);
  });
});

describe('F72 pictures that few programs write', { timeout: 60_000 }, () => {
  it('a moving AVIF shows its first view, and says so', async () => {
    const asset = await bring('moving.avif', movingAvif);
    expect(asset).toMatchObject({ widthPx: 64, heightPx: 48, notes: ['small', 'animated'] });
    const [red = 0, green = 255, blue = 255] = await seenIn(asset);
    expect(red).toBeGreaterThan(200);
    expect(Math.max(green, blue)).toBeLessThan(40);
  });

  it('a moving AVIF that is cut off is incomplete', async () => {
    await expect(bring('cut.avif', movingAvif.subarray(0, 500))).rejects.toThrow(
      'picture-incomplete',
    );
  });

  it('a moving WebP shows its first view, and says so', async () => {
    const pages = ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 64, height: 48, channels: 3, background } })
        .png()
        .toBuffer(),
    );
    const moving = sharp(await Promise.all(pages), { join: { animated: true } });
    const asset = await bring('moving.webp', await moving.webp({ lossless: true }).toBuffer());
    expect(asset).toMatchObject({ heightPx: 48, notes: ['small', 'animated'] });
    const [red = 0, green = 255, blue = 255] = await seenIn(asset);
    expect(red).toBeGreaterThan(200);
    expect(Math.max(green, blue)).toBeLessThan(40);
  });

  it('a PNG of 16 bits keeps its holes', async () => {
    const [widthPx, heightPx] = [64, 48];
    const deep = new Uint16Array(widthPx * heightPx * 4).fill(0x8000);
    const raw = { width: widthPx, height: heightPx, channels: 4 as const };
    const input = sharp(new Uint8Array(deep.buffer), { raw: { ...raw, depth: 'ushort' } as never });
    const png = await input.toColourspace('rgb16').png().toBuffer();
    expect((await sharp(png).metadata()).depth).toBe('ushort');
    const asset = await bring('deep.png', png);
    expect(asset).toMatchObject({ widthPx, heightPx, mime: 'image/png' });
    expect((await seenIn(asset)).at(3)).toBe(128);
  });

  it.each(['uchar', 'ushort'])(
    'a TIFF of several pages (%s) is its first, and says so',
    async (depth) => {
      const pixels = photoPixels(64, 144, depth.length);
      const raw = { width: 64, height: 144, channels: 3 as const, pageHeight: 48 };
      const pages = sharp(pixels, { raw });
      const deep = depth === 'ushort' ? pages.toColourspace('rgb16').withIccProfile('p3') : pages;
      const asset = await bring(`${depth}.tif`, await deep.tiff({ compression: 'lzw' }).toBuffer());
      expect(asset).toMatchObject({ widthPx: 64, heightPx: 48, notes: ['small', 'pages'] });
    },
  );
});

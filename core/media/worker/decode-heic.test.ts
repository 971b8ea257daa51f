import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHeic, type HeicOptions } from '../../../tests/support/heic-factory.ts';
import { photoPixels } from '../../../tests/support/media-factory.ts';
import { findFfmpeg } from '../find-ffmpeg.ts';
import { decodeHeic } from './decode-heic.ts';

const widthPx = 192;
const heightPx = 128;
const pixels = photoPixels(widthPx, heightPx, 8);
let folder: string;
let ffmpegPath: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-heic-'));
  ({ ffmpegPath } = await findFfmpeg());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const heic = (options: Partial<HeicOptions> = {}) =>
  writeHeic(ffmpegPath, { pixels, widthPx, heightPx, ...options });

async function decode(bytes: Buffer) {
  const [path, outPath] = [join(folder, 'one.heic'), join(folder, 'one.jpg')];
  writeFileSync(path, bytes);
  const written = await decodeHeic(sharp, { path, outPath });
  return { ...written, bytes: readFileSync(outPath) };
}

/** The mean difference of a channel between a copy and what it was made of. */
async function differenceOf(copy: Buffer, original: Buffer): Promise<number> {
  const raw = await sharp(copy).raw().toBuffer();
  expect(raw.length).toBe(original.length);
  return (
    raw.reduce((sum, value, at) => sum + Math.abs(value - (original[at] ?? 0)), 0) / raw.length
  );
}

describe('a HEIC picture', { timeout: 60_000 }, () => {
  it.each([
    ['of one piece', {}],
    ['of tiles, as phones write them', { tilePx: 64 }],
    ['of 10 bits', { bits: 10 as const }],
  ])('%s comes out as it went in', async (_, options) => {
    const { kind, sizeBytes, bytes } = await decode(heic(options));
    expect([kind, sizeBytes]).toEqual(['jpeg', bytes.length]);
    expect(await differenceOf(bytes, pixels)).toBeLessThan(4);
  });

  it('F68 is turned and mirrored as it says', async () => {
    const raw = { width: widthPx, height: heightPx, channels: 3 as const };
    const turned = await sharp(pixels, { raw }).rotate(270).raw().toBuffer();
    const turnedCopy = await decode(heic({ turns: 1 }));
    const { width, height, orientation } = await sharp(turnedCopy.bytes).metadata();
    expect([width, height, orientation]).toEqual([heightPx, widthPx, undefined]);
    expect(await differenceOf(turnedCopy.bytes, turned)).toBeLessThan(4);
    const flopped = await sharp(pixels, { raw }).flop().raw().toBuffer();
    const mirrored = await decode(heic({ mirror: 'horizontal' }));
    expect(await differenceOf(mirrored.bytes, flopped)).toBeLessThan(4);
  });

  it.each([
    ['of tiles that end beyond it', {}],
    ['turned the other way', { turns: 3 as const }],
    ['turned and mirrored', { turns: 1 as const, mirror: 'vertical' as const }],
    ['with its distances', { beside: ['depth'] as const }],
    ['with its brightness, turned', { beside: ['gain', 'depth'] as const, turns: 3 as const }],
  ])('F68 of odd tiles, %s, is the same as of one piece', async (_, options) => {
    const odd = { pixels: photoPixels(100, 70, 3), widthPx: 100, heightPx: 70, ...options };
    const whole = await decode(heic(odd));
    const ofTiles = await decode(heic({ ...odd, tilePx: 64 }));
    const sizeOf = async (bytes: Buffer) => (await sharp(bytes).metadata()).width;
    expect(await sizeOf(ofTiles.bytes)).toBe('turns' in options ? 70 : 100);
    expect(
      await differenceOf(ofTiles.bytes, await sharp(whole.bytes).raw().toBuffer()),
    ).toBeLessThan(4);
  });

  it('keeps its colour profile, and gets one for primaries named by number', async () => {
    expect((await sharp((await decode(heic())).bytes).metadata()).icc).toBeUndefined();
    const named = await sharp((await decode(heic({ primaries: 12 }))).bytes).metadata();
    expect(named.icc?.includes('Display P3')).toBe(true);
  });

  it.each([0.3, 0.6, 0.95])('F67 B2 cut at %d is incomplete', async (keptFrac) => {
    const whole = heic();
    await expect(decode(whole.subarray(0, whole.length * keptFrac))).rejects.toMatchObject({
      code: 'picture-incomplete',
    });
  });

  it('F65 B6 B7 that claims too much is refused by its header', async () => {
    const claiming = (side: number) => decode(heic({ claimed: { widthPx: side, heightPx: side } }));
    await expect(claiming(60_000)).rejects.toMatchObject({ code: 'picture-too-large' });
    await expect(claiming(8000)).rejects.toMatchObject({ code: 'heic-refused' });
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { photoPixels } from '../../../tests/support/media-factory.ts';
import { createPhotoLevels, type PhotoCut } from './photo-cut.ts';
import { openMaster, type PhotoMaster } from './photo-master.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitrine-cut-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** 801 × 1003 px once upright, in wide colours: lying on its side with half its colours, and a PNG. */
async function widePhotos(): Promise<string[]> {
  const paths = [join(folder, 'lying.jpg'), join(folder, 'upright.png')] as const;
  const of = (width: number, height: number) => ({ raw: { width, height, channels: 3 as const } });
  await sharp(photoPixels(1003, 801), of(1003, 801))
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toFile(paths[0]);
  await sharp(photoPixels(801, 1003), of(801, 1003)).withIccProfile('p3').png().toFile(paths[1]);
  return [...paths];
}

/** Red on the left, blue on the right. */
function twoColours(widthPx: number, heightPx: number, channels: 3 | 4 = 3) {
  const pixels = Buffer.alloc(widthPx * heightPx * channels, 255);
  for (let at = 0; at < widthPx * heightPx; at++) {
    const isLeft = at % widthPx < widthPx / 2;
    pixels[at * channels] = isLeft ? 200 : 0;
    pixels[at * channels + 1] = 0;
    pixels[at * channels + 2] = isLeft ? 0 : 200;
  }
  const read = () => sharp(pixels, { raw: { width: widthPx, height: heightPx, channels } });
  return { widthPx, heightPx, channels, isPlain: false, read, pixels };
}

async function cutOf(master: PhotoMaster, cut: PhotoCut) {
  const image = await createPhotoLevels(sharp, master).cut(cut);
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height, channels: info.channels };
}

describe('cutting a photo', () => {
  it.each([
    ['just smaller', 90],
    ['by more than half', 40],
    ['to a sliver', 3],
  ])('comes out at the very size asked for, %s', async (_how, sidePx) => {
    const crop = { leftPx: 0, topPx: 0, widthPx: 101, heightPx: 101 };
    const cut = await cutOf(twoColours(203, 101), { crop, widthPx: sidePx, heightPx: sidePx });
    expect(cut).toMatchObject({ widthPx: sidePx, heightPx: sidePx, channels: 4 });
  });

  it('takes the part asked for from a half as from the whole', async () => {
    const right = { leftPx: 600, topPx: 0, widthPx: 600, heightPx: 600 };
    const cut = await cutOf(twoColours(1200, 600), { crop: right, widthPx: 100, heightPx: 100 });
    // A filter reads a little beyond its part: not the very first pixels.
    expect([...cut.data.subarray(12, 16)]).toEqual([0, 0, 200, 255]);
    expect([...cut.data.subarray(-4)]).toEqual([0, 0, 200, 255]);
  });

  it('stays inside a photo of odd size, at its last pixel', async () => {
    const last = { leftPx: 498, topPx: 0, widthPx: 503, heightPx: 503 };
    const cut = await cutOf(twoColours(1001, 503), { crop: last, widthPx: 62, heightPx: 62 });
    expect(cut).toMatchObject({ widthPx: 62, heightPx: 62 });
  });

  it('fits a logo inside, with its holes', async () => {
    const logo = twoColours(400, 100, 4);
    logo.pixels.fill(0, 0, 400 * 4);
    const cut = await cutOf(logo, { widthPx: 100, heightPx: 100, contain: true });
    expect(cut).toMatchObject({ widthPx: 100, heightPx: 25, channels: 4 });
    expect(cut.data[3]).toBeLessThan(200);
  });

  it('greys without losing channels', async () => {
    const cut = await cutOf(twoColours(100, 100), { widthPx: 20, heightPx: 20, grey: true });
    const [red, green, blue] = cut.data;
    expect(red).toBe(green);
    expect(green).toBe(blue);
  });

  it('comes to pixels that nobody tells apart whether or not the whole was decoded before', async () => {
    const whole = { widthPx: 600, heightPx: 400 };
    const wanted = { crop: { leftPx: 31, topPx: 8, ...whole }, widthPx: 250, heightPx: 180 };
    for (const path of await widePhotos()) {
      const master = await openMaster(sharp, path, { keepAlpha: false, paper: '#ffffff' });
      expect(master).toMatchObject({ widthPx: 801, heightPx: 1003, isPlain: true });
      const levels = createPhotoLevels(sharp, master);
      const pixelsOf = async () => (await levels.cut(wanted)).raw().toBuffer();
      const fromFile = await pixelsOf();
      levels.letGo();
      await levels.cut(whole);
      const fromWhole = await pixelsOf();
      const apart = fromFile.map((value, at) => Math.abs(value - (fromWhole[at] ?? 999)));
      // One that lies on its side is filtered in the other order: roundings differ.
      expect(apart.reduce((most, one) => Math.max(most, one), 0)).toBeLessThanOrEqual(2);
    }
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createPhotoLevels, type PhotoCut } from './photo-cut.ts';
import type { PhotoMaster } from './photo-master.ts';

/** Red on the left, blue on the right. */
function twoColours(widthPx: number, heightPx: number, channels: 3 | 4 = 3): PhotoMaster {
  const pixels = Buffer.alloc(widthPx * heightPx * channels, 255);
  for (let at = 0; at < widthPx * heightPx; at++) {
    const isLeft = at % widthPx < widthPx / 2;
    pixels[at * channels] = isLeft ? 200 : 0;
    pixels[at * channels + 1] = 0;
    pixels[at * channels + 2] = isLeft ? 0 : 200;
  }
  return { pixels, widthPx, heightPx, channels };
}

async function cutOf(master: PhotoMaster, cut: PhotoCut) {
  const image = createPhotoLevels(master).cut(sharp, cut);
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
    expect([...cut.data.subarray(0, 4)]).toEqual([0, 0, 200, 255]);
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
});

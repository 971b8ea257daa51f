import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeHeic } from '../../../core/media/worker/decode-heic.ts';
import { plainCopy } from '../../../core/media/worker/plain-copy.ts';
import { decode as decodePixels, openMaster } from '../../../core/media/worker/photo-master.ts';
import { deltaE, labOf } from '../../support/delta-e.ts';
import { colourFiles, patchPx, type Colour, type ColourFile } from './colour-files.ts';

let folder: string;
let files: ColourFile[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-colours-'));
  files = await colourFiles();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As import and everything that is made of a photo begin. */
async function decode({ name, bytes }: ColourFile) {
  const path = join(folder, name);
  const outPath = `${path}.copy`;
  writeFileSync(path, bytes);
  const isCopied = name.endsWith('.heic')
    ? await decodeHeic(sharp, { path, outPath })
    : (await plainCopy(sharp, { path, outPath })).copy;
  const options = { keepAlpha: false, paper: '#ffffff' };
  const master = await openMaster(sharp, isCopied ? outPath : path, options);
  return { ...master, ...(await decodePixels(master.read())) };
}

type Master = Awaited<ReturnType<typeof decode>>;

/** The mean of the middle of a patch; its edges are blurred by compression. */
function colourAt({ pixels, widthPx, channels }: Master, left: number, top: number): Colour {
  const sum: Colour = [0, 0, 0];
  const edge = patchPx / 4;
  const side = patchPx - 2 * edge;
  for (let y = top + edge; y < top + edge + side; y++)
    for (let x = left + edge; x < left + edge + side; x++)
      for (const channel of [0, 1, 2] as const)
        sum[channel] += pixels[(y * widthPx + x) * channels + channel] ?? 0;
  return sum.map((part) => part / side ** 2) as Colour;
}

function errorOf(master: Master, { patches, columns }: ColourFile): number {
  const errors = patches.map((patch, at) => {
    const [left, top] = [(at % columns) * patchPx, Math.floor(at / columns) * patchPx];
    return deltaE(labOf(...patch), labOf(...colourAt(master, left, top)));
  });
  return errors.reduce((sum, one) => sum + one, 0) / errors.length;
}

describe('F70 colours of files from everywhere', () => {
  it(
    'come out as sRGB within 1.5 of what they were, on the mean of each file',
    { timeout: 120_000 },
    async () => {
      expect(files.length).toBeGreaterThanOrEqual(37);
      const wrong: Record<string, number> = {};
      for (const one of files) {
        const error = errorOf(await decode(one), one);
        if (!(error <= 1.5)) wrong[one.name] = Math.round(error * 100) / 100;
      }
      expect(wrong).toEqual({});
    },
  );

  it('F68 stand upright from all eight ways of holding a camera', { timeout: 60_000 }, async () => {
    const [upright] = files;
    if (!upright) throw new Error('there are files');
    const { data, info } = await sharp(upright.bytes).raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: 3 as const };
    // Mirrored before it is turned, whatever the order of the words. How the sensor saw an upright scene, for each orientation: the turn that undoes it, undone.
    const turned: ((image: Sharp) => Sharp)[] = [
      (image) => image,
      (image) => image.flop(),
      (image) => image.rotate(180),
      (image) => image.flip(),
      (image) => image.rotate(270).flop(),
      (image) => image.rotate(270),
      (image) => image.rotate(90).flop(),
      (image) => image.rotate(90),
    ];
    for (const [index, turn] of turned.entries()) {
      const seen = await turn(sharp(data, { raw })).png().toBuffer();
      const tagged = sharp(seen).withMetadata({ orientation: index + 1 });
      const bytes = await tagged.jpeg({ quality: 96, chromaSubsampling: '4:4:4' }).toBuffer();
      const one = { ...upright, name: `turned ${index + 1}.jpg`, bytes };
      const master = await decode(one);
      expect([master.widthPx, master.heightPx]).toEqual([info.width, info.height]);
      expect({ turned: index + 1, isRight: errorOf(master, one) <= 1.5 }).toEqual({
        turned: index + 1,
        isRight: true,
      });
    }
  });

  it('shows the paper through holes, never black', async () => {
    const clear = sharp({
      create: { width: 48, height: 48, channels: 4, background: '#00000000' },
    });
    const [first] = files;
    if (!first) throw new Error('there are files');
    const master = await decode({
      ...first,
      name: 'holes.png',
      bytes: await clear.png().toBuffer(),
    });
    expect(colourAt(master, 0, 0)).toEqual([255, 255, 255]);
  });
});

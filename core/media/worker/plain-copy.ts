import type { Sharp } from 'sharp';
import { maxPixels, maxSidePx, type SharpModule } from './load-sharp.ts';
import { labToSrgb } from './lab-to-srgb.ts';
import type { WorkerOps } from './worker-messages.ts';
import { hashBytes, writeThrough } from './write-through.ts';

/** As good as the original for eyes; a lossless copy would be five times as heavy. */
const quality = 95;

/** Writes an 8-bit sRGB copy of a picture of more bits that names its colours: sharp works on those in
 *  Display P3, and what is taken out of it as sRGB without a word comes out pale. So of one in Lab, which it
 *  takes to be seen under another white. Undefined for every other picture, and for one that cannot be read:
 *  looking at it will say why. */
export async function plainCopy(
  sharp: SharpModule,
  { path, outPath }: WorkerOps['plainCopy']['input'],
): Promise<WorkerOps['plainCopy']['output']> {
  try {
    const { depth, hasProfile, hasAlpha, width, height, space } = await sharp(path).metadata();
    const isLab = space === 'lab' || space === 'labs';
    if (!isLab && (depth !== 'ushort' || !hasProfile)) return {};
    if (width * height > maxPixels || width > maxSidePx || height > maxSidePx) return {};
    const upright = isLab ? await fromLab(sharp, path) : fromDeep(sharp, path);
    const bytes = hasAlpha
      ? await upright.png({ compressionLevel: 4 }).toBuffer()
      : await upright.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    await writeThrough(outPath, bytes);
    const kind = hasAlpha ? 'png' : 'jpeg';
    return { copy: { kind, sizeBytes: bytes.length, hash: hashBytes(bytes) } };
  } catch {
    return {};
  }
}

const options = { failOn: 'truncated', limitInputPixels: maxPixels } as const;

function fromDeep(sharp: SharpModule, path: string): Sharp {
  return sharp(path, options)
    .autoOrient()
    .toColourspace('srgb')
    .withIccProfile('srgb', { attach: false });
}

async function fromLab(sharp: SharpModule, path: string): Promise<Sharp> {
  const { data, info } = await sharp(path, options)
    .autoOrient()
    .pipelineColourspace('lab')
    .toColourspace('lab')
    .removeAlpha()
    .raw({ depth: 'float' })
    .toBuffer({ resolveWithObject: true });
  const lab = new Float32Array(data.buffer, data.byteOffset, data.length / 4);
  const raw = { width: info.width, height: info.height, channels: 3 as const };
  return sharp(labToSrgb(lab), { raw, limitInputPixels: maxPixels });
}

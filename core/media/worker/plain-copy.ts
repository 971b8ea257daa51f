import { maxPixels, maxSidePx, type SharpModule } from './load-sharp.ts';
import type { WorkerOps } from './worker-messages.ts';
import { hashBytes, writeThrough } from './write-through.ts';

/** As good as the original for eyes; a lossless copy would be five times as heavy. */
const quality = 95;

/** Writes an 8-bit sRGB copy of a picture of more bits that names its colours: sharp works on those in
 *  Display P3, and what is taken out of it as sRGB without a word comes out pale. Undefined for every
 *  other picture, and for one that cannot be read: looking at it will say why. */
export async function plainCopy(
  sharp: SharpModule,
  { path, outPath }: WorkerOps['plainCopy']['input'],
): Promise<WorkerOps['plainCopy']['output']> {
  try {
    const { depth, hasProfile, hasAlpha, width, height } = await sharp(path).metadata();
    if (depth !== 'ushort' || !hasProfile) return {};
    if (width * height > maxPixels || width > maxSidePx || height > maxSidePx) return {};
    const upright = sharp(path, { failOn: 'truncated', limitInputPixels: maxPixels })
      .autoOrient()
      .toColourspace('srgb')
      .withIccProfile('srgb', { attach: false });
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

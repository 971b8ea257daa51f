import type { Metadata } from 'sharp';
import { Problem } from '../../../shared/contract/problem.ts';
import { maxPixels, maxSidePx, type SharpModule } from './load-sharp.ts';
import type { WorkerOps } from './worker-messages.ts';
import { hashBytes, writeThrough } from './write-through.ts';

/** Phones write so many as JPEG, which its decoder reads at a fraction of its size for the asking. */
const maxJpegPixels = 210_000_000;

/** Writes a small still of somebody's picture for looking at: upright, sRGB, WebP; only pixels, so without
 *  camera and place. Of what moves, the first view. Throws a Problem for what is no whole picture. */
export async function viewPicture(
  sharp: SharpModule,
  { path, outPath, maxSidePx: longSidePx }: WorkerOps['viewPicture']['input'],
): Promise<WorkerOps['viewPicture']['output']> {
  const facts = await readFacts(sharp, path);
  refuseTooLarge(facts);
  const { data, info } = await sharp(path, { failOn: 'truncated', limitInputPixels: maxJpegPixels })
    .autoOrient()
    .resize(longSidePx, longSidePx, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw new Problem('picture-incomplete', {}, { cause: error });
    });
  await writeThrough(outPath, data);
  return {
    widthPx: info.width,
    heightPx: info.height,
    sizeBytes: data.length,
    hash: hashBytes(data),
    moves: (facts.pages ?? 1) > 1 && facts.format !== 'tiff',
  };
}

async function readFacts(sharp: SharpModule, path: string): Promise<Metadata> {
  try {
    return await sharp(path, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch (error) {
    throw new Problem('picture-incomplete', {}, { cause: error });
  }
}

function refuseTooLarge({ width, height, format }: Metadata): void {
  const most = format === 'jpeg' ? maxJpegPixels : maxPixels;
  if (width * height > most || width > maxSidePx || height > maxSidePx)
    throw new Problem('picture-too-large', { widthPx: width, heightPx: height });
}

import { stat } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import { Problem } from '../../../shared/contract/problem.ts';
import { lightnessOf } from '../../../shared/scene/lightness.ts';
import { maxPixels, maxSidePx, type SharpModule } from './load-sharp.ts';
import { readLook } from './read-look.ts';
import { readTiffTags } from './tiff-tags.ts';
import type { PhotoFacts, WorkerOps } from './worker-messages.ts';

/** Longest side of the small picture that lists show. */
const thumbSidePx = 320;
const maxFileBytes = 100_000_000;
/** Sharp in a feed from here on; below, the merchant is told. */
const sharpFromPx = 1080;
/** A TIFF in Lab of 8 bits is whole; only its colours are not read. */
const labPhotometric = 8;

/** Decodes the whole picture (a header proves nothing about the rest), says what it is and writes its
 *  thumbnail. Throws a Problem for what cannot be used. */
export async function inspectPhoto(
  sharp: SharpModule,
  { path, thumbPath }: WorkerOps['inspectPhoto']['input'],
): Promise<PhotoFacts> {
  const sizeBytes = (await stat(path)).size;
  if (sizeBytes > maxFileBytes)
    throw new Problem('file-too-large', { sizeMb: Math.ceil(sizeBytes / 1e6), limitMb: 100 });
  const metadata = await readMetadata(sharp, path);
  refuseTooLarge(metadata);
  await writeThumbnail(sharp, path, thumbPath, metadata);
  const { widthPx, heightPx } = uprightSize(metadata);
  const lightness = await measureLightness(sharp, thumbPath);
  const look = await readLook(sharp, thumbPath);
  return { widthPx, heightPx, lightness, look, notes: notesOf(metadata, widthPx, heightPx) };
}

async function measureLightness(sharp: SharpModule, thumbPath: string): Promise<number> {
  const rgba = await sharp(thumbPath)
    .resize(64, 64, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return Math.round(lightnessOf(rgba) * 1000) / 1000;
}

async function readMetadata(sharp: SharpModule, path: string): Promise<Metadata> {
  try {
    return await sharp(path, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch (error) {
    const isLab = (await readTiffTags(path))?.photometric === labPhotometric;
    throw new Problem(isLab ? 'format-unsupported' : 'picture-incomplete', {}, { cause: error });
  }
}

function refuseTooLarge({ width, height }: Metadata): void {
  if (width * height > maxPixels || width > maxSidePx || height > maxSidePx)
    throw new Problem('picture-too-large', { widthPx: width, heightPx: height });
}

/** Cameras store pixels as the sensor saw them; 5 to 8 mean lying on the side. */
function uprightSize({ width, height, orientation = 1 }: Metadata): {
  widthPx: number;
  heightPx: number;
} {
  return orientation >= 5 && orientation <= 8
    ? { widthPx: height, heightPx: width }
    : { widthPx: width, heightPx: height };
}

function notesOf(metadata: Metadata, widthPx: number, heightPx: number): string[] {
  const isSmall = Math.min(widthPx, heightPx) < sharpFromPx;
  return [...(isSmall ? ['small'] : []), ...notesOfKind(metadata)];
}

/** What a merchant is told of a kind of file, whatever its size. */
export function notesOfKind(metadata: Metadata): string[] {
  const isWide =
    metadata.space !== 'srgb' && metadata.space !== 'b-w' && metadata.space !== 'rgb16';
  return [
    ...(isWide && metadata.space !== 'grey16' ? ['cmyk'] : []),
    ...((metadata.pages ?? 1) > 1 ? [metadata.format === 'tiff' ? 'pages' : 'animated'] : []),
  ];
}

/** Strict first; harmless warnings of phone pictures then pass the second time, a cut never. */
async function writeThumbnail(
  sharp: SharpModule,
  path: string,
  thumbPath: string,
  metadata: Metadata,
): Promise<void> {
  try {
    await decodeInto(sharp, path, thumbPath, 'warning');
  } catch {
    try {
      await decodeInto(sharp, path, thumbPath, 'truncated');
    } catch (error) {
      throw new Problem('picture-incomplete', { format: metadata.format }, { cause: error });
    }
  }
}

async function decodeInto(
  sharp: SharpModule,
  path: string,
  thumbPath: string,
  failOn: 'warning' | 'truncated',
): Promise<void> {
  await sharp(path, { failOn, limitInputPixels: maxPixels })
    .autoOrient()
    .resize(thumbSidePx, thumbSidePx, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 82 })
    .toFile(thumbPath);
}

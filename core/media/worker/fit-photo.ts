import { maxPixels, type SharpModule } from './load-sharp.ts';
import { writeThrough } from './write-through.ts';
import type { WorkerOps } from './worker-messages.ts';

const qualities = [90, 84, 76, 66, 54] as const;

/** Writes a photo as both networks take it: upright, sRGB, JPEG, at most so large and so heavy, on
 *  white where it had holes. Only pixels are copied: no camera, no place. */
export async function fitPhoto(
  sharp: SharpModule,
  { path, outPath, maxSidePx, maxBytes }: WorkerOps['fitPhoto']['input'],
): Promise<WorkerOps['fitPhoto']['output']> {
  const { data, info } = await sharp(path, { failOn: 'truncated', limitInputPixels: maxPixels })
    .autoOrient()
    .resize(maxSidePx, maxSidePx, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  let bytes = Buffer.alloc(0);
  for (const quality of qualities) {
    bytes = await sharp(data, { raw }).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (bytes.length <= maxBytes) break;
  }
  await writeThrough(outPath, bytes);
  return { widthPx: info.width, heightPx: info.height, sizeBytes: bytes.length };
}

import { stat } from 'node:fs/promises';
import { maxPixels, type SharpModule } from './load-sharp.ts';
import { greyTone } from './photo-master.ts';
import type { WorkerOps } from './worker-messages.ts';

/** Writes a part of a photo at a size, without loss, for the preview: the same pixels that the export
 *  draws. */
export async function scalePhoto(sharp: SharpModule, input: WorkerOps['scalePhoto']['input']) {
  const options = { failOn: 'truncated' as const, limitInputPixels: maxPixels };
  const upright = sharp(input.path, options).autoOrient().toColourspace('srgb');
  const ready = input.paper ? upright.flatten({ background: input.paper }) : upright.ensureAlpha();
  const { data, info } = await ready.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const image = sharp(data, { raw, limitInputPixels: maxPixels });
  const { crop, widthPx, heightPx } = input;
  if (crop)
    image.extract({
      left: crop.leftPx,
      top: crop.topPx,
      width: crop.widthPx,
      height: crop.heightPx,
    });
  if (input.contain) image.resize(widthPx, heightPx, { fit: 'inside' });
  else image.resize(widthPx, heightPx, { fit: 'fill' });
  if (input.grey) greyTone(image);
  await image.png({ compressionLevel: 2 }).toFile(input.outPath);
  return { sizeBytes: (await stat(input.outPath)).size };
}

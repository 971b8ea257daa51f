import { stat } from 'node:fs/promises';
import type { Picture } from '../../../shared/scene/photo-work/turn-pixels.ts';
import { maxPixels, type SharpModule } from './load-sharp.ts';
import { createPhotoLevels } from './photo-cut.ts';
import { openMaster } from './photo-master.ts';
import { createPhotoWorker } from './work-photo.ts';
import type { WorkerOps } from './worker-messages.ts';

/** Writes a part of a photo at a size, without loss, for the preview: the same pixels that the export
 *  draws. */
export async function scalePhoto(sharp: SharpModule, input: WorkerOps['scalePhoto']['input']) {
  const { path, outPath, paper, worked, ...cut } = input;
  const master = await openMaster(sharp, path, { keepAlpha: !paper, paper: paper ?? '' });
  const levels = createPhotoLevels(sharp, master);
  const image = worked
    ? workedImage(sharp, await createPhotoWorker(master, levels)(worked))
    : await levels.cut(cut);
  await image.png({ compressionLevel: 2 }).toFile(outPath);
  return { sizeBytes: (await stat(outPath)).size };
}

/** Without an alpha where nothing is seen through: half the work to read it again. */
function workedImage(sharp: SharpModule, { pixels, widthPx, heightPx }: Picture) {
  const raw = { width: widthPx, height: heightPx, channels: 4 as const };
  const image = sharp(pixels, { raw, limitInputPixels: maxPixels });
  const isOpaque = !pixels.some((value, at) => (at & 3) === 3 && value < 255);
  return isOpaque ? image.removeAlpha() : image;
}

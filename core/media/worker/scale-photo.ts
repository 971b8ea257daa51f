import { stat } from 'node:fs/promises';
import type { SharpModule } from './load-sharp.ts';
import { createPhotoLevels } from './photo-cut.ts';
import { decodeMaster } from './photo-master.ts';
import type { WorkerOps } from './worker-messages.ts';

/** Writes a part of a photo at a size, without loss, for the preview: the same pixels that the export
 *  draws. */
export async function scalePhoto(sharp: SharpModule, input: WorkerOps['scalePhoto']['input']) {
  const { path, outPath, paper, ...cut } = input;
  const master = await decodeMaster(sharp, path, { keepAlpha: !paper, paper: paper ?? '' });
  await createPhotoLevels(master).cut(sharp, cut).png({ compressionLevel: 2 }).toFile(outPath);
  return { sizeBytes: (await stat(outPath)).size };
}

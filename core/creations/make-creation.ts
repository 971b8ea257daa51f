import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { Problem } from '../../shared/contract/problem.ts';
import { format as formatShape, id } from '../../shared/contract/shapes.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { JobRun } from '../jobs/job-types.ts';
import { jobFileOf } from '../media/job-file.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';
import type { CreationRow, CreationStore } from './store.ts';

/** Uploads to a Page's photos stay under 4 MB. */
const maxBytes = 4_000_000;

/** What a job of pictures carries when it makes a creation. */
export const creationOrder = z.object({
  creation: z.object({ id, formats: z.array(formatShape) }),
});

export type MakingLibrary = Pick<
  MediaLibrary,
  'readAsset' | 'verifyAsset' | 'addStudioFile' | 'makeWorkFolder' | 'workers'
>;
type Uses = { tools: FeatureTools; library: MakingLibrary; store: CreationStore };

/** Tells one scene from another. */
export function scenePrint(scene: Scene): string {
  return createHash('sha256').update(JSON.stringify(scene)).digest('hex').slice(0, 32);
}

/** Makes the ordered formats of a creation, each as it stands when its turn comes; one that did not
 *  change since it was last made is taken as it is. */
export async function makeCreation(uses: Uses, run: JobRun): Promise<void> {
  const order = creationOrder.parse(run.input).creation;
  for (const format of order.formats) {
    run.signal.throwIfAborted();
    if (run.isDone(format)) continue;
    const creation = uses.store.find(order.id);
    if (!creation) throw new Problem('not-found');
    const scene = creation.scenes[format];
    if (!scene) throw new Problem('format-missing', { format });
    if (!(await takeMade(uses, run, creation, scene))) await makeScene(uses, run, creation, scene);
  }
}

async function takeMade(
  { tools, library, store }: Uses,
  run: JobRun,
  { id: creationId }: CreationRow,
  scene: Scene,
): Promise<boolean> {
  const { format } = scene;
  const made = store.findMade(creationId, format, scenePrint(scene));
  const asset = made === undefined ? undefined : library.readAsset(made);
  if (!asset || !(await library.verifyAsset(asset.id))) return false;
  tools.transact(() => run.keep(format, jobFileOf(asset, format)));
  return true;
}

async function makeScene(
  { tools, library, store }: Uses,
  run: JobRun,
  creation: CreationRow,
  scene: Scene,
): Promise<void> {
  const folder = await library.makeWorkFolder();
  const { format } = scene;
  const path = join(folder.path, 'picture.jpg');
  const thumbPath = join(folder.path, 'picture.webp');
  try {
    const input = {
      photos: photoFiles(scene, library.readAsset),
      outputs: [{ scene, path, thumbPath }],
      maxBytes,
    };
    const { files } = await library.workers.run('renderPictures', input, { signal: run.signal });
    run.signal.throwIfAborted();
    const [file] = files;
    if (!file) throw new Problem('render-crashed');
    tools.transact(() => {
      const asset = library.addStudioFile({
        ...file,
        thumbPath,
        mime: 'image/jpeg',
        format,
        name: fileName(creation.name, format),
        productIds: creation.source.productIds,
        scene,
        notes: [],
      });
      const made = { assetId: asset.id, creationId: creation.id, format, print: scenePrint(scene) };
      store.insertMade(made, tools.clock.now());
      run.keep(format, jobFileOf(asset, format));
      tools.events.changed('creations');
    });
  } finally {
    await folder.remove();
  }
}

function photoFiles(scene: Scene, readAsset: MakingLibrary['readAsset']): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { photoId } of photoRequests(scene)) {
    const asset = readAsset(photoId);
    if (!asset) throw new Problem('photo-missing');
    files[photoId] = asset.path;
  }
  return files;
}

/** A file name that every system takes; the name of an asset is only a label. */
function fileName(name: string, format: Format): string {
  const base = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${base || 'vitrine'}-${format.replace(':', 'x')}.jpg`;
}

import { mkdirSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetFact } from '../../shared/facts.ts';
import { photoWorkKey, type PhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import { wholePhoto } from './whole-photo.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Facebook recommends less than 4 MB for a photo and scales longer sides down itself. */
const maxBytes = 4_000_000;
const maxSidePx = 2048;

/** The file that goes to a network for an asset: what the studio made goes as it is; a photo that was
 *  brought in goes as a copy without camera and place, as JPEG, upright and not too heavy. */
export function createNetworkCopies(workers: WorkerPool, cacheDir: string) {
  mkdirSync(cacheDir, { recursive: true });
  const making = new Map<string, Promise<string>>();

  async function make(asset: AssetFact, file: string): Promise<string> {
    if (await exists(file)) return file;
    const outPath = `${file}.part`;
    const worked = asset.work && (await makeWorked(asset, asset.work, `${file}.png`));
    try {
      const path = worked ?? asset.path;
      await workers.run('fitPhoto', { path, outPath, maxSidePx, maxBytes });
    } finally {
      if (worked) await rm(worked, { force: true });
    }
    await rename(outPath, file);
    return file;
  }

  /** Large enough for the network, without loss. */
  async function makeWorked(asset: AssetFact, work: PhotoWork, outPath: string): Promise<string> {
    const { path, widthPx = 1, heightPx = 1, unworked: source = { widthPx, heightPx } } = asset;
    const size = { mostSidePx: maxSidePx, paper: '#ffffff' };
    await workers.run('scalePhoto', wholePhoto({ path, outPath, source, work, ...size }));
    return outPath;
  }

  return (asset: AssetFact): Promise<string> => {
    const isReady = asset.format !== undefined && asset.mime === 'image/jpeg' && !asset.work;
    if (asset.kind !== 'photo' || (isReady && asset.sizeBytes <= maxBytes)) {
      return Promise.resolve(asset.path);
    }
    // Named by the content of the original and its work: another one, another copy.
    const file = join(cacheDir, `${asset.hash}${photoWorkKey(asset.work)}.jpg`);
    const alongside = making.get(file);
    if (alongside) return alongside;
    const made = make(asset, file).finally(() => making.delete(file));
    making.set(file, made);
    return made;
  };
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

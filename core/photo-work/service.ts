import { join } from 'node:path';
import type { WorkedPhoto } from '../../shared/contract/photo-work.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { hasHoles } from '../../shared/scene/photo-work/apply-look.ts';
import { copyWork } from '../../shared/scene/photo-work/copy-work.ts';
import { readPhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';
import { wholePhoto } from '../media/whole-photo.ts';
import { photoWorkStore } from './store.ts';

export type PhotoWorkUses = {
  library: Pick<MediaLibrary, 'readAsset' | 'importPath' | 'makeWorkFolder' | 'workers'>;
};
export type PhotoWorkService = ReturnType<typeof photoWorkService>;

/** What is done to photos of the library: settings beside them, and photos made with them. */
export function photoWorkService(tools: FeatureTools, { library }: PhotoWorkUses) {
  const store = photoWorkStore(tools.db);

  function photo(assetId: string): AssetFact & { source: { widthPx: number; heightPx: number } } {
    const asset = library.readAsset(assetId);
    if (!asset) throw new Problem('not-found');
    const { widthPx, heightPx } = asset.unworked ?? asset;
    if (asset.kind !== 'photo' || !widthPx || !heightPx)
      throw new Problem('invalid-input', { fields: 'assetId' });
    return { ...asset, source: { widthPx, heightPx } };
  }

  function view(assetId: string): WorkedPhoto {
    const { id, source } = photo(assetId);
    return { assetId: id, ...source, work: { ...store.find(id) } };
  }

  async function makePhoto(assetId: string, settings: unknown): Promise<{ assetId: string }> {
    const { id, path, name, productIds, source } = photo(assetId);
    const work = readPhotoWork(settings);
    const folder = await library.makeWorkFolder();
    try {
      const outPath = join(folder.path, 'photo.png');
      // Where nothing is seen through, the colour under it does not matter.
      const input = wholePhoto({ path, outPath, source, work, paper: '#ffffff' });
      await library.workers.run('scalePhoto', input, { urgent: true });
      const isOpen = hasHoles(work);
      const madePath = isOpen ? outPath : join(folder.path, 'photo.jpg');
      if (!isOpen) await library.workers.run('adaptPhoto', { path: outPath, outPath: madePath });
      const made = await library.importPath(madePath, {
        origin: 'studio',
        name: name.replace(/\.\w{2,5}$/, '') + (isOpen ? '.png' : '.jpg'),
        productIds,
      });
      if (!made.ok) throw new Problem(made.code, { ...made.params, id });
      return { assetId: made.assetId };
    } finally {
      await folder.remove();
    }
  }

  return {
    get: (assetIds: readonly string[]) => ({ items: assetIds.map(view) }),
    set(
      { assetIds, work, keepPlace }: { assetIds: string[]; work: unknown; keepPlace?: boolean },
      clientId?: string,
    ) {
      return tools.applyOnce('photoWork/set', clientId, () => {
        const settings = readPhotoWork(work);
        for (const assetId of assetIds) {
          const { id } = photo(assetId);
          const wanted = keepPlace ? copyWork(settings, store.find(id)) : settings;
          store.keep(id, wanted, tools.clock.now());
        }
        tools.events.changed('media', 'catalogue', 'creations');
        return { items: assetIds.map(view) };
      });
    },
    makePhoto: (assetId: string, work: unknown, clientId?: string) =>
      tools.applyOnceAsync('photoWork/makePhoto', clientId, () => makePhoto(assetId, work)),
  };
}

import { mkdirSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { photoWorkKey, type PhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import type { FileStore } from './file-store.ts';
import type { WorkFolder } from './media-library-types.ts';
import type { StoredAsset } from './store.ts';
import { wholePhoto } from './whole-photo.ts';
import type { WorkerPool } from './worker-pool.ts';

export type ThumbnailFile = { file: string; mime: 'image/webp' | 'image/png'; name: string };

type Uses = {
  files: Pick<FileStore, 'fileOf' | 'thumbPlaceOf' | 'partPath' | 'settle' | 'discard'>;
  workers: Pick<WorkerPool, 'run'>;
  makeWorkFolder: () => Promise<WorkFolder>;
  dataDir: string;
};

export type Thumbnails = ReturnType<typeof keepThumbnails>;

const longSidePx = 320;
const limits = { limitMs: 120_000, urgent: true };
const pngHead = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The small pictures that lists show: each made once, made again when its file is lost or cut short,
 *  and taken away with its asset. */
export function keepThumbnails({ files, workers, makeWorkFolder, dataDir }: Uses) {
  // Of worked photos; those of the others stand in `media/thumbs`.
  const workedDir = join(dataDir, 'cache', 'thumbs');
  mkdirSync(workedDir, { recursive: true });
  const making = new Map<string, Promise<ThumbnailFile | undefined>>();

  /** Undefined where there is nothing to make it of: the asset's own file is gone or cannot be read. */
  async function of(asset: StoredAsset): Promise<ThumbnailFile | undefined> {
    if (asset.kind === 'file') return undefined;
    const found = asset.work ? workedFile(asset, asset.work) : plainFile(asset);
    if (await isWhole(found.file)) return found;
    const alongside = making.get(found.file);
    if (alongside) return alongside;
    const made = (asset.work ? makeWorked(asset, asset.work, found) : makePlain(asset, found))
      .then(
        () => found,
        () => undefined,
      )
      .finally(() => making.delete(found.file));
    making.set(found.file, made);
    return made;
  }

  function plainFile({ name, hash, thumbPlace }: StoredAsset): ThumbnailFile {
    const file = files.fileOf(thumbPlace ?? files.thumbPlaceOf(hash));
    return { file, mime: 'image/webp', name };
  }

  function workedFile({ id, name }: StoredAsset, work: PhotoWork): ThumbnailFile {
    return { file: join(folderOf(id), `${id}-${photoWorkKey(work)}.png`), mime: 'image/png', name };
  }

  /** By the last letters of an id: the first ones tell the time, and are alike. */
  function folderOf(assetId: string): string {
    return join(workedDir, assetId.slice(-2));
  }

  async function makePlain(asset: StoredAsset, { file }: ThumbnailFile): Promise<void> {
    const thumbPath = files.partPath();
    const path = files.fileOf(asset.place);
    const folder = asset.kind === 'photo' ? undefined : await makeWorkFolder();
    const op = asset.kind === 'audio' ? 'inspectSound' : 'probeVideo';
    try {
      if (folder) await workers.run(op, { path, thumbPath, folder: folder.path }, limits);
      else await workers.run('inspectPhoto', { path, thumbPath }, limits);
      await mkdir(dirname(file), { recursive: true });
      await rename(thumbPath, file);
    } finally {
      await folder?.remove();
      await files.discard(thumbPath);
    }
  }

  async function makeWorked(
    asset: StoredAsset,
    work: PhotoWork,
    { file }: ThumbnailFile,
  ): Promise<void> {
    const outPath = `${file}.part`;
    const { widthPx = 1, heightPx = 1 } = asset;
    const input = wholePhoto({
      ...{ path: files.fileOf(asset.place), outPath, source: { widthPx, heightPx }, work },
      ...{ mostSidePx: longSidePx, paper: '#ffffff' },
    });
    await mkdir(dirname(file), { recursive: true });
    try {
      await workers.run('scalePhoto', input, limits);
      // What the photo looked like under another work.
      await removeWorked(asset.id, outPath);
      await rename(outPath, file);
    } finally {
      await files.discard(outPath);
    }
  }

  async function removeWorked(assetId: string, butPath?: string): Promise<void> {
    const folder = folderOf(assetId);
    const names = await readdir(folder).catch(() => []);
    const old = names.filter((name) => name.startsWith(`${assetId}-`));
    for (const path of old.map((name) => join(folder, name)))
      if (path !== butPath) await rm(path, { force: true });
  }

  return {
    of,
    /** Of assets that are erased; the plain ones go with the asset's own files. */
    async forget(assetIds: readonly string[]): Promise<void> {
      for (const assetId of assetIds) await removeWorked(assetId);
    },
  };
}

/** Cheap enough for every time that a list asks: a WebP tells its own length in its head, a PNG ends in a
 *  mark of its own. */
async function isWhole(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return false;
  try {
    const { size } = await handle.stat();
    if (size < 32) return false;
    const head = Buffer.alloc(12);
    await handle.read(head, 0, 12, 0);
    if (head.subarray(0, 8).equals(pngHead)) {
      const end = Buffer.alloc(8);
      await handle.read(end, 0, 8, size - 8);
      return end.toString('latin1', 0, 4) === 'IEND';
    }
    const isWebp =
      head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8) === 'WEBP';
    return isWebp && head.readUInt32LE(4) + 8 === size;
  } finally {
    await handle.close();
  }
}

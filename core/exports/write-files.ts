import { mkdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import { nameKey, uniqueName } from '../../shared/rules/file-name.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import { storageTrouble } from '../db/storage-trouble.ts';
import { wholePhoto } from '../media/whole-photo.ts';
import type { WorkerOps } from '../media/worker/worker-messages.ts';
import { writeThrough } from '../media/worker/write-through.ts';
import type { ExportsUses } from './exports-uses.ts';
import { movingKind, namesIn } from './plan-export.ts';
import type { ExportFile, ExportRow, ExportStore } from './store.ts';

type Work = {
  uses: ExportsUses;
  store: ExportStore;
  run: ExportRow;
  /** The folder itself, whatever links led to it. */
  folder: string;
  taken: Set<string>;
  signal: AbortSignal;
};

/** As many as there are workers: one is encoded while another reaches the disk. */
const atOnce = 2;

/** Writes the files of an export that are not written yet. Each is whole or not there at all: it gets its
 *  name when the disk has it. */
export async function writeFiles(
  uses: ExportsUses,
  store: ExportStore,
  run: ExportRow,
  { signal, changed }: { signal: AbortSignal; changed: () => void },
): Promise<void> {
  const folder = await openFolder(run.folder);
  const taken = await namesIn(folder);
  const stop = new AbortController();
  const work = { uses, store, run, folder, taken, signal: AbortSignal.any([signal, stop.signal]) };
  const files = store.waiting(run.id).values();
  const write = async () => {
    for (const file of files) {
      work.signal.throwIfAborted();
      await writeOne(work, file);
      changed();
    }
  };
  // What ends one ends the others, and is told.
  const ending = (error: unknown) => stop.abort(error);
  await Promise.all(Array.from({ length: atOnce }, () => write().catch(ending)));
  stop.signal.throwIfAborted();
}

async function openFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (error) {
    if (storageTrouble(error) === 'disk-full') throw new Problem('disk-full');
    throw new Problem('export-folder', { folder }, { cause: error });
  }
}

async function writeOne(work: Work, file: ExportFile): Promise<void> {
  const { store, run, taken, signal } = work;
  const isThere = taken.has(nameKey(file.name));
  const choice = run.wish.collisions ?? 'both';
  if (isThere && choice === 'skip') return store.endFile(run.id, file, 'skipped');
  const name = isThere && choice === 'both' ? uniqueName(file.name, taken) : file.name;
  const part = join(work.folder, `.vitrine-${run.id}-${file.place}.part`);
  // Spoken for while it is drawn: another may be called the same.
  taken.add(nameKey(name));
  try {
    await drawFile(work, file, part);
    signal.throwIfAborted();
    await rename(part, join(work.folder, name));
    store.endFile(run.id, { ...file, name }, 'written');
  } catch (error) {
    await rm(part, { force: true });
    if (!isThere || name !== file.name) taken.delete(nameKey(name));
    signal.throwIfAborted();
    const problem = problemOf(error, run.folder);
    // What hinders one file hinders all when it is the disk or the folder.
    if (problem.code === 'disk-full' || problem.code === 'export-folder') throw problem;
    store.endFile(run.id, file, 'failed', { code: problem.code, params: problem.params });
  }
}

function problemOf(error: unknown, folder: string): Problem {
  if (error instanceof Problem) return error;
  if (storageTrouble(error) === 'disk-full') return new Problem('disk-full');
  return new Problem('export-folder', { folder }, { cause: error });
}

async function drawFile(work: Work, file: ExportFile, path: string) {
  const { uses, run, signal } = work;
  const { kind, quality, copyright } = run.wish;
  const { workers } = uses.library;
  if (kind === 'cards' || kind === 'labels') {
    const pages = file.source.assetIds.map((id) => sceneOf(work, id));
    const photos = Object.assign({}, ...pages.map((page) => page.photos)) as Record<string, string>;
    const input = {
      layout: kind,
      scenes: pages.map(({ scene }) => scene),
      photos,
      path,
      resourcesDir: uses.resourcesDir,
      title: file.name.replace(/\.pdf$/, ''),
      author: uses.shopName(),
      copyright,
    };
    return workers.run('printScenes', input, { signal });
  }
  const [assetId = ''] = file.source.assetIds;
  const asset = uses.library.readAsset(assetId);
  if (!asset) throw new Problem('not-found');
  if (movingKind(asset)) return writeThrough(path, await readFile(asset.path));
  const encode = { kind, quality: quality ?? 90, copyright, path };
  if (!work.store.sceneOfAsset(assetId)) return writePhoto(work, asset, encode);
  const drawn = kind === 'jpg' ? { filePath: asset.path } : sceneOf(work, assetId);
  return workers.run('exportPicture', { ...drawn, ...encode }, { signal });
}

type Encode = Pick<WorkerOps['exportPicture']['input'], 'kind' | 'quality' | 'copyright' | 'path'>;

/** A photo that was brought in goes out as it is used: upright, in sRGB, with what was done to it. */
async function writePhoto({ uses, signal }: Work, asset: AssetFact, encode: Encode) {
  const { workers, makeWorkFolder } = uses.library;
  const { widthPx, heightPx } = asset.unworked ?? asset;
  if (asset.kind !== 'photo' || !widthPx || !heightPx) throw new Problem('not-found');
  const folder = await makeWorkFolder();
  try {
    const photoPath = join(folder.path, 'photo.png');
    const input = wholePhoto({
      ...{ path: asset.path, outPath: photoPath, source: { widthPx, heightPx }, work: asset.work },
      ...(encode.kind === 'jpg' ? { paper: '#ffffff' } : {}),
    });
    await workers.run('scalePhoto', input, { signal });
    return await workers.run('exportPicture', { ...encode, photoPath }, { signal });
  } finally {
    await folder.remove();
  }
}

function sceneOf({ uses, store }: Work, assetId: string) {
  const scene = store.sceneOfAsset(assetId);
  if (!scene) throw new Problem('not-found');
  const photos: Record<string, string> = {};
  for (const { photoId } of photoRequests(scene)) {
    const path = uses.library.readAsset(photoId)?.path;
    if (path) photos[photoId] = path;
  }
  return { scene, photos };
}

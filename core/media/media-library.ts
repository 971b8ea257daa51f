import { mkdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { toFact, toView } from './asset-view.ts';
import { createAssetBin, type AssetBin } from './asset-bin.ts';
import { createFileStore } from './file-store.ts';
import { createImport, importProblem, maxFileBytes } from './import-file.ts';
import { findFfmpeg } from './find-ffmpeg.ts';
import { keepClipCopies } from './keep-clip-copies.ts';
import { keepSoundTraces } from './keep-sound-traces.ts';
import { keepThumbnails } from './keep-thumbnails.ts';
import { createLookLibrary } from './look-library.ts';
import { createLocate, resolve } from './locate-media.ts';
import type {
  ImportedItem,
  ImportOutcome,
  MediaLibrary,
  MediaLibraryOptions,
  StudioFile,
  WorkFolder,
} from './media-library-types.ts';
import { createNetworkCopies } from './network-copy.ts';
import { nameLabel } from './name-label.ts';
import { assetStore, type NewAsset, type StoredAsset } from './store.ts';
import { sweepMedia } from './sweep.ts';
import { walkFiles } from './walk-files.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';
import { hashFile } from './worker/write-through.ts';

const defaultBudgetBytes = 900_000_000;
const importsAtOnce = 2;
const endings = {
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
} as const;

/** The shop's pictures, videos and other files: the only writer of assets and of `media/`. */
export function createMediaLibrary(
  tools: FeatureTools,
  options: MediaLibraryOptions,
): MediaLibrary {
  const { dataDir } = options;
  const workDir = join(dataDir, 'work');
  const fontsDir = join(dataDir, 'fonts');
  mkdirSync(workDir, { recursive: true });
  const bootAt = Date.now();
  const store = assetStore(tools.db);
  const files = createFileStore(join(dataDir, 'media'), tools.newId);
  const workers = openWorkers(options, fontsDir);
  const looks = createLookLibrary(tools, { files, workers });
  const importing = createImport({ tools, files, store, workers, makeWorkFolder, looks });
  const thumbnails = keepThumbnails({ files, workers, makeWorkFolder, dataDir });
  const traces = keepSoundTraces({ workers, makeWorkFolder, dataDir });
  const onChange = () => tools.events.changed('clips');
  const clipCopies = keepClipCopies({ makeWorkFolder, dataDir, programs: findFfmpeg, onChange });
  const bin = createAssetBin(tools, files, async ({ ids, hashes }) => {
    await thumbnails.forget(ids);
    await clipCopies.forget(hashes);
  });
  const made = { store, files, workers, thumbnails, traces, clipCopies, fontsDir };
  const bring = wantedAgain(importing.bring, bin);

  async function makeWorkFolder(): Promise<WorkFolder> {
    const path = join(workDir, tools.newId());
    await mkdir(path, { recursive: true });
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  }

  function tell(label: string, outcome: ImportOutcome, language: Language): ImportedItem {
    if (!outcome.ok) {
      const problem = options.describeProblem(new Problem(outcome.code, outcome.params), language);
      return { path: label, problem, code: outcome.code };
    }
    const like = outcome.looksLike === undefined ? undefined : store.find(outcome.looksLike);
    return itemOf(label, outcome, like);
  }

  async function importUpload(uploadId: string): Promise<{ name: string; outcome: ImportOutcome }> {
    const upload = store.find(uploadId);
    if (!upload) return { name: uploadId, outcome: { ok: false, code: 'not-found', params: {} } };
    const { name } = upload;
    const assetId = upload.sameAs ?? (upload.kind === 'file' ? undefined : upload.id);
    if (assetId) return { name, outcome: { ok: true, assetId, already: true, notes: [] } };
    const outcome = await bring(files.fileOf(upload.place), name, 'import');
    if (outcome.ok) {
      store.pointAt(uploadId, outcome.assetId);
      await files.discard(files.fileOf(upload.place));
    }
    return { name, outcome };
  }

  async function takeUpload(id: string, language: Language): Promise<ImportedItem> {
    const { name, outcome } = await importUpload(id);
    return tell(name, outcome, language);
  }

  async function receiveUpload(stream: Readable, name: string): Promise<{ assetId: string }> {
    const id = tools.newId();
    const place = `uploads/${id}`;
    try {
      const arrived = await files.receive(stream, maxFileBytes);
      await files.settle(arrived.partPath, place);
      tools.transact(() =>
        store.insert(uploadRow(id, place, nameLabel(name), { ...arrived, at: tools.clock.now() })),
      );
    } catch (error) {
      throw importProblem(error);
    }
    return { assetId: id };
  }

  function addStudioFile(file: StudioFile) {
    const place = files.placeOf(file.hash, endings[file.mime]);
    const thumbPlace = files.thumbPlaceOf(file.hash);
    files.settleNow(file.thumbPath, thumbPlace);
    files.settleNow(file.path, place);
    const id = tools.newId();
    tools.transact(() => {
      const kind = file.mime === 'video/mp4' ? ('video' as const) : ('photo' as const);
      const { path: _path, thumbPath: _thumbPath, durationMs, ...facts } = file;
      store.insert({
        ...facts,
        id,
        kind,
        place,
        thumbPlace,
        durationMs,
        origin: 'studio',
        state: 'ready',
        createdAt: tools.clock.now(),
      });
      tools.events.changed('media');
    });
    return toFact(found(store, id), files.fileOf);
  }

  return {
    importPath: (path, { origin = 'import', name = path, productIds } = {}) =>
      bring(path, name, origin, productIds),
    async importFiles(paths, language) {
      const all = await walkFiles(paths);
      return inTurns(all, async (path) => tell(path, await bring(path, path, 'import'), language));
    },
    importUploads: (assetIds, language) => inTurns(assetIds, (id) => takeUpload(id, language)),
    receiveUpload,
    readAsset(id) {
      const asset = resolve(store, id);
      return asset && toFact(asset, files.fileOf);
    },
    async verifyAsset(id) {
      const asset = resolve(store, id);
      if (!asset) return false;
      return hashFile(files.fileOf(asset.place)).then(
        (hash) => hash === asset.hash,
        () => false,
      );
    },
    networkCopy: createNetworkCopies(workers, join(dataDir, 'cache', 'network')),
    addStudioFile,
    findMade(productId, format, scene) {
      const asset = store.findMade(productId, format, scene);
      return asset && toFact(asset, files.fileOf);
    },
    looks,
    workers,
    clipCopies,
    fontsDir,
    makeWorkFolder,
    names: store.names,
    list(query) {
      const { items, ...rest } = store.list(query);
      return { items: items.map(toView), ...rest };
    },
    get(id) {
      const asset = resolve(store, id);
      return asset && toView(asset);
    },
    bin,
    locate: createLocate({ ...options, ...made }),
    sweep: () => sweepMedia({ store, files, workDir }, bootAt),
    async close() {
      await clipCopies.close();
      await workers.close();
    },
  };
}

function openWorkers(options: MediaLibraryOptions, fontsDir: string): WorkerPool {
  const { host, resourcesDir, workerEntry, workerBudgetBytes } = options;
  return createWorkerPool({
    startProcess: host.startProcess,
    entry: workerEntry ?? join(import.meta.dirname, 'worker', 'main.ts'),
    budgetBytes: workerBudgetBytes ?? defaultBudgetBytes,
    ...{ resourcesDir, fontsDir },
  });
}

/** Bytes as they came, unchecked. */
function uploadRow(
  id: string,
  place: string,
  name: string,
  { sizeBytes, hash, at }: { sizeBytes: number; hash: string; at: number },
): NewAsset {
  return {
    ...({ id, kind: 'file', origin: 'import', state: 'uploaded' } as const),
    name,
    place,
    mime: 'application/octet-stream',
    thumbPlace: undefined,
    widthPx: undefined,
    heightPx: undefined,
    durationMs: undefined,
    format: undefined,
    sizeBytes,
    hash,
    productIds: [],
    notes: [],
    createdAt: at,
  };
}

function found(store: ReturnType<typeof assetStore>, id: string): StoredAsset {
  const asset = resolve(store, id);
  if (!asset) throw new Problem('not-found');
  return asset;
}

/** What was brought in, with the asset that it looks like. */
function itemOf(
  path: string,
  { assetId, already, notes }: Extract<ImportOutcome, { ok: true }>,
  like: StoredAsset | undefined,
): ImportedItem {
  return {
    path,
    assetId,
    ...(like && { looksLike: likeView(like) }),
    ...(already && { already }),
    ...(notes.length > 0 && { notes }),
  };
}

function likeView({ id, name }: StoredAsset) {
  return { assetId: id, name, thumbUrl: `/media/${id}/thumb` };
}

type Bring = ReturnType<typeof createImport>['bring'];

/** What is brought in again comes out of the bin. */
function wantedAgain(bring: Bring, bin: AssetBin): Bring {
  return async (...file) => {
    const outcome = await bring(...file);
    if (outcome.ok && outcome.already) bin.takeOut(outcome.assetId);
    return outcome;
  };
}

/** A few at a time, answers in the order asked. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = Array.from({ length: items.length });
  let nextIndex = 0;
  const run = async () => {
    for (let index = nextIndex++; index < items.length; index = nextIndex++)
      answers[index] = await work(items[index] as T);
  };
  await Promise.all(Array.from({ length: importsAtOnce }, run));
  return answers;
}

import { Problem } from '../../shared/contract/problem.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { Arrived, FileStore } from './file-store.ts';
import type { ImportOutcome, Origin, WorkFolder } from './media-library-types.ts';
import { nameLabel } from './name-label.ts';
import { readLookOf, type LookLibrary } from './look-library.ts';
import { sniff, type Sniffed } from './sniff.ts';
import type { AssetStore, NewAsset } from './store.ts';
import type { WorkerPool } from './worker-pool.ts';

/** No upload and no video is larger. */
export const maxFileBytes = 1_000_000_000;

export type ImportUses = {
  tools: FeatureTools;
  files: FileStore;
  store: AssetStore;
  workers: WorkerPool;
  makeWorkFolder: () => Promise<WorkFolder>;
  /** What looks like a photo that has just come in. */
  looks: Pick<LookLibrary, 'nearest' | 'add'>;
};

type Accepted = Exclude<Sniffed, { kind: 'refused' }>;
type Facts = Pick<
  NewAsset,
  'widthPx' | 'heightPx' | 'durationMs' | 'film' | 'lightness' | 'look' | 'notes'
>;
/** The file that the studio works with: the one that came, or a copy of it that sharp reads. */
type Working = {
  path: string;
  sizeBytes: number;
  hash: string;
  mime: string;
  extension: string;
  /** What a copy does not show of the file. */
  notes?: string[] | undefined;
};

/** A photo is read in a second or two; a file that keeps a decoder busy this long is not one. */
const photoLimitMs = 120_000;

/** Brings one file into the library: copied and hashed, judged by its content, decoded whole in a
 *  worker, moved to its place, then its row. A crash in between leaves nothing that counts. */
export function createImport({ tools, files, store, workers, makeWorkFolder, looks }: ImportUses) {
  async function bring(
    path: string,
    label: string,
    origin: Origin,
    productIds: string[] = [],
  ): Promise<ImportOutcome> {
    const name = nameLabel(label);
    let arrived: Arrived | undefined;
    try {
      arrived = await files.copyIn(path, maxFileBytes);
      return await place(arrived, name, origin, productIds);
    } catch (error) {
      const problem = importProblem(error);
      return { ok: false, code: problem.code, params: { name, ...problem.params } };
    } finally {
      if (arrived) await files.discard(arrived.partPath);
    }
  }

  async function place(
    arrived: Arrived,
    name: string,
    origin: Origin,
    productIds: string[],
  ): Promise<ImportOutcome> {
    const known = store.findBrought(arrived.hash);
    if (known && (await files.sizeOf(known.place)) === known.sizeBytes && known.state === 'ready')
      return { ok: true, assetId: known.id, already: true, notes: known.notes };
    const sniffed = sniff(arrived.head);
    if (sniffed.kind === 'refused') throw new Problem(sniffed.code);
    const [thumbPart, copyPart] = [files.partPath(), files.partPath()];
    try {
      const working = await workingFile(sniffed, arrived, copyPart);
      const facts = await inspect(sniffed, working.path, thumbPart);
      const kind = sniffed.kind === 'video' && !facts.widthPx ? 'audio' : sniffed.kind;
      const mime = kind === 'audio' ? working.mime.replace('video/', 'audio/') : working.mime;
      const filePlace = files.placeOf(working.hash, working.extension);
      const thumbPlace = files.thumbPlaceOf(working.hash);
      await files.settle(thumbPart, thumbPlace);
      await files.settle(working.path, filePlace);
      const source = await keepSource(sniffed, arrived, working);
      return keep({
        id: tools.newId(),
        kind,
        origin,
        state: 'ready',
        name,
        mime,
        place: filePlace,
        thumbPlace,
        sizeBytes: working.sizeBytes,
        hash: working.hash,
        source,
        format: undefined,
        productIds,
        createdAt: tools.clock.now(),
        ...facts,
        notes: [...facts.notes, ...(working.notes ?? [])],
      });
    } finally {
      await files.discard(thumbPart);
      await files.discard(copyPart);
    }
  }

  /** A HEIC picture is decoded once, into a copy that everything else reads; so is one of 16 bits, or one
   *  that is larger than anybody needs. */
  async function workingFile(
    { kind, mime, extension }: Accepted,
    { partPath: path, sizeBytes, hash }: Arrived,
    outPath: string,
  ): Promise<Working> {
    const limits = { limitMs: photoLimitMs };
    const asItCame = { path, sizeBytes, hash, mime, extension };
    if (mime === 'image/heic')
      return copied(await workers.run('decodeHeic', { path, outPath }, limits), outPath);
    if (kind !== 'photo') return asItCame;
    const { copy, notes } = await workers.run('plainCopy', { path, outPath }, limits);
    return copy ? { ...copied(copy, outPath), notes } : asItCame;
  }

  async function keepSource({ extension }: Accepted, arrived: Arrived, working: Working) {
    if (working.hash === arrived.hash) return undefined;
    const place = files.placeOf(arrived.hash, extension);
    await files.settle(arrived.partPath, place);
    return { place, hash: arrived.hash };
  }

  async function inspect(sniffed: Accepted, path: string, thumbPath: string): Promise<Facts> {
    if (sniffed.kind === 'photo') {
      const limits = { limitMs: photoLimitMs };
      const { look, ...facts } = await workers.run('inspectPhoto', { path, thumbPath }, limits);
      return { ...facts, look: readLookOf(look), durationMs: undefined };
    }
    const folder = await makeWorkFolder();
    const input = { path, thumbPath, folder: folder.path };
    try {
      if (sniffed.kind === 'audio') return await inspectSound(input);
      return await workers.run('probeVideo', input).catch(async (error: unknown) => {
        // The box of a film may hold a sound alone: what a browser records, what a phone dictates.
        if (!isRefusedFilm(error)) throw error;
        return inspectSound(input).catch(() => {
          throw error;
        });
      });
    } finally {
      await folder.remove();
    }
  }

  async function inspectSound(input: { path: string; thumbPath: string; folder: string }) {
    const { durationMs } = await workers.run('inspectSound', input);
    const nothing = { widthPx: undefined, heightPx: undefined, lightness: undefined };
    return { ...nothing, durationMs, notes: [] };
  }

  /** The same content may have come in meanwhile, or its file been lost before: one row stays. */
  function keep(asset: NewAsset): ImportOutcome {
    return tools.transact(() => {
      const known = store.findBrought(asset.hash);
      const looksLike = known ? undefined : looks.nearest(asset);
      if (known) store.markState(known.id, 'ready');
      else store.insert(asset);
      if (!known) looks.add(asset);
      tools.events.changed('media');
      const { id, notes } = known ?? asset;
      return { ok: true, assetId: id, already: known !== undefined, notes, looksLike };
    });
  }

  return { bring };
}

function isRefusedFilm(error: unknown): boolean {
  return error instanceof Problem && error.code === 'video-refused';
}

const fileProblems: Record<string, Problem['code']> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EACCES: 'file-unreadable',
  EPERM: 'file-unreadable',
  EISDIR: 'file-unreadable',
  EIO: 'file-unreadable',
  ENAMETOOLONG: 'file-unreadable',
  ELOOP: 'file-unreadable',
  ENXIO: 'file-unreadable',
  EBUSY: 'file-unreadable',
  // A name that no system takes, such as one with a zero in it.
  ERR_INVALID_ARG_VALUE: 'file-missing',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** A decoder that broke off, or took too much memory, says nothing of making anything here. */
function afterDecoder(problem: Problem): Problem {
  return problem.code === 'render-crashed' || problem.code === 'render-memory'
    ? new Problem('import-crashed', {}, { cause: problem })
    : problem;
}

type Copy = { kind: 'jpeg' | 'png'; sizeBytes: number; hash: string };

function copied({ kind, sizeBytes, hash }: Copy, path: string): Working {
  const extension = kind === 'png' ? 'png' : 'jpg';
  return { path, sizeBytes, hash, mime: `image/${kind}`, extension };
}

/** What stopped an import, by name; anything unforeseen is thrown on. */
export function importProblem(error: unknown): Problem {
  if (error instanceof Problem) return afterDecoder(error);
  const code = fileProblems[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  if (!code) throw error;
  return new Problem(code, {}, { cause: error });
}

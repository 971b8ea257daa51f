import { existsSync, mkdirSync } from 'node:fs';
import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { storageTrouble } from '../db/storage-trouble.ts';
import type { ClipCopyKind } from './clip-copy-arguments.ts';
import { findSteadying } from './find-ffmpeg.ts';
import { makeClipCopy } from './make-clip-copy.ts';
import { playsInBrowser } from './plays-in-browser.ts';
import { removeOldest } from './remove-oldest.ts';

export type ClipCopyState =
  /** The film is played as it is. */
  | { state: 'none' }
  | { state: 'making'; progressFrac: number }
  | { state: 'ready' }
  | { state: 'stopped' }
  | { state: 'failed'; problem: Problem };

type Film = Pick<AssetFact, 'path' | 'hash' | 'mime' | 'film' | 'widthPx' | 'heightPx'>;
type Making = {
  progressFrac: number;
  stop: AbortController;
  /** Ends with the copy; rejects by name. */
  made: Promise<void>;
};
type Uses = {
  makeWorkFolder: () => Promise<{ path: string; remove(): Promise<void> }>;
  dataDir: string;
  programs: () => Promise<{ ffmpegPath: string; ffprobePath: string }>;
  /** A copy began, is there, or will not come. */
  onChange: () => void;
};
export type ClipCopies = ReturnType<typeof keepClipCopies>;

/** The least lately made or asked for go when there are more. */
const mostKept = 80;

/** Copies of films, named by their content: small ones that every browser plays, and steadied ones. One is
 *  made at a time; one that is lost is made again when it is next asked for. */
export function keepClipCopies(uses: Uses) {
  const folder = join(uses.dataDir, 'cache', 'clips');
  mkdirSync(folder, { recursive: true });
  const making = new Map<string, Making>();
  const ended = new Map<string, { state: 'stopped' } | { state: 'failed'; problem: Problem }>();
  let steadying: Promise<boolean> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const fileOf = ({ hash }: Pick<Film, 'hash'>, kind: ClipCopyKind): string =>
    join(folder, `${hash}-${kind}.mp4`);

  function peek(film: Film, kind: ClipCopyKind): ClipCopyState | undefined {
    const file = fileOf(film, kind);
    if (kind === 'play' && playsInBrowser(film)) return { state: 'none' };
    const running = making.get(file);
    if (running) return { state: 'making', progressFrac: running.progressFrac };
    return existsSync(file) ? { state: 'ready' } : ended.get(file);
  }

  function begin(film: Film, kind: ClipCopyKind): Making {
    const file = fileOf(film, kind);
    const running = making.get(file);
    if (running) return running;
    const stop = new AbortController();
    const begun: Making = { progressFrac: 0, stop, made: Promise.resolve() };
    const mine = turn.then(() => make(film, kind, begun));
    turn = mine.catch(() => {});
    begun.made = mine
      .catch((error: unknown) => {
        const problem = asProblem(error);
        ended.set(file, stop.signal.aborted ? { state: 'stopped' } : { state: 'failed', problem });
        throw stop.signal.aborted ? stop.signal.reason : problem;
      })
      .finally(() => {
        making.delete(file);
        uses.onChange();
      });
    begun.made.catch(() => {});
    ended.delete(file);
    making.set(file, begun);
    uses.onChange();
    return begun;
  }

  async function make(film: Film, kind: ClipCopyKind, begun: Making): Promise<void> {
    const { signal } = begun.stop;
    signal.throwIfAborted();
    const work = await uses.makeWorkFolder();
    try {
      // Room for the one that is made now.
      await removeOldest(folder, mostKept - 1);
      await makeClipCopy(await uses.programs(), {
        ...{ kind, signal, path: film.path, folder: work.path, outPath: fileOf(film, kind) },
        onProgress: (frac) => (begun.progressFrac = Math.max(begun.progressFrac, frac)),
      });
    } finally {
      await work.remove();
    }
  }

  return {
    /** Where it stands, or will. */
    fileOf,
    /** How far a copy is; undefined when nobody asked for it yet. */
    peek,
    /** The same, and begins it when nobody did. */
    look: (film: Film, kind: ClipCopyKind): ClipCopyState =>
      peek(film, kind) ?? {
        state: 'making',
        progressFrac: begin(film, kind).progressFrac,
      },
    /** Once more, after it was stopped or failed. */
    again(film: Film, kind: ClipCopyKind): void {
      ended.delete(fileOf(film, kind));
      if (peek(film, kind) === undefined) begin(film, kind);
    },
    /** Can this ffmpeg take the shaking out of a film? */
    canSteady: (): Promise<boolean> =>
      (steadying ??= uses
        .programs()
        .then(({ ffmpegPath }) => findSteadying(ffmpegPath))
        .then(
          (found) => found !== undefined,
          () => false,
        )),
    stop(film: Film, kind: ClipCopyKind): void {
      making.get(fileOf(film, kind))?.stop.abort(new Error('stopped'));
    },
    /** The file, as soon as it is there. Given up together with the work that needs it. */
    async need(film: Film, kind: ClipCopyKind, signal: AbortSignal): Promise<string> {
      const file = fileOf(film, kind);
      if (existsSync(file)) {
        await utimes(file, new Date(), new Date()).catch(() => {});
        return file;
      }
      signal.throwIfAborted();
      const begun = making.get(file);
      const { made, stop } = begun ?? begin(film, kind);
      const giveUp = () => (begun ? undefined : stop.abort(signal.reason));
      // Whoever hears that it began may give it up at once.
      if (signal.aborted) giveUp();
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        await Promise.race([made, whenAborted(signal)]);
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
      return file;
    },
    /** Of films that are gone. */
    async forget(hashes: readonly string[]): Promise<void> {
      for (const file of hashes.flatMap((hash) =>
        (['play', 'steady'] as const).map((kind) => fileOf({ hash }, kind)),
      )) {
        const running = making.get(file);
        running?.stop.abort(new Error('gone'));
        await running?.made.catch(() => {});
        ended.delete(file);
        await rm(file, { force: true });
      }
    },
    async close(): Promise<void> {
      for (const { stop } of making.values()) stop.abort(new Error('closed'));
      await turn;
    },
  };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const isFull = storageTrouble(error) === 'disk-full';
  return new Problem(isFull ? 'disk-full' : 'clip-unreadable', {}, { cause: error });
}

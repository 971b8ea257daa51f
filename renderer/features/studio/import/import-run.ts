import type { ProblemText } from '../../../../shared/contract/problems.ts';
import type { ImportItem } from '../../../link/upload.ts';

export type LikePicture = { assetId: string; name: string; thumbUrl: string };
/** What a person decided about a photo that looks like another. */
export type LikeChoice = 'both' | 'new' | 'old';
export type LineState =
  | { kind: 'waiting' | 'coming' | 'stopped' }
  | { kind: 'added' | 'already'; assetId: string }
  | { kind: 'alike'; assetId: string; like: LikePicture; chosen?: LikeChoice }
  | { kind: 'refused'; problem: ProblemText };
export type ImportLine = { key: number; file: File; name: string; state: LineState };
type Arrived = { name: string; assetId: string };

export type RunUses = {
  bring: (file: File, signal: AbortSignal) => Promise<ImportItem>;
  /** The sentence for what nobody foresaw. */
  problem: (error: unknown) => ProblemText;
  /** All are through; `arrived` are those of this lot that are in the library now. */
  onDone: (run: ImportRun, arrived: readonly Arrived[]) => void;
};
export type ImportRun = {
  lines: () => readonly ImportLine[];
  /** Answers how to stop listening. */
  onChange: (listener: () => void) => () => void;
  add: (files: readonly File[]) => void;
  /** Breaks off what has not arrived; what is being read goes to its end. */
  stop: (key: number) => void;
  stopAll: () => void;
  retry: (keys: readonly number[]) => void;
  choose: (key: number, chosen: LikeChoice | undefined) => void;
  /** Forgets what is through; those on their way stay. */
  clear: () => void;
};

/** So many are on their way at once; the studio reads two at a time. */
const atOnce = 4;

/** Files on their way into the library, each with its own end; what is added while others are on their
 *  way joins them. */
export function createImportRun({ bring, problem, onDone }: RunUses): ImportRun {
  const listeners = new Set<() => void>();
  const stops = new Map<number, AbortController>();
  let lines: readonly ImportLine[] = [];
  let told = new Set<number>();
  let nextKey = 1;

  function put(change: (line: ImportLine) => ImportLine): void {
    lines = lines.map(change);
    for (const listener of listeners) listener();
  }

  function setState(key: number, state: LineState): void {
    put((line) => (line.key === key ? { ...line, state } : line));
  }

  function next(): void {
    const coming = lines.filter(({ state }) => state.kind === 'coming').length;
    const waiting = lines.filter(({ state }) => state.kind === 'waiting');
    const begun = waiting.slice(0, Math.max(0, atOnce - coming));
    for (const line of begun) void take(line);
    if (coming + waiting.length === 0) end();
  }

  function end(): void {
    const fresh = lines.filter(({ key }) => !told.has(key));
    if (fresh.length === 0) return;
    told = new Set(lines.map(({ key }) => key));
    onDone(
      run,
      fresh.flatMap(({ name, state }) =>
        'assetId' in state ? [{ name, assetId: state.assetId }] : [],
      ),
    );
  }

  async function take({ key, file }: ImportLine): Promise<void> {
    const stop = new AbortController();
    stops.set(key, stop);
    setState(key, { kind: 'coming' });
    try {
      setState(key, stateOf(await bring(file, stop.signal)));
    } catch (error) {
      setState(
        key,
        stop.signal.aborted ? { kind: 'stopped' } : { kind: 'refused', problem: problem(error) },
      );
    }
    stops.delete(key);
    next();
  }

  function stopOne(key: number): void {
    stops.get(key)?.abort();
    put((line) =>
      line.key === key && line.state.kind === 'waiting'
        ? { ...line, state: { kind: 'stopped' } }
        : line,
    );
  }

  const run: ImportRun = {
    lines: () => lines,
    onChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(files: readonly File[]): void {
      const added = files.map((file): ImportLine => ({
        key: nextKey++,
        file,
        name: file.name,
        state: { kind: 'waiting' },
      }));
      lines = [...lines, ...added];
      put((line) => line);
      next();
    },
    stop(key: number): void {
      stopOne(key);
      next();
    },
    stopAll(): void {
      for (const { key } of lines) stopOne(key);
      next();
    },
    retry(keys: readonly number[]): void {
      told = new Set([...told].filter((key) => !keys.includes(key)));
      put((line) => (keys.includes(line.key) ? { ...line, state: { kind: 'waiting' } } : line));
      next();
    },
    choose(key: number, chosen: LikeChoice | undefined): void {
      put((line) => {
        if (line.key !== key || line.state.kind !== 'alike') return line;
        const { assetId, like } = line.state;
        return { ...line, state: { kind: 'alike', assetId, like, ...(chosen && { chosen }) } };
      });
    },
    clear(): void {
      lines = lines.filter(({ state }) => state.kind === 'coming' || state.kind === 'waiting');
      put((line) => line);
    },
  };
  return run;
}

function stateOf(item: ImportItem): LineState {
  if ('problem' in item) return { kind: 'refused', problem: item.problem };
  const { assetId, already, looksLike } = item;
  if (already) return { kind: 'already', assetId };
  return looksLike ? { kind: 'alike', assetId, like: looksLike } : { kind: 'added', assetId };
}

export type ImportSummary = Record<LineState['kind'], number> & {
  total: number;
  /** No longer on their way. */
  through: number;
  /** Photos whose likeness nobody decided on. */
  undecided: number;
};

/** How many stand where. */
export function sumUp(lines: readonly ImportLine[]): ImportSummary {
  const sum = { waiting: 0, coming: 0, stopped: 0, added: 0, already: 0, alike: 0, refused: 0 };
  let undecided = 0;
  for (const { state } of lines) {
    sum[state.kind] += 1;
    if (state.kind === 'alike' && state.chosen === undefined) undecided += 1;
  }
  const through = lines.length - sum.waiting - sum.coming;
  return { ...sum, undecided, total: lines.length, through };
}

/** Those that were not in the library before. */
export function addedIds(lines: readonly ImportLine[]): string[] {
  return lines.flatMap(({ state }) =>
    state.kind === 'added' || state.kind === 'alike' ? [state.assetId] : [],
  );
}

import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import type { FileRun } from '../../shared/contract/records.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { nameKey, uniqueName } from '../../shared/rules/file-name.ts';
import { throttle } from '../jobs/throttle.ts';
import { storageTrouble } from '../db/storage-trouble.ts';
import type { Piece } from './comment-lines.ts';
import type { RecordsUses } from './records-uses.ts';

type Run = {
  folder: string;
  name: string;
  state: FileRun['state'];
  written: number;
  progressFrac: number;
  problem?: Problem;
  stop: AbortController;
  done: Promise<void>;
};

const partName = /^\.vitrine-[\w-]+\.part$/;
/** Those that ended are told of for so long. */
const mostRemembered = 50;
const eventsEveryMs = 300;

/** Files that are written piece by piece into folders of the merchant's. Each is whole or not there at all: it
 *  gets its name when the disk has it. */
export function fileRuns(uses: RecordsUses) {
  const runs = new Map<string, Run>();
  const changed = throttle(() => uses.tools.events.changed('records'), eventsEveryMs);

  function folderOf(folder: string | undefined): string {
    if (folder === undefined) return join(uses.downloadsDir, 'Vitrine');
    const clean = normalize(folder.trim());
    if (!isAbsolute(clean) || clean.includes('\0')) throw new Problem('records-folder', { folder });
    return clean;
  }

  function known(runId: string): Run {
    const run = runs.get(runId);
    if (!run) throw new Problem('not-found');
    return run;
  }

  function view(runId: string, language: Language): FileRun {
    const { stop: _stop, done: _done, problem, ...run } = known(runId);
    return {
      id: runId,
      ...run,
      ...(problem && {
        problem: { ...uses.describeProblem(problem, language), code: problem.code },
      }),
    };
  }

  function start(folder: string | undefined, name: string, pieces: AsyncIterable<Piece>): string {
    const id = uses.tools.newId();
    const run: Run = {
      ...{ folder: folderOf(folder), name, state: 'running', written: 0, progressFrac: 0 },
      ...{ stop: new AbortController(), done: Promise.resolve() },
    };
    runs.set(id, run);
    for (const [old, { state }] of [...runs].slice(0, -mostRemembered))
      if (state !== 'running') runs.delete(old);
    run.done = write(run, id, pieces)
      .catch((error: unknown) => fail(run, error))
      .finally(changed.call);
    return id;
  }

  function fail(run: Run, error: unknown): void {
    if (run.state !== 'running') return;
    run.state = run.stop.signal.aborted ? 'cancelled' : 'failed';
    if (run.state === 'cancelled') return;
    run.problem = problemOf(error, run.folder);
    if (run.problem.code === 'internal') uses.report(error);
  }

  async function write(run: Run, id: string, pieces: AsyncIterable<Piece>): Promise<void> {
    const { signal } = run.stop;
    await mkdir(run.folder, { recursive: true });
    await removeLeft(run.folder);
    const part = join(run.folder, `.vitrine-${id}.part`);
    try {
      const file = await open(part, 'wx');
      try {
        for await (const { text, lines, progressFrac } of pieces) {
          signal.throwIfAborted();
          await file.write(text);
          run.written += lines;
          run.progressFrac = progressFrac;
          changed.call();
        }
        await file.sync();
      } finally {
        await file.close();
      }
      signal.throwIfAborted();
      const taken = new Set((await readdir(run.folder)).map(nameKey));
      const name = taken.has(nameKey(run.name)) ? uniqueName(run.name, taken) : run.name;
      await rename(part, join(run.folder, name));
      Object.assign(run, { name, state: 'done', progressFrac: 1 });
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** What a studio left that ended in the middle; never that of a run of now. */
  async function removeLeft(folder: string): Promise<void> {
    const own = new Set([...runs.keys()].map((id) => `.vitrine-${id}.part`));
    const left = (await readdir(folder)).filter((name) => partName.test(name) && !own.has(name));
    // Pictures on their way have a number behind the id.
    for (const name of left)
      if (!/-\d+\.part$/.test(name)) await rm(join(folder, name), { force: true });
  }

  return {
    folderOf,
    start,
    view,
    show(runId: string): { ok: true } {
      uses.host.showFolder?.(known(runId).folder);
      return { ok: true };
    },
    cancel(runId: string): void {
      const run = known(runId);
      if (run.state !== 'running') return;
      run.stop.abort(new Error('the file was cancelled'));
      run.state = 'cancelled';
    },
    whenEnded: (runId: string): Promise<void> => known(runId).done,
    async close(): Promise<void> {
      for (const { stop } of runs.values()) stop.abort(new Error('the studio closes'));
      changed.stop();
      await Promise.all([...runs.values()].map(({ done }) => done));
    },
  };
}

export type FileRuns = ReturnType<typeof fileRuns>;

function problemOf(error: unknown, folder: string): Problem {
  if (error instanceof Problem) return error;
  if (storageTrouble(error) === 'disk-full') return new Problem('disk-full');
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
    return new Problem('records-folder', { folder }, { cause: error });
  return new Problem('internal', { report: '–' }, { cause: error });
}

import type {
  CollisionChoice,
  ExportOutlook,
  ExportRun,
  ExportWish,
} from '../../shared/contract/exports.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { nameKey } from '../../shared/rules/file-name.ts';
import { throttle } from '../jobs/throttle.ts';
import type { ExportsUses } from './exports-uses.ts';
import { freeBytesAt, namesIn, placeOf, planExport, type ExportPlan } from './plan-export.ts';
import { exportStore, type StoredProblem } from './store.ts';
import { writeFiles } from './write-files.ts';

const eventsEveryMs = 300;
const examplesShown = 5;
const foldersShown = 5;
/** Left free for everything else on the disk. */
const reserveBytes = 50_000_000;

export type ExportsService = ReturnType<typeof exportsService>;
type Start = ExportWish & {
  collisions?: CollisionChoice | undefined;
  clientId?: string | undefined;
};

/** Pictures as files in a folder of the merchant's, for other programs and for the printer. */
export function exportsService(uses: ExportsUses, onError: (error: unknown) => void = () => {}) {
  const { tools } = uses;
  const store = exportStore(tools.db);
  const atWork = new Map<string, { stop: AbortController; done: Promise<void> }>();
  const changed = throttle(() => tools.events.changed('batches'), eventsEveryMs);

  function known(exportId: string) {
    const row = store.find(exportId);
    if (!row) throw new Problem('not-found');
    return row;
  }

  function view(exportId: string, language: Language): ExportRun {
    const { wish: _wish, createdAt, problem, ...row } = known(exportId);
    const say = ({ code, params }: StoredProblem) =>
      uses.describeProblem(new Problem(code, params), language);
    return {
      ...row,
      failed: store.failed(exportId).map((one) => ({ name: one.name, problem: say(one.problem) })),
      ...(problem && { problem: { ...say(problem), code: problem.code } }),
      createdAt: new Date(createdAt).toISOString(),
    };
  }

  function begin(exportId: string): void {
    const stop = new AbortController();
    const done = writeFiles(uses, store, known(exportId), {
      signal: stop.signal,
      changed: changed.call,
    })
      .then(
        () => store.end(exportId, 'done'),
        (error: unknown) => fail(exportId, stop.signal, error),
      )
      .finally(() => {
        atWork.delete(exportId);
        tools.events.changed('batches');
      });
    atWork.set(exportId, { stop, done });
  }

  /** One that the closing studio stopped stays as running: the next start goes on with it. */
  function fail(exportId: string, signal: AbortSignal, error: unknown): void {
    if (signal.aborted) return;
    if (!(error instanceof Problem)) onError(error);
    const { code, params } =
      error instanceof Problem ? error : new Problem('internal', { report: '–' });
    store.end(exportId, 'failed', { code, params });
  }

  async function checkSpace({ folder, needBytes }: ExportPlan): Promise<void> {
    const free = await freeBytesAt(folder);
    if (free === undefined || free >= needBytes + reserveBytes) return;
    const params = { needMb: Math.ceil(needBytes / 1e6), freeMb: Math.floor(free / 1e6) };
    throw new Problem('export-space', params);
  }

  return {
    /** What the merchant chose the times before, so that it is not written twice. */
    habits() {
      const { copyright: before, pattern } = store.latestWish() ?? {};
      const copyright = uses.copyright() ?? before;
      return {
        folders: store.folders(foldersShown),
        canShow: uses.showFolder !== undefined,
        ...(copyright && { copyright }),
        ...(pattern && { pattern }),
      };
    },
    show(exportId: string): { ok: true } {
      uses.showFolder?.(known(exportId).folder);
      return { ok: true };
    },
    async outlook(wish: ExportWish, language: Language): Promise<ExportOutlook> {
      const plan = planExport(uses, wish, language);
      const place = await placeOf(plan.folder);
      const there = place === 'there' ? await namesIn(plan.folder) : new Set<string>();
      const freeBytes = await freeBytesAt(plan.folder);
      return {
        folder: plan.folder,
        place,
        total: plan.files.length,
        examples: plan.files.slice(0, examplesShown).map(({ name }) => name),
        collisions: plan.files.filter(({ name }) => there.has(nameKey(name))).length,
        needBytes: plan.needBytes,
        leftOut: plan.leftOut,
        ...(freeBytes !== undefined && { freeBytes }),
      };
    },
    start: ({ clientId, collisions, ...wish }: Start, language: Language): Promise<ExportRun> =>
      tools.applyOnceAsync('exports/start', clientId, async () => {
        const plan = planExport(uses, wish, language);
        if ((await placeOf(plan.folder)) === 'blocked')
          throw new Problem('export-folder', { folder: plan.folder });
        await checkSpace(plan);
        const id = tools.newId();
        const { kind, quality, copyright, pattern } = wish;
        const kept = { kind, quality, copyright, pattern, collisions };
        const row = { id, wish: kept, folder: plan.folder, at: tools.clock.now() };
        tools.transact(() => store.insert(row, plan.files));
        begin(id);
        return view(id, language);
      }),
    get: view,
    cancel: (exportId: string, clientId: string | undefined, language: Language): ExportRun =>
      tools.applyOnce('exports/cancel', clientId, () => {
        known(exportId);
        store.end(exportId, 'cancelled');
        atWork.get(exportId)?.stop.abort(new Error('the export was cancelled'));
        return view(exportId, language);
      }),
    /** Goes on with what a studio before this one had begun. */
    resume(): void {
      for (const exportId of store.open()) begin(exportId);
    },
    /** Answers when an export has ended, at once when it is not at work. */
    whenEnded: (exportId: string): Promise<void> => atWork.get(exportId)?.done ?? Promise.resolve(),
    async close(): Promise<void> {
      changed.stop();
      const open = [...atWork.values()];
      for (const { stop } of open) stop.abort(new Error('the studio closes'));
      await Promise.all(open.map(({ done }) => done));
    },
  };
}

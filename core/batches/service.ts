import {
  mostPictures,
  type Batch,
  type BatchFilter,
  type BatchOutlook,
  type BatchSpec,
  type HandChoice,
  type PictureRef,
} from '../../shared/contract/batches.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { JobRun } from '../jobs/job-types.ts';
import { batchPlaces } from '../../shared/rules/batch-columns.ts';
import { throttle } from '../jobs/throttle.ts';
import { adjustPictures, type Adjustment } from './adjust-pictures.ts';
import type { BatchesUses } from './batches-uses.ts';
import { columnsOf, createDrawPlan } from './draw-plan.ts';
import { lookAhead } from './look-ahead.ts';
import { lookedUp } from './looked-up.ts';
import { batchRows, batchView, isEdited, type Presenting } from './present.ts';
import { batchOrder, piecesOf, runBatch, type Pace } from './run-batch.ts';
import { batchStore, type BatchRow } from './store.ts';

const mostBatches = 100;
const eventsEveryMs = 300;
const rowsShown = 20;

type Started = { jobId: string };
type Once = { clientId?: string | undefined };
type Save = BatchSpec & Once & { batchId?: string | undefined; name?: string | undefined };
type Run = Once & {
  batchId: string;
  only?: PictureRef[] | undefined;
  hand?: HandChoice | undefined;
};

export type BatchesService = ReturnType<typeof batchesService>;

/** Products × templates × formats, kept by name: made, looked at, put right and made again, each time
 *  only what changed. */
export function batchesService(uses: BatchesUses) {
  const { tools, jobs } = uses;
  const store = batchStore(tools.db);
  const paces = new Map<string, Pace>();
  const closing = new AbortController();
  const looked = lookedUp(tools.events);
  const presenting: Presenting = { uses, store, paceOf: (id) => paces.get(id) };
  const changed = throttle(() => tools.events.changed('batches'), eventsEveryMs);

  function known(batchId: string): BatchRow {
    const batch = store.find(batchId);
    if (!batch) throw new Problem('not-found');
    return batch;
  }
  const view = (batchId: string, language: Language): Batch =>
    batchView(presenting, known(batchId), language);

  /** One change of one batch, applied once and told. */
  function change<T>(name: string, { clientId }: Once, work: () => T): T {
    return tools.applyOnce(`batches/${name}`, clientId, () => {
      looked.forget();
      const answer = work();
      tools.events.changed('batches');
      return answer;
    });
  }

  const waitedFor = (signal?: AbortSignal): AbortSignal =>
    signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;

  /** The same for what looks through thousands of pictures first. */
  function changeAsync<T>(name: string, { clientId }: Once, work: () => Promise<T>): Promise<T> {
    return tools.applyOnceAsync(`batches/${name}`, clientId, async () => {
      const answer = await work();
      tools.events.changed('batches');
      return answer;
    });
  }

  function checked({ productIds, templateIds, formats, ...rest }: BatchSpec): BatchSpec {
    const { options, words, groupSize } = rest;
    const spec: BatchSpec = {
      productIds: [...new Set(productIds)],
      templateIds: [...new Set(templateIds)],
      formats: [...new Set(formats)],
      ...(options && { options }),
      ...(words && { words }),
      ...(groupSize !== undefined && { groupSize }),
    };
    const language = tools.shopLanguage();
    if (spec.templateIds.some((id) => !uses.findTemplate(id, language)))
      throw new Problem('template-unknown');
    const columns = columnsOf(uses, spec);
    if (columns.length === 0) throw new Problem('format-missing', { format: formats.join(', ') });
    const count = batchPlaces(spec, columns).count();
    if (count > mostPictures) throw new Problem('batch-too-large', { count, most: mostPictures });
    return spec;
  }

  function nameFor({ templateIds }: BatchSpec, language: Language): string {
    const names = templateIds.flatMap((id) => uses.findTemplate(id, language)?.name ?? []);
    const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
    return `${names.slice(0, 3).join(', ')} · ${day.format(tools.clock.now())}`.slice(0, 120);
  }

  function save({ batchId, name, clientId, ...wish }: Save, language: Language): Batch {
    return change('save', { clientId }, () => {
      const spec = checked(wish);
      const now = tools.clock.now();
      const id = batchId ?? tools.newId();
      if (batchId === undefined) store.insert(id, name ?? nameFor(spec, language), spec, now);
      else store.setSpec(known(batchId).id, spec, now);
      if (batchId !== undefined && name !== undefined) store.setName(id, name, now);
      return view(id, language);
    });
  }

  async function start(batch: BatchRow, only: PictureRef[] | undefined): Promise<Started> {
    const plan = createDrawPlan(uses, store, batch);
    const pieces = await piecesOf(uses, plan, batch.spec.productIds, only, closing.signal);
    closing.signal.throwIfAborted();
    const total = pieces.reduce((sum, { pictures }) => sum + pictures.length, 0);
    const input = { batch: { id: batch.id, ...(only && { only }) } };
    return tools.transact(() => {
      const jobId = jobs.enqueue({ kind: 'pictures', title: batch.name, total, input });
      paces.delete(batch.id);
      store.setJob(batch.id, jobId, tools.clock.now());
      looked.keep(jobId, pieces);
      return { jobId };
    });
  }

  function decideHands(batch: BatchRow, hand: HandChoice, only: PictureRef[] | undefined): void {
    const named = only && new Set(only.map((ref) => JSON.stringify(refOf(ref))));
    for (const row of store.pictures(batch.id)) {
      if (!isEdited(uses, row)) continue;
      if (named && !named.has(JSON.stringify(refOf(row)))) continue;
      if (hand === 'replace') store.setHand(batch.id, row, null, null);
      else store.setFollows(batch.id, row, hand === 'refresh');
    }
  }

  function stop(name: 'pause' | 'cancel', batchId: string, once: Once, language: Language): Batch {
    return change(name, once, () => {
      const batch = known(batchId);
      const state = batchView(presenting, batch, language).state;
      const isAtWork = state === 'running' || state === 'queued';
      if (name === 'cancel' || isAtWork) store.setPaused(batchId, name === 'pause');
      if (batch.jobId && isAtWork) jobs.cancel(batch.jobId);
      return view(batchId, language);
    });
  }

  return {
    list: (language: Language) => ({
      items: store.list(mostBatches).map((batch) => batchView(presenting, batch, language)),
    }),
    get: view,
    save,
    rename: (batchId: string, name: string, once: Once, language: Language): Batch =>
      change('rename', once, () => {
        store.setName(known(batchId).id, name, tools.clock.now());
        return view(batchId, language);
      }),
    remove: (batchId: string, once: Once): { ok: true } =>
      change('remove', once, () => {
        const { jobId } = known(batchId);
        store.setRemoved(batchId, tools.clock.now());
        if (jobId) jobs.cancel(jobId);
        return { ok: true };
      }),
    restore: (batchId: string, once: Once, language: Language): Batch =>
      change('restore', once, () => {
        store.setRemoved(known(batchId).id, null);
        return view(batchId, language);
      }),
    outlook: (batchId: string, signal?: AbortSignal): Promise<BatchOutlook> =>
      lookAhead(uses, store, known(batchId), waitedFor(signal)),
    run: ({ batchId, only, hand, ...once }: Run): Promise<Started> =>
      changeAsync('run', once, async () => {
        const batch = known(batchId);
        if (hand) tools.transact(() => decideHands(batch, hand, only));
        return start(batch, only?.map(refOf));
      }),
    pause: (batchId: string, once: Once, language: Language) =>
      stop('pause', batchId, once, language),
    resume: (batchId: string, once: Once, language: Language): Promise<Batch> =>
      changeAsync('resume', once, async () => {
        const batch = known(batchId);
        if (batch.isPaused) await start(batch, undefined);
        return view(batchId, language);
      }),
    cancel: (batchId: string, once: Once, language: Language) =>
      stop('cancel', batchId, once, language),
    async rows(
      asked: {
        batchId: string;
        filter?: BatchFilter | undefined;
        offset?: number | undefined;
        limit?: number | undefined;
      },
      language: Language,
    ) {
      const { batchId, filter = 'all', offset = 0, limit = rowsShown } = asked;
      const { signal } = closing;
      return batchRows(presenting, known(batchId), { filter, offset, limit, signal }, language);
    },
    adjust: (batchId: string, pictures: Adjustment[], once: Once) =>
      change('adjust', once, () => ({
        before: adjustPictures(uses, store, known(batchId), pictures),
      })),
    edit: (batchId: string, ref: PictureRef, once: Once): { creationId: string } =>
      change('edit', once, () => {
        const row = store
          .picturesOf(known(batchId).id, ref.productId)
          .find((one) => one.templateId === ref.templateId && one.format === ref.format);
        if (row?.creationId && uses.readCreation(row.creationId))
          return { creationId: row.creationId };
        if (!row?.assetId) throw new Problem('picture-not-made');
        const { id } = uses.openCreation(row.assetId);
        store.setHand(batchId, row, id, uses.readCreation(id)?.scenes[ref.format] ?? null);
        return { creationId: id };
      }),
    /** What an export writes of a batch: each picture that is made, in the order of the grid. */
    madePictures(batchId: string) {
      const batch = known(batchId);
      const { columns, places } = createDrawPlan(uses, store, batch);
      return batch.spec.productIds.flatMap((productId) => {
        const rows = store.picturesOf(batchId, productId).filter((row) => !row.isExcluded);
        return columns.flatMap((column) => {
          const { templateId, format } = column;
          const row = rows.find((one) => one.templateId === templateId && one.format === format);
          return row?.assetId && places.has(productId, column)
            ? [{ productId, templateId, format, assetId: row.assetId }]
            : [];
        });
      });
    },
    /** Looks under way end; runs are the queue's. */
    close: (): void => closing.abort(new Error('the studio closes')),
    /** For the one queue of pictures: does this job make a batch? */
    isOurs: (input: unknown): boolean => batchOrder.safeParse(input).success,
    runner: (run: JobRun): Promise<void> =>
      runBatch(uses, store, run, {
        pace: (batchId, pace) => void paces.set(batchId, pace),
        changed: changed.call,
        lookedUp: looked.take(run.jobId),
      }),
  };
}

function refOf({ productId, templateId, format }: PictureRef): PictureRef {
  return { productId, templateId, format };
}

import type {
  Batch,
  BatchCounts,
  BatchFilter,
  BatchPicture,
  BatchRow as BatchRowView,
} from '../../shared/contract/batches.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { BatchesUses } from './batches-uses.ts';
import { createDrawPlan, type DrawPlan, type PlannedPicture } from './draw-plan.ts';
import type { Pace } from './run-batch.ts';
import type { BatchRow, BatchStore, PictureNote, PictureRow, StoredProblem } from './store.ts';
import { walkPlan, type PlannedProduct } from './walk-plan.ts';

export type Presenting = {
  uses: BatchesUses;
  store: BatchStore;
  /** How far the latest run in this process is. */
  paceOf: (batchId: string) => Pace | undefined;
};

/** A batch as a window sees it. */
export function batchView(
  { uses, store, paceOf }: Presenting,
  batch: BatchRow,
  language: Language,
): Batch {
  const job = batch.jobId ? uses.jobs.get(batch.jobId, language) : undefined;
  const state = stateOf(batch, job?.state);
  const pace = paceOf(batch.id);
  const isAtWork = state === 'running' && pace !== undefined;
  return {
    id: batch.id,
    name: batch.name,
    spec: batch.spec,
    state,
    counts: countPictures(uses, store, batch),
    ...(batch.jobId && { jobId: batch.jobId }),
    ...(isAtWork && {
      progress: {
        ...paceView(pace),
        ...(job?.secondsLeft !== undefined && { secondsLeft: job.secondsLeft }),
      },
    }),
    ...(state === 'failed' &&
      job?.problem && { problem: { ...job.problem, code: job.code ?? 'internal' } }),
    createdAt: new Date(batch.createdAt).toISOString(),
    updatedAt: new Date(batch.updatedAt).toISOString(),
  };
}

function stateOf({ isPaused }: BatchRow, jobState: string | undefined): Batch['state'] {
  if (isPaused) return 'paused';
  if (jobState === 'queued' || jobState === 'running' || jobState === 'failed') return jobState;
  return 'idle';
}

function paceView({ done, total, made, beganAtMs }: Pace) {
  const seconds = (performance.now() - beganAtMs) / 1000;
  return {
    done,
    total,
    ...(made > 0 && seconds > 0.5 && { picturesPerSecond: Math.round((made / seconds) * 10) / 10 }),
  };
}

/** By what was written down; what changed since is a matter of the outlook. */
export function countPictures(uses: BatchesUses, store: BatchStore, batch: BatchRow): BatchCounts {
  const plan = createDrawPlan(uses, store, batch);
  const rows = plannedRows(plan, store, batch);
  const open = rows.filter((row) => !row.isExcluded);
  return {
    wanted: plan.places.count() - (rows.length - open.length),
    made: open.filter((row) => row.assetId !== undefined).length,
    products: new Set(open.flatMap((row) => (row.assetId ? [row.productId] : []))).size,
    problems: open.filter((row) => row.problem !== undefined).length,
    warned: open.filter((row) => row.notes.length > 0).length,
    edited: open.filter((row) => isEdited(uses, row)).length,
    excluded: rows.length - open.length,
  };
}

/** What is written down of the pictures that the batch is to have now. */
export function plannedRows(plan: DrawPlan, store: BatchStore, { id, spec }: BatchRow) {
  const products = new Set(spec.productIds);
  const columns = new Map(plan.columns.map((column) => [columnKey(column), column]));
  return store.pictures(id).filter((row) => {
    const column = columns.get(columnKey(row));
    return column && products.has(row.productId) && plan.places.has(row.productId, column);
  });
}

function columnKey({ templateId, format }: { templateId: string; format: string }): string {
  return `${templateId} ${format}`;
}

/** Opened for editing is not yet edited. */
export function isEdited(uses: BatchesUses, row: PictureRow | undefined): boolean {
  const creation = row?.creationId ? uses.readCreation(row.creationId) : undefined;
  return creation !== undefined && creation.version > 1;
}

/** The products of a page with all their pictures. */
export async function batchRows(
  presenting: Presenting,
  batch: BatchRow,
  asked: { filter: BatchFilter; offset: number; limit: number; signal?: AbortSignal },
  language: Language,
): Promise<{ rows: BatchRowView[]; total: number }> {
  const { uses, store } = presenting;
  const plan = createDrawPlan(uses, store, batch);
  const ids = await filteredIds(presenting, batch, asked.filter, asked.signal);
  const page = ids.slice(asked.offset, asked.offset + asked.limit);
  const products = new Map(uses.readProducts(page).map((product) => [product.id, product]));
  const rows = page.map((productId) => {
    const product = products.get(productId);
    return {
      productId,
      sku: product?.sku ?? '',
      title: product?.title ?? '',
      pictures: plan
        .ofProduct(product, productId)
        .map((picture) => pictureView(presenting, picture, language)),
    };
  });
  return { rows, total: ids.length };
}

async function filteredIds(
  { uses, store }: Presenting,
  batch: BatchRow,
  filter: BatchFilter,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const { productIds } = batch.spec;
  const plan = createDrawPlan(uses, store, batch);
  if (filter === 'all') return plan.places.shown();
  if (filter === 'changed') {
    const changed: string[] = [];
    const note = ({ productId, pictures }: PlannedProduct) => {
      if (pictures.some(({ state }) => state === 'changed')) changed.push(productId);
    };
    await walkPlan(uses, plan, productIds, note, signal);
    return changed;
  }
  const fits = fitting(uses, filter);
  const found = new Set(
    plannedRows(plan, store, batch)
      .filter(fits)
      .map(({ productId }) => productId),
  );
  return productIds.filter((id) => found.has(id));
}

function fitting(
  uses: BatchesUses,
  filter: Exclude<BatchFilter, 'all' | 'changed'>,
): (row: PictureRow) => boolean {
  switch (filter) {
    case 'problems':
      return (row) => row.problem !== undefined && !row.isExcluded;
    case 'warned':
      return (row) => row.notes.length > 0 && !row.isExcluded;
    case 'edited':
      return (row) => isEdited(uses, row);
    case 'excluded':
      return (row) => row.isExcluded;
  }
}

function pictureView(
  { uses }: Presenting,
  picture: PlannedPicture,
  language: Language,
): BatchPicture {
  const { templateId, format, row, state, hand } = picture;
  const { assetId, photoAssetId, creationId } = row ?? {};
  // What went wrong when it was last made; a reason that is gone since waits for the next run.
  const problem = picture.problem ?? (state === 'excluded' ? undefined : row?.problem);
  return {
    templateId,
    format,
    state: problem ? 'problem' : state,
    notes: [...(row?.notes ?? [])].map((note) => noteView(uses, note, language)),
    ...(assetId && { assetId, thumbUrl: `/media/${assetId}/thumb` }),
    ...(problem && { problem: problemView(uses, problem, language) }),
    ...(creationId && hand && { creationId }),
    ...(photoAssetId && { photoAssetId }),
    ...(picture.with.length > 0 && { with: [...picture.with] }),
  };
}

function noteView({ tools }: BatchesUses, { code, params }: PictureNote, language: Language) {
  return { code, text: tools.say(language, `batch:notes.${code}`, params) };
}

function problemView(uses: BatchesUses, { code, params }: StoredProblem, language: Language) {
  return { ...uses.describeProblem(new Problem(code, params), language), code };
}

import { join } from 'node:path';
import { z } from 'zod';
import { pictureRef, type PictureRef } from '../../shared/contract/batches.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import { fileLabel } from '../../shared/rules/file-name.ts';
import type { JobRun } from '../jobs/job-types.ts';
import type { WrittenFile } from '../media/worker/worker-messages.ts';
import type { BatchesUses } from './batches-uses.ts';
import { createDrawPlan, type DrawPlan, type PlannedPicture } from './draw-plan.ts';
import type { BatchStore, PictureNote } from './store.ts';
import { pictureKey } from '../../shared/rules/picture-key.ts';
import { walkPlan, type PlannedProduct } from './walk-plan.ts';

/** What a picture job carries when it makes a batch. */
export const batchOrder = z.object({
  batch: z.object({
    id: z.string(),
    /** These alone, made again even where nothing changed. */
    only: z.array(pictureRef).optional(),
  }),
});

/** Uploads to a Page's photos stay under 4 MB. */
const maxBytes = 4_000_000;
const productsAtOnce = 2;

/** How far a run is. */
export type Pace = { done: number; total: number; made: number; beganAtMs: number };
type Work = {
  uses: BatchesUses;
  store: BatchStore;
  run: JobRun;
  batchId: string;
  plan: DrawPlan;
  pace: Pace;
  changed: () => void;
};
type ToMake = PlannedPicture & { state: 'none' | 'made' | 'changed' };

/** What a run has to do, a piece for each product: pictures that are missing, changed or named. Those
 *  that cannot be made are in it too, so that the reason is kept. */
export async function piecesOf(
  uses: BatchesUses,
  plan: DrawPlan,
  productIds: readonly string[],
  only: readonly PictureRef[] | undefined,
  signal?: AbortSignal,
): Promise<PlannedProduct[]> {
  const named = only && new Set(only.map(pictureKey));
  const pieces: PlannedProduct[] = [];
  const isWanted = (one: PlannedPicture) =>
    named ? named.has(pictureKey(one)) && one.state !== 'excluded' : needsWork(one);
  const take = (planned: PlannedProduct) => {
    const pictures = planned.pictures.filter(isWanted);
    if (pictures.length > 0) pieces.push({ ...planned, pictures });
  };
  // Of a few named pictures the other products need no look.
  const among = only && new Set(only.map(({ productId }) => productId));
  const ids = among ? productIds.filter((id) => among.has(id)) : productIds;
  await walkPlan(uses, plan, ids, take, signal);
  return pieces;
}

function needsWork({ state }: PlannedPicture): boolean {
  return state === 'none' || state === 'changed' || state === 'problem';
}

/** Makes a batch, a product at a time in each worker. It asks the disk and the rows what is missing, so
 *  a run after a crash goes on where that one stood. */
export async function runBatch(
  uses: BatchesUses,
  store: BatchStore,
  run: JobRun,
  watch: {
    pace: (batchId: string, pace: Pace) => void;
    changed: () => void;
    /** What there is to do, where that was found out just now. */
    lookedUp?: PlannedProduct[] | undefined;
  },
): Promise<void> {
  const { id: batchId, only } = batchOrder.parse(run.input).batch;
  const batch = store.find(batchId);
  if (!batch) throw new Problem('not-found');
  const plan = createDrawPlan(uses, store, batch);
  const queue =
    watch.lookedUp ?? (await piecesOf(uses, plan, batch.spec.productIds, only, run.signal));
  run.signal.throwIfAborted();
  const left = queue.reduce((sum, { pictures }) => sum + pictures.length, 0);
  const pace: Pace = { done: 0, total: left, made: 0, beganAtMs: performance.now() };
  watch.pace(batchId, pace);
  const work: Work = { uses, store, run, batchId, plan, pace, changed: watch.changed };
  const loop = async () => {
    for (let piece = queue.shift(); piece; piece = queue.shift())
      await makePiece(work, piece).catch((error: unknown) => {
        queue.length = 0;
        throw error;
      });
  };
  // All have ended and tidied up before the job ends, also when one of them stopped it.
  const ends = await Promise.allSettled(Array.from({ length: productsAtOnce }, loop));
  watch.changed();
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

async function makePiece(work: Work, piece: PlannedProduct): Promise<void> {
  const { run, pace } = work;
  run.signal.throwIfAborted();
  const wanted = piece.pictures.filter((one): one is ToMake => one.drawn !== undefined);
  const { product } = piece;
  keepProblems(work, piece.pictures);
  try {
    if (product && wanted.length > 0) await makePictures(work, product, wanted);
  } catch (error) {
    run.signal.throwIfAborted();
    // A full disk stops everything; any other trouble is this product's own.
    if (!(error instanceof Problem) || error.code === 'disk-full') throw error;
    const { code, params } = error;
    work.uses.tools.transact(() => {
      for (const one of wanted) work.store.keepProblem(work.batchId, one, { code, params });
    });
  }
  pace.done += piece.pictures.length;
  run.progress(pace.done / Math.max(1, pace.total));
  work.changed();
}

function keepProblems({ uses, store, batchId }: Work, pictures: readonly PlannedPicture[]): void {
  const lost = pictures.filter((one) => one.problem !== undefined);
  if (lost.length === 0) return;
  uses.tools.transact(() => {
    for (const one of lost) store.keepProblem(batchId, one, one.problem);
  });
}

async function makePictures(work: Work, product: ProductFact, wanted: ToMake[]): Promise<void> {
  const { library } = work.uses;
  const folder = await library.makeWorkFolder();
  try {
    const outputs = wanted.map(({ drawn }, index) => ({
      scene: drawn.scene,
      path: join(folder.path, `${index}.jpg`),
      thumbPath: join(folder.path, `${index}.webp`),
    }));
    const input = { photos: photoFiles(wanted, library), outputs, maxBytes };
    const { files } = await library.workers.run('renderPictures', input, {
      signal: work.run.signal,
    });
    work.run.signal.throwIfAborted();
    const made = wanted.map((one, index) => ({ ...one, file: files[index], at: outputs[index] }));
    keepAll(work, product, made);
    work.pace.made += made.length;
  } finally {
    await folder.remove();
  }
}

type Made = ToMake & { file: WrittenFile | undefined; at: { thumbPath: string } | undefined };

/** All pictures of a product in one transaction: the asset and its place in the batch are one truth. */
function keepAll({ uses, store, batchId }: Work, product: ProductFact, made: Made[]): void {
  uses.tools.transact(() => {
    for (const { drawn, file, at, ...ref } of made) {
      if (!file || !at) throw new Problem('render-crashed');
      const { hasCutText, ...written } = file;
      const notes: PictureNote[] = [
        ...drawn.notes,
        ...(hasCutText ? [{ code: 'text-cut', params: {} }] : []),
      ];
      const asset = uses.library.addStudioFile({
        ...written,
        thumbPath: at.thumbPath,
        mime: 'image/jpeg',
        format: ref.format,
        name: `${fileLabel(`${product.title}-${ref.format.replace(':', 'x')}`)}.jpg`,
        productIds: [product.id, ...ref.with],
        scene: drawn.scene,
        notes: notes.flatMap(({ code }) => (code === 'enlarged' ? [code] : [])),
      });
      store.keepMade(batchId, ref, { assetId: asset.id, print: drawn.print, notes });
    }
    uses.tools.events.changed('creations');
  });
}

function photoFiles(
  wanted: readonly ToMake[],
  library: Pick<BatchesUses['library'], 'readAsset'>,
): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { drawn } of wanted)
    for (const { photoId } of photoRequests(drawn.scene)) {
      const path = files[photoId] ?? library.readAsset(photoId)?.path;
      if (path) files[photoId] = path;
    }
  return files;
}

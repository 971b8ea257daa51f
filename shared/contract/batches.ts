import { z } from 'zod';
import { problemText } from './problems.ts';
import { clientId, empty, format, id, instant, mediaUrl, ok, procedure } from './shapes.ts';
import { renderOptions, templateWords } from './studio.ts';

/** What one batch may come to: products × templates × formats. */
export const mostPictures = 10_000;

const name = z.string().trim().min(1).max(120);

/** What is written for one template: for all products, and for one of them instead of that. */
export const batchWords = z.object({
  all: templateWords.optional(),
  ofProduct: z.record(id, templateWords).optional(),
});
export type BatchWords = z.infer<typeof batchWords>;

/** Which pictures a batch is to have. */
export const batchSpec = z.object({
  productIds: z.array(id).min(1).max(500),
  templateIds: z.array(id).min(1).max(24),
  formats: z.array(format).min(1).max(10),
  options: renderOptions.pick({ shopId: true, showPrice: true, titles: true }).optional(),
  /** By template. */
  words: z.record(id, batchWords).optional(),
  /** Products in one picture of a template that takes several, in the order of `productIds`. */
  groupSize: z.number().int().min(2).max(6).optional(),
});
export type BatchSpec = z.infer<typeof batchSpec>;

/** Names one picture of a batch. Where a picture shows several products, `productId` is the first of
 *  them; the further pictures of a set to swipe through have `:2`, `:3` … behind the template. */
export const pictureRef = z.object({ productId: id, templateId: id, format });
export type PictureRef = z.infer<typeof pictureRef>;

/** What becomes of pictures edited by hand when the batch runs: they stay as they are, stay but take
 *  new prices and titles where those were not rewritten, or are made from the template again. */
export const handChoice = z.enum(['keep', 'refresh', 'replace']);
export type HandChoice = z.infer<typeof handChoice>;

export const batchCounts = z.object({
  /** All that the batch is to have, without those left out. */
  wanted: z.number().int(),
  /** Of these made, whether or not something changed since. */
  made: z.number().int(),
  /** Products of which something is made. */
  products: z.number().int(),
  problems: z.number().int(),
  /** Made, with something to know: a soft photo, a price that is missing. */
  warned: z.number().int(),
  edited: z.number().int(),
  excluded: z.number().int(),
});
export type BatchCounts = z.infer<typeof batchCounts>;

export const batch = z.object({
  id,
  name: z.string(),
  spec: batchSpec,
  state: z.enum(['idle', 'queued', 'running', 'paused', 'failed']),
  counts: batchCounts,
  /** The job of its latest run. */
  jobId: id.optional(),
  /** While it runs: pictures looked at so far, of how many. */
  progress: z
    .object({
      done: z.number().int(),
      total: z.number().int(),
      secondsLeft: z.number().optional(),
      picturesPerSecond: z.number().optional(),
    })
    .optional(),
  /** Why its latest run stopped. */
  problem: problemText.extend({ code: z.string() }).optional(),
  createdAt: instant,
  updatedAt: instant,
});
export type Batch = z.infer<typeof batch>;

export const batchFilter = z.enum(['all', 'problems', 'warned', 'changed', 'edited', 'excluded']);
export type BatchFilter = z.infer<typeof batchFilter>;

/** `none`: not made yet; `changed`: made, and something it shows changed since. */
export const pictureState = z.enum(['none', 'made', 'changed', 'problem', 'excluded']);

export const batchPicture = pictureRef.omit({ productId: true }).extend({
  state: pictureState,
  assetId: id.optional(),
  thumbUrl: mediaUrl.optional(),
  /** Sentences: photo enlarged, price missing. */
  notes: z.array(z.object({ code: z.string(), text: z.string() })),
  problem: problemText.extend({ code: z.string() }).optional(),
  /** The creation that holds what was edited by hand. */
  creationId: id.optional(),
  /** The photo chosen instead of the product's first. */
  photoAssetId: id.optional(),
  /** Products that stand in it beside its own. */
  with: z.array(id).optional(),
});
export type BatchPicture = z.infer<typeof batchPicture>;

export const batchRow = z.object({
  productId: id,
  sku: z.string(),
  title: z.string(),
  pictures: z.array(batchPicture),
});
export type BatchRow = z.infer<typeof batchRow>;

const refs = z.array(pictureRef).min(1).max(mostPictures);

/** What a run would do, before it does. */
export const batchOutlook = z.object({
  /** Not made yet. */
  fresh: z.number().int(),
  /** Made, but a price, title, photo, brand or template changed since. */
  changed: z.number().int(),
  same: z.number().int(),
  /** Edited by hand; of these, how many the template would make differently now. */
  edited: z.number().int(),
  editedChanged: z.number().int(),
  problems: z.number().int(),
});
export type BatchOutlook = z.infer<typeof batchOutlook>;

const adjustment = z.object({
  excluded: z.boolean().optional(),
  /** Null: the product's first again. */
  photoAssetId: id.nullable().optional(),
  /** Null: what was edited by hand is let go; it stays among the creations. */
  creationId: id.nullable().optional(),
});

export const batches = {
  /** Changed last first. */
  list: procedure('/batches/list')
    .input(empty)
    .output(z.object({ items: z.array(batch) })),
  get: procedure('/batches/get')
    .input(z.object({ batchId: id }))
    .output(batch),
  /** A new batch, or the changed specification of one; nothing is made yet. */
  save: procedure('/batches/save')
    .input(batchSpec.extend({ batchId: id.optional(), name: name.optional(), clientId }))
    .output(batch),
  rename: procedure('/batches/rename')
    .input(z.object({ batchId: id, name, clientId }))
    .output(batch),
  /** Its pictures stay in the library. */
  remove: procedure('/batches/remove')
    .input(z.object({ batchId: id, clientId }))
    .output(ok),
  restore: procedure('/batches/restore')
    .input(z.object({ batchId: id, clientId }))
    .output(batch),
  outlook: procedure('/batches/outlook')
    .input(z.object({ batchId: id }))
    .output(batchOutlook),
  /** Makes what is missing or changed; of `only` these alone, whether changed or not. */
  run: procedure('/batches/run')
    .input(z.object({ batchId: id, only: refs.optional(), hand: handChoice.optional(), clientId }))
    .output(z.object({ jobId: id })),
  pause: procedure('/batches/pause')
    .input(z.object({ batchId: id, clientId }))
    .output(batch),
  resume: procedure('/batches/resume')
    .input(z.object({ batchId: id, clientId }))
    .output(batch),
  /** What is made stays; nothing is left half-made. */
  cancel: procedure('/batches/cancel')
    .input(z.object({ batchId: id, clientId }))
    .output(batch),
  /** Products from `offset`, those that have a picture of the filter, each with all its pictures. */
  rows: procedure('/batches/rows')
    .input(
      z.object({
        batchId: id,
        filter: batchFilter.optional(),
        offset: z.number().int().min(0).optional(),
        limit: z.number().int().min(1).max(60).optional(),
      }),
    )
    .output(z.object({ rows: z.array(batchRow), total: z.number().int() })),
  /** Leaves pictures out or takes them in again, and chooses their photo. `before` undoes it. */
  adjust: procedure('/batches/adjust')
    .input(
      z.object({
        batchId: id,
        pictures: z.array(pictureRef.extend(adjustment.shape)).min(1).max(mostPictures),
        clientId,
      }),
    )
    .output(z.object({ before: z.array(pictureRef.extend(adjustment.shape)) })),
  /** Opens one picture for the editor, and marks it as edited by hand. */
  edit: procedure('/batches/edit')
    .input(pictureRef.extend({ batchId: id, clientId }))
    .output(z.object({ creationId: id })),
};

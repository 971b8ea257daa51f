import { z } from 'zod';
import {
  clientId,
  empty,
  format,
  id,
  instant,
  mediaUrl,
  network,
  ok,
  procedure,
} from './shapes.ts';
import { check, replanMove, undoneBatch } from './posts.ts';
import { problemText } from './problems.ts';

const templateText = z.string().max(5000);

/** Words with fields (`{title}`), as shared/rules/caption-template.ts reads them. */
export const captionTemplate = z.object({
  id,
  name: z.string(),
  text: z.string(),
  /** Another text for a network; the common one elsewhere. */
  captions: z.object({ facebook: z.string().optional(), instagram: z.string().optional() }),
  /** Came with the studio: copied, never changed. */
  builtIn: z.boolean(),
});
export type CaptionTemplate = z.infer<typeof captionTemplate>;

export const captionWish = z.object({
  text: templateText,
  captions: z
    .object({ facebook: templateText.optional(), instagram: templateText.optional() })
    .optional(),
  /** What `{hashtags}` stands for. */
  hashtags: z.string().max(2000).optional(),
});
export type CaptionWish = z.infer<typeof captionWish>;

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const time = z.string().regex(/^\d\d:\d\d$/);

export const slotWish = z.discriminatedUnion('kind', [
  /** The next free usual hours. */
  z.object({ kind: z.literal('usual'), from: day.optional() }),
  /** Monday to Friday at one time. */
  z.object({ kind: z.literal('weekdays'), time, from: day.optional() }),
  z.object({
    kind: z.literal('per-week'),
    count: z.number().int().min(1).max(7),
    time,
    from: day.optional(),
  }),
]);

export const pictureWish = z.object({
  /** `single`: the template's picture; `carousel`: the product's photos after it; `photos`: the photos
   *  as they are. */
  kind: z.enum(['single', 'carousel', 'photos']),
  /** Needed unless the photos stand alone. */
  templateId: id.optional(),
  format: format.optional(),
  showPrice: z.boolean().optional(),
});
export type PictureWish = z.infer<typeof pictureWish>;

export const seriesWish = z.object({
  /** In the order in which they go out. */
  productIds: z.array(id).min(1).max(100),
  picture: pictureWish,
  caption: captionWish,
  accountIds: z.array(id).max(50),
  slots: slotWish,
});
export type SeriesWish = z.infer<typeof seriesWish>;

/** `making`: its picture is on its way; `failed`: it has none; `draft` and `scheduled`: to be looked
 *  at; `out`: on its way or published; `excluded`: taken out; `gone`: removed elsewhere. */
export const seriesItemState = z.enum([
  'making',
  'failed',
  'draft',
  'scheduled',
  'out',
  'excluded',
  'gone',
]);

export const seriesItem = z.object({
  productId: id,
  title: z.string(),
  state: seriesItemState,
  /** A new picture is on its way. */
  drawing: z.boolean(),
  postId: id.optional(),
  /** Where it stands, or where it is to go. */
  at: instant,
  wall: z.string(),
  caption: z.string(),
  captions: z.object({ facebook: z.string().optional(), instagram: z.string().optional() }),
  media: z.array(z.object({ assetId: id, thumbUrl: mediaUrl, url: mediaUrl })),
  accountIds: z.array(id),
  checks: z.array(check),
  /** A person changed the words since they were written from the template. */
  edited: z.boolean(),
  /** Words or picture quote prices that hold no longer; minor units. */
  priceChanged: z
    .object({ fromMinor: z.number().int(), toMinor: z.number().int(), currency: z.string() })
    .optional(),
  /** Why there is no picture. */
  problem: problemText.optional(),
});
export type SeriesItem = z.infer<typeof seriesItem>;

export const productSeries = z.object({
  seriesId: id,
  wish: seriesWish,
  zone: z.string(),
  startedAt: instant,
  /** The job that makes pictures, while one is at it. */
  jobId: id.optional(),
  items: z.array(seriesItem),
});
export type Series = z.infer<typeof productSeries>;

const some = z.object({ seriesId: id, productIds: z.array(id).min(1).max(100) });

/** Posts made from products: pictures and words from templates, looked at together, then scheduled. */
export const series = {
  templates: procedure('/series/templates')
    .input(empty)
    .output(z.object({ items: z.array(captionTemplate) })),
  /** Makes one, or changes the one named. */
  saveTemplate: procedure('/series/saveTemplate')
    .input(
      z.object({
        id: id.optional(),
        name: z.string().trim().min(1).max(80),
        text: templateText,
        captions: captionWish.shape.captions,
        clientId,
      }),
    )
    .output(captionTemplate),
  removeTemplate: procedure('/series/removeTemplate').input(z.object({ id, clientId })).output(ok),
  /** Undo of removeTemplate. */
  restoreTemplate: procedure('/series/restoreTemplate')
    .input(z.object({ id, clientId }))
    .output(ok),
  /** When so many posts of these accounts would go out. */
  times: procedure('/series/times')
    .input(
      z.object({
        accountIds: z.array(id).max(50),
        slots: slotWish,
        count: z.number().int().min(1).max(100),
      }),
    )
    .output(
      z.object({ zone: z.string(), items: z.array(z.object({ at: instant, wall: z.string() })) }),
    ),
  /** Begins: a job makes the pictures, then there is a draft for each product. */
  start: procedure('/series/start')
    .input(seriesWish.extend({ clientId }))
    .output(z.object({ seriesId: id, jobId: id.optional() })),
  get: procedure('/series/get')
    .input(z.object({ seriesId: id }))
    .output(productSeries),
  /** The newest ones. */
  recent: procedure('/series/recent')
    .input(empty)
    .output(
      z.object({
        items: z.array(z.object({ seriesId: id, startedAt: instant, count: z.number().int() })),
      }),
    ),
  /** Other words, another picture or another time for one post. `network` says whose words. */
  edit: procedure('/series/edit')
    .input(
      z.object({
        seriesId: id,
        productId: id,
        caption: z.string().max(70_000).optional(),
        network: network.optional(),
        /** Instead of the first picture. */
        assetId: id.optional(),
        wall: z.string().min(10).max(40).optional(),
        accountIds: z.array(id).max(50).optional(),
        clientId,
      }),
    )
    .output(seriesItem),
  /** Takes posts out of the series, or back into it. */
  exclude: procedure('/series/exclude')
    .input(some.extend({ excluded: z.boolean(), clientId }))
    .output(ok),
  /** Writes the words anew, from another template or with today's prices; those that a person wrote
   *  stay unless `overEdited`. */
  rewrite: procedure('/series/rewrite')
    .input(
      some.extend({
        caption: captionWish.optional(),
        overEdited: z.boolean().optional(),
        clientId,
      }),
    )
    .output(z.object({ changed: z.number().int(), kept: z.number().int() })),
  /** Makes the pictures anew, of another template where one is named. */
  redraw: procedure('/series/redraw')
    .input(some.extend({ templateId: id.optional(), clientId }))
    .output(z.object({ jobId: id })),
  /** Schedules at the times shown; what cannot be says why. `undo` goes to posts/replan. */
  schedule: procedure('/series/schedule')
    .input(some.extend({ clientId }))
    .output(
      z.object({
        scheduled: z.number().int(),
        refused: z.array(z.object({ productId: id, title: z.string(), text: z.string() })),
        undo: z.array(replanMove),
      }),
    ),
  /** Removes all its posts that are not out. */
  discard: procedure('/series/discard')
    .input(z.object({ seriesId: id, clientId }))
    .output(undoneBatch),
};

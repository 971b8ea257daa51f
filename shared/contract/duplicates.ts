import { z } from 'zod';
import { clientId, cursor, id, instant, limit, mediaUrl, ok, procedure } from './shapes.ts';

/** One of several pictures that look alike. */
export const alike = z.object({
  assetId: id,
  name: z.string(),
  thumbUrl: mediaUrl,
  widthPx: z.number().int().optional(),
  heightPx: z.number().int().optional(),
  sizeBytes: z.number().int(),
  createdAt: instant,
  /** Products it is a photo of. */
  productIds: z.array(id),
  /** It stands in a post that is planned or on its way: merging leaves it where it is. */
  isPlanned: z.boolean(),
});
export type Alike = z.infer<typeof alike>;

/** Pictures that look alike: the first is the one we would keep (largest, then newest). */
export const alikeGroup = z.object({
  /** Names the group while its pictures stay the same. */
  id,
  /** How alike the least alike neighbours are: 1 as good as equal, 0 the limit of alike. */
  score: z.number().min(0).max(1),
  items: z.array(alike).min(2),
});
export type AlikeGroup = z.infer<typeof alikeGroup>;

export const merged = z.object({
  keptId: id,
  /** These now stand for the kept one wherever they were used, and are no longer listed. */
  mergedIds: z.array(id),
  /** These stayed: a planned post uses them. */
  heldIds: z.array(id),
});

export const duplicates = {
  /** Groups of pictures of the library that look alike, the most alike first, or the largest
   *  groups. `pending` photos have not been looked at yet: ask again when `media` changes. */
  list: procedure('/duplicates/list')
    .input(
      z
        .object({
          cursor,
          limit,
          /** Begins at this place of the list; goes before `cursor`. */
          from: z.number().int().min(0).optional(),
          order: z.enum(['alike', 'largest']).optional(),
        })
        .optional(),
    )
    .output(
      z.object({
        groups: z.array(alikeGroup),
        next: z.string().optional(),
        total: z.number().int(),
        pending: z.number().int(),
      }),
    ),
  /** What looks like one picture, the most alike first. */
  of: procedure('/duplicates/of')
    .input(z.object({ assetId: id }))
    .output(z.object({ items: z.array(alike.extend({ score: z.number().min(0).max(1) })) })),
  /** Says that these are pictures of their own: they are not shown together again. */
  keep: procedure('/duplicates/keep')
    .input(z.object({ assetIds: z.array(id).min(2).max(100), clientId }))
    .output(ok),
  /** Takes `keep` back. */
  unkeep: procedure('/duplicates/unkeep')
    .input(z.object({ assetIds: z.array(id).min(2).max(100), clientId }))
    .output(ok),
  /** One stays for all: uses move to it. Files stay on disk, so that it can be taken back. */
  merge: procedure('/duplicates/merge')
    .input(z.object({ keepId: id, assetIds: z.array(id).min(1).max(100), clientId }))
    .output(merged),
  /** Takes `merge` back. */
  unmerge: procedure('/duplicates/unmerge')
    .input(z.object({ assetIds: z.array(id).min(1).max(100), clientId }))
    .output(ok),
};

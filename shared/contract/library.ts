import { z } from 'zod';
import { asset } from './media.ts';
import { clientId, format, id, instant, limit, mediaUrl, ok, procedure } from './shapes.ts';

export const librarySort = z.enum(['newest', 'oldest', 'name', 'largest', 'rating', 'last-used']);
export type LibrarySort = z.infer<typeof librarySort>;

/** `planned` is still to go out, `published` went out, `nowhere` is used by nothing. */
export const libraryUse = z.enum(['nowhere', 'planned', 'published', 'product']);
export type LibraryUse = z.infer<typeof libraryUse>;

/** What of the library is looked at, and in which order; everything but the bin, newest first, when
 *  nothing is said. */
export const libraryQuery = z.object({
  /** Words of the name, the products and their codes, the tags, the alt text and what is written in a
   *  made picture; accents may be left out. */
  text: z.string().max(200).optional(),
  kind: z.enum(['photo', 'video', 'audio', 'creation']).optional(),
  origin: z.enum(['import', 'studio', 'sample']).optional(),
  format: format.optional(),
  productId: id.optional(),
  /** All of them. */
  tagIds: z.array(id).max(20).optional(),
  /** At least. */
  rating: z.number().int().min(1).max(5).optional(),
  favourite: z.literal(true).optional(),
  use: libraryUse.optional(),
  /** In a post that goes out, or went out, there. */
  accountId: id.optional(),
  from: instant.optional(),
  to: instant.optional(),
  /** Only what waits in the bin. */
  binned: z.literal(true).optional(),
  sort: librarySort.optional(),
});
export type LibraryQuery = z.infer<typeof libraryQuery>;

/** Pictures and films to change together: by id, or all that a query finds. */
export const chosenAssets = z.union([
  z.object({ assetIds: z.array(id).min(1).max(10_000) }),
  z.object({ query: libraryQuery, exceptIds: z.array(id).max(10_000).optional() }),
]);
export type ChosenAssets = z.infer<typeof chosenAssets>;

export const libraryTag = z.object({ id, name: z.string() });
export type LibraryTag = z.infer<typeof libraryTag>;

export const libraryItem = asset.extend({
  /** 0 while nobody gave stars. */
  rating: z.number().int().min(0).max(5),
  favourite: z.boolean(),
  tags: z.array(libraryTag),
  /** In how many posts, products, series and creations it stands. */
  uses: z.number().int(),
  binnedAt: instant.optional(),
});
export type LibraryItem = z.infer<typeof libraryItem>;

/** Something that shows it. `state` of a post is that of its targets, or `draft`; `batch` is what a made
 *  picture was made in, `brand` the look of the shop, which has no title. */
export const assetUse = z.object({
  kind: z.enum(['post', 'product', 'creation', 'repeat', 'evergreen', 'made', 'batch', 'brand']),
  /** Of a made picture or film its asset. */
  id,
  title: z.string(),
  state: z.string().optional(),
  at: instant.optional(),
  thumbUrl: mediaUrl.optional(),
});
export type AssetUse = z.infer<typeof assetUse>;

export const libraryDetails = libraryItem.extend({
  /** The name of the file as it came. */
  fileName: z.string(),
  usedIn: z.array(assetUse),
  /** What it was made of. */
  madeOf: z.array(z.object({ assetId: id, name: z.string(), thumbUrl: mediaUrl })),
  products: z.array(z.object({ productId: id, title: z.string() })),
  /** When it goes for good, of what waits in the bin and is used nowhere. */
  erasedAt: instant.optional(),
});
export type LibraryDetails = z.infer<typeof libraryDetails>;

/** A question to the library that is asked again and again, under a name. */
export const savedFilter = z.object({ id, name: z.string(), query: libraryQuery });
export type SavedFilter = z.infer<typeof savedFilter>;

/** How many changed, and what takes it back. */
export const libraryChange = z.object({ changed: z.number().int(), changeId: id.optional() });
export type LibraryChange = z.infer<typeof libraryChange>;

const tagName = z.string().trim().min(1).max(60);
const chosen = chosenAssets;

export const library = {
  /** How many there are and, in an order by time, how they lie over the months (in the shop's zone). */
  outline: procedure('/library/outline')
    .input(libraryQuery.optional())
    .output(
      z.object({
        total: z.number().int(),
        /** In the order of the list; `2026-11`. */
        months: z.array(z.object({ month: z.string(), count: z.number().int() })),
      }),
    ),
  /** A window of the list by place; the first is 0. */
  page: procedure('/library/page')
    .input(
      z.object({ query: libraryQuery.optional(), from: z.number().int().min(0).optional(), limit }),
    )
    .output(z.object({ items: z.array(libraryItem), total: z.number().int() })),
  /** The ids of a stretch of the list, or of all of it. */
  ids: procedure('/library/ids')
    .input(
      z.object({
        query: libraryQuery.optional(),
        from: z.number().int().min(0).optional(),
        /** Not included. */
        to: z.number().int().min(0).optional(),
      }),
    )
    .output(z.object({ assetIds: z.array(id) })),
  get: procedure('/library/get')
    .input(z.object({ assetId: id }))
    .output(libraryDetails),
  rename: procedure('/library/rename')
    .input(z.object({ assetId: id, name: z.string().trim().min(1).max(200), clientId }))
    .output(libraryChange),
  rate: procedure('/library/rate')
    .input(z.object({ chosen, rating: z.number().int().min(0).max(5), clientId }))
    .output(libraryChange),
  setFavourite: procedure('/library/setFavourite')
    .input(z.object({ chosen, favourite: z.boolean(), clientId }))
    .output(libraryChange),
  /** Gives tags by name (made when they are new) and takes others away. */
  tag: procedure('/library/tag')
    .input(
      z.object({
        chosen,
        add: z.array(tagName).max(20).optional(),
        removeIds: z.array(id).max(20).optional(),
        clientId,
      }),
    )
    .output(libraryChange),
  /** Photos become photos of a product, after those that it has. */
  attach: procedure('/library/attach')
    .input(z.object({ chosen, productId: id, clientId }))
    .output(libraryChange),
  /** Takes a change of rename, rate, setFavourite, tag, attach, bin or restore back. */
  undo: procedure('/library/undo')
    .input(z.object({ changeId: id, clientId }))
    .output(z.object({ changed: z.number().int() })),
  /** Into the bin, for thirty days. What something shows stays where it is and is named, unless
   *  `evenUsed`. */
  bin: procedure('/library/bin')
    .input(z.object({ chosen, evenUsed: z.boolean().optional(), clientId }))
    .output(
      libraryChange.extend({
        usedCount: z.number().int(),
        /** The first of them. */
        used: z.array(
          z.object({
            assetId: id,
            name: z.string(),
            thumbUrl: mediaUrl,
            usedIn: z.array(assetUse),
          }),
        ),
      }),
    ),
  /** Out of the bin again. */
  restore: procedure('/library/restore')
    .input(z.object({ chosen, clientId }))
    .output(libraryChange),
  /** For good, files and all; only what is in the bin and used nowhere. */
  erase: procedure('/library/erase')
    .input(z.object({ chosen, clientId }))
    .output(z.object({ erased: z.number().int(), kept: z.number().int() })),
  /** Every tag with how often it is given, by name. */
  tags: procedure('/library/tags')
    .input(z.object({ text: z.string().max(60).optional() }).optional())
    .output(z.object({ items: z.array(libraryTag.extend({ count: z.number().int() })) })),
  /** A name that another tag has merges the two. */
  renameTag: procedure('/library/renameTag')
    .input(z.object({ tagId: id, name: tagName, clientId }))
    .output(z.object({ tagId: id, merged: z.boolean() })),
  /** By name. */
  filters: procedure('/library/filters').output(z.object({ items: z.array(savedFilter) })),
  /** A name that is taken gets the new question. */
  saveFilter: procedure('/library/saveFilter')
    .input(z.object({ name: tagName, query: libraryQuery, clientId }))
    .output(savedFilter),
  removeFilter: procedure('/library/removeFilter')
    .input(z.object({ filterId: id, clientId }))
    .output(ok),
  removeTag: procedure('/library/removeTag')
    .input(z.object({ tagId: id, clientId }))
    .output(libraryChange),
};

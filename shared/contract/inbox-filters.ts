import { z } from 'zod';
import { commentIntent } from './automation.ts';
import { replyLanguage } from './saved-replies.ts';
import { clientId, empty, id, ok, procedure } from './shapes.ts';

/** `mine`: of whoever works here now; `customer`: the customer has the last word to say; `waiting`: something
 *  of ours has not left. */
export const inboxView = z.enum([
  'all',
  'unanswered',
  'mine',
  'customer',
  'waiting',
  'snoozed',
  'done',
  'spam',
  'orders',
  'questions',
]);

/** What narrows a view besides its accounts and words. */
export const narrowing = {
  /** Threads of people who wear this tag. */
  tagId: id.optional(),
  /** What the customer's newest words want. */
  intent: commentIntent.optional(),
  /** In which language they are. */
  language: replyLanguage.optional(),
};

/** `longest` shows first who waits longest; a search is newest first. */
export const threadOrder = z.enum(['newest', 'longest']);

/** What a list shows, to be shown again. Without a shop it is of whichever shop is looked at. */
export const filterContent = z.object({
  view: inboxView,
  shopId: id.optional(),
  accountId: id.optional(),
  ...narrowing,
  /** Words and operators, as `inbox/threads` takes them. */
  text: z.string().max(200).optional(),
  order: threadOrder.optional(),
});
export type FilterContent = z.infer<typeof filterContent>;

/** Letters of a filter's name. */
export const filterNameLetters = 60;

/** What of a filter is no longer there: it shows nothing until that is chosen anew. */
export const filterLack = z.enum(['shop', 'account', 'tag']);
export type FilterLack = z.infer<typeof filterLack>;

export const savedFilter = filterContent.extend({
  id,
  name: z.string(),
  lacks: z.array(filterLack),
});
export type SavedFilter = z.infer<typeof savedFilter>;

export const filterCount = z.object({
  filterId: id,
  /** Threads, counted to 99. */
  count: z.number().int(),
  /** There are more than were counted. */
  isMore: z.boolean(),
});
export type FilterCount = z.infer<typeof filterCount>;

const filters = z.object({ items: z.array(savedFilter) });
const one = z.object({ filterId: id, clientId });

/** Filters of the inbox that the shop keeps, for everybody who works with this folder. */
export const inboxFilters = {
  /** In their order. */
  filters: procedure('/inbox/filters').input(empty).output(filters),
  /** How many threads each shows; of these accounts, where a filter names no shop and no account. Left out is
   *  one that lacks something. */
  filterCounts: procedure('/inbox/filterCounts')
    .input(z.object({ accountIds: z.array(id).max(200).optional() }).optional())
    .output(z.object({ items: z.array(filterCount) })),
  /** A new one stands last. Refused: a name without letters, and one that another filter has. */
  saveFilter: procedure('/inbox/saveFilter')
    .input(
      filterContent.extend({
        filterId: id.optional(),
        name: z.string().max(filterNameLetters),
        clientId,
      }),
    )
    .output(savedFilter),
  removeFilter: procedure('/inbox/removeFilter').input(one).output(ok),
  restoreFilter: procedure('/inbox/restoreFilter').input(one).output(savedFilter),
  /** All of them, each once. */
  orderFilters: procedure('/inbox/orderFilters')
    .input(z.object({ filterIds: z.array(id).max(200), clientId }))
    .output(filters),
};

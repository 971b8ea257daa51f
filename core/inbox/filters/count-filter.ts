import type { FilterCount } from '../../../shared/contract/inbox-filters.ts';
import type { InboxParts } from '../inbox-parts.ts';
import { narrow } from '../read-threads.ts';
import { findThreads } from '../search/find-threads.ts';
import { asksNothing, readQuery } from '../search/read-query.ts';
import type { ThreadFilter } from '../thread-filter.ts';

/** Beyond this many, nobody wants to know how many. */
const mostCounted = 99;

type Counted = Pick<FilterCount, 'count' | 'isMore'>;

/** Counts the threads of a filter by the very statements that list them. */
export function filterCounter({ list, terms, tools, uses }: InboxParts) {
  const find = findThreads(tools.db, terms);

  function found(filter: ThreadFilter, text: string): Counted {
    const query = readQuery(text, { zone: uses.zone(), now: tools.clock.now() });
    if (asksNothing(query)) return { count: 0, isMore: false };
    const narrowed = narrow(filter, query.on, uses.listAccounts());
    const { items, next } = find(query, { filter: narrowed, limit: mostCounted + 1 });
    // A search that fits nearly nothing ends before it has read everything.
    const count = Math.min(items.length, mostCounted);
    return { count, isMore: items.length > count || next !== undefined };
  }

  return function count(filter: ThreadFilter, text = ''): Counted {
    if (text.trim() !== '') return found(filter, text);
    const threads = list.count(filter, mostCounted + 1);
    return { count: Math.min(threads, mostCounted), isMore: threads > mostCounted };
  };
}

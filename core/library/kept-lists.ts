import type { LibraryQuery } from '../../shared/contract/library.ts';
import type { StudioEvent } from '../events/bus.ts';
import type { ListStore } from './list-store.ts';
import { asksForPosts } from './library-query.ts';
import { monthGroups, type MonthGroup } from './month-groups.ts';

/** Lists that a window may leaf through at the same time: its own, those of choosers. */
const mostKept = 6;
const ofLibrary = new Set(['media', 'creations', 'catalogue', 'library']);
const ofPosts = new Set(['posts', 'targets', 'series']);
const byTime = new Set(['newest', 'oldest']);

type KeptList = { query: LibraryQuery; keys: number[]; months?: MonthGroup[] };

export type KeptLists = ReturnType<typeof keptLists>;

/** Lists in their order, kept until something changes that they depend on: a window then leafs through
 *  them by place, at the same cost at any depth. */
export function keptLists(store: ListStore, zone: () => string) {
  const kept = new Map<string, KeptList>();

  function find(query: LibraryQuery): KeptList {
    const name = JSON.stringify(query);
    const list = kept.get(name) ?? { query, keys: store.keys(query) };
    // The list asked for last goes last.
    kept.delete(name);
    kept.set(name, list);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return list;
  }

  return {
    keys: (query: LibraryQuery): readonly number[] => find(query).keys,
    months(query: LibraryQuery): MonthGroup[] {
      if (query.binned || !byTime.has(query.sort ?? 'newest')) return [];
      const list = find(query);
      list.months ??= monthGroups(store.instants(query), zone());
      return list.months;
    },
    hear(event: StudioEvent): void {
      if (event.type !== 'changed') return;
      const isAll = ofLibrary.has(event.topic) || event.topic === 'shop';
      const isPosts = ofPosts.has(event.topic);
      if (!isAll && !isPosts) return;
      for (const [name, list] of kept) if (isAll || asksForPosts(list.query)) kept.delete(name);
    },
  };
}

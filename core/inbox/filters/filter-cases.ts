import { setImmediate } from 'node:timers/promises';
import type {
  FilterContent,
  FilterCount,
  FilterLack,
  SavedFilter,
} from '../../../shared/contract/inbox-filters.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { withoutGaps } from '../../../shared/rules/plain-records.ts';
import type { InboxParts } from '../inbox-parts.ts';
import type { ThreadFilter } from '../thread-filter.ts';
import { filterCounter } from './count-filter.ts';
import { filterStore, type FilterRow } from './filter-store.ts';

const mostFilters = 50;

type Once = { clientId?: string | undefined };
type Wished = { [K in keyof FilterContent]: FilterContent[K] | undefined } & {
  view: FilterContent['view'];
};
type NewFilter = Wished & { filterId?: string | undefined; name: string } & Once;

/** What lists of the inbox showed, kept under a name for everybody who works with this folder. */
export function filterCases(parts: InboxParts) {
  const { tools, uses } = parts;
  const store = filterStore(tools.db);
  const countOf = filterCounter(parts);
  const tagThere = tools.db
    .prepare<[string], 1>('SELECT 1 FROM customer_tags WHERE id = ?')
    .pluck();

  function lacksOf({ shopId, accountId, tagId }: FilterContent): FilterLack[] {
    const lacks: FilterLack[] = [];
    if (shopId !== undefined && uses.accountsOfShop(shopId) === undefined) lacks.push('shop');
    if (accountId !== undefined && !uses.readAccount(accountId)) lacks.push('account');
    if (tagId !== undefined && tagThere.get(tagId) === undefined) lacks.push('tag');
    return lacks;
  }

  const present = ({ id, name, content }: FilterRow): SavedFilter => ({
    ...{ id, name, ...content },
    lacks: lacksOf(content),
  });
  const filters = () => ({ items: store.all().map(present) });

  /** A filter's own account or shop goes before what is looked at. */
  function threadFilter(
    { view, accountId, shopId, tagId, intent, language }: FilterContent,
    looked: readonly string[] | undefined,
  ): ThreadFilter {
    const ofShop = shopId === undefined ? looked : uses.accountsOfShop(shopId);
    const accountIds = accountId === undefined ? ofShop : [accountId];
    return { view, me: uses.me(), accountIds, tagId, intent, language };
  }

  /** One after the other: what else is asked meanwhile is answered in between. */
  async function filterCounts(accountIds?: readonly string[]): Promise<{ items: FilterCount[] }> {
    const items: FilterCount[] = [];
    for (const { id, content } of store.all()) {
      if (lacksOf(content).length > 0) continue;
      const counted = countOf(threadFilter(content, accountIds), content.text);
      items.push({ filterId: id, ...counted });
      await setImmediate();
    }
    return { items };
  }

  /** A name that can be read, on one line, that no other filter has. */
  function nameOf(wished: string, ownId?: string): string {
    const name = calmText(wished).replace(/\s+/gu, ' ').trim();
    if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) throw new Problem('filter-unnamed');
    const known = store.idOf(name);
    if (known !== undefined && known !== ownId) throw new Problem('filter-known', { name });
    return name;
  }

  function save({ filterId, name: wished, ...given }: NewFilter): SavedFilter {
    const { clientId: _, ...content } = given;
    if (filterId !== undefined && !store.find(filterId)) throw new Problem('not-found');
    if (filterId === undefined && store.all().length >= mostFilters)
      throw new Problem('filters-full', { most: mostFilters });
    const name = nameOf(wished, filterId);
    const text = content.text?.trim();
    const kept = withoutGaps({ ...content, text: text === '' ? undefined : text });
    const row: FilterRow = { id: filterId ?? tools.newId(), name, content: kept };
    store.put(row);
    return changed(row.id);
  }

  function changed(id: string): SavedFilter {
    tools.events.changed('filters');
    const row = store.find(id);
    if (!row) throw new Problem('not-found');
    return present(row);
  }

  /** Under its name, or where another has taken that meanwhile, with a number behind it. */
  function freeName(row: FilterRow): string {
    for (let number = 1; ; number++) {
      const name = number === 1 ? row.name : `${row.name} ${number}`;
      const known = store.idOf(name);
      if (known === undefined || known === row.id) return name;
    }
  }

  return {
    filters,
    filterCounts,
    saveFilter: (input: NewFilter): SavedFilter =>
      tools.applyOnce('inbox/saveFilter', input.clientId, () => save(input)),
    removeFilter: ({ filterId, clientId }: { filterId: string } & Once): { ok: true } =>
      tools.applyOnce('inbox/removeFilter', clientId, () => {
        if (!store.remove(filterId, tools.clock.now())) throw new Problem('not-found');
        tools.events.changed('filters');
        return { ok: true };
      }),
    restoreFilter: ({ filterId, clientId }: { filterId: string } & Once): SavedFilter =>
      tools.applyOnce('inbox/restoreFilter', clientId, () => {
        const row = store.findAny(filterId);
        if (!row) throw new Problem('not-found');
        store.restore(filterId, freeName(row));
        return changed(filterId);
      }),
    orderFilters: ({ filterIds, clientId }: { filterIds: string[] } & Once) =>
      tools.applyOnce('inbox/orderFilters', clientId, () => {
        const known = store.all().map(({ id }) => id);
        const wished = new Set(filterIds);
        const isAll = wished.size === known.length && known.every((id) => wished.has(id));
        if (!isAll || filterIds.length !== known.length) throw new Problem('filters-moved-on');
        store.order(filterIds);
        tools.events.changed('filters');
        return filters();
      }),
  };
}

import type { FilterContent } from '../../../../shared/contract/inbox-filters.ts';

/** What a list of the inbox shows; where the shop is left out, whichever is looked at. */
export type ListContent = FilterContent;

const parts = [
  'view',
  'shopId',
  'accountId',
  'tagId',
  'intent',
  'language',
  'text',
  'order',
] as const;

/** Do both show the same list? */
export function isSameList(one: ListContent, other: ListContent): boolean {
  return parts.every((part) => (one[part] ?? '') === (other[part] ?? ''));
}

/** A view as it stands, of everything that is looked at. */
export function isPlainView(list: ListContent): boolean {
  return Object.keys(contentOf(list)).every((part) => part === 'view' || part === 'shopId');
}

/** Does the list show just what a filter does? One without a shop is of whichever shop is looked at. */
export function isShownBy(filter: ListContent, list: ListContent): boolean {
  const { shopId, ...content } = contentOf(filter);
  return isSameList({ ...content, shopId }, shopId === undefined ? { ...list, shopId } : list);
}

/** Only what belongs to the list: a saved filter has a name and more. An account goes before its shop. */
export function contentOf(filter: ListContent): ListContent {
  const entries = parts.map((part) => [part, filter[part]] as const);
  return Object.fromEntries(
    entries.filter(
      ([part, value]) =>
        value !== undefined && value !== '' && !(part === 'shopId' && filter.accountId),
    ),
  ) as ListContent;
}

/** The order of filters after one of them went up or down; undefined where it is the first or the last. */
export function movedIds(ids: readonly string[], id: string, step: 1 | -1): string[] | undefined {
  const from = ids.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return undefined;
  return ids.with(from, ids[to] ?? id).with(to, id);
}

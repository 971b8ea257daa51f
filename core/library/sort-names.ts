import { foldText } from '../../shared/rules/fold-text.ts';

/** The order of names as people look for them: without accents or case, and `IMG_2` before `IMG_10`.
 *  Equal names stay in the order they came in. */
export function sortByName<T extends { name: string }>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, read: readable(item.name) }))
    .sort((a, b) => (a.read < b.read ? -1 : a.read > b.read ? 1 : 0))
    .map(({ item }) => item);
}

function readable(name: string): string {
  return foldText(name).replace(/\d+/g, (digits) => digits.replace(/^0+/, '').padStart(15, '0'));
}

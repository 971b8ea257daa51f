import type { GraphResult, ListPage } from './result.ts';

export type EveryPageOptions<T> = {
  keyOf(item: T): string;
  /** Answers fewer pages than the list may have; 50 unless told otherwise. */
  maxPages?: number;
};

/** Reads a list to its end. A page that may be empty in the middle is read over; a list that brings nothing
 *  new, or that does not end, is left. Items that come twice count once, as they came last. */
export async function readEveryPage<T>(
  readPage: (paging: { after?: string }) => Promise<GraphResult<ListPage<T>>>,
  { keyOf, maxPages = 50 }: EveryPageOptions<T>,
): Promise<GraphResult<T[]>> {
  const found = new Map<string, T>();
  let after: string | undefined;
  for (let round = 0; round < maxPages; round += 1) {
    const result = await readPage(after === undefined ? {} : { after });
    if (!result.ok) return result;
    const knownBefore = found.size;
    for (const item of result.value.items) found.set(keyOf(item), item);
    const next = result.value.after;
    const isStuck = next === after || (result.value.items.length > 0 && found.size === knownBefore);
    if (next === undefined || isStuck) break;
    after = next;
  }
  return { ok: true, value: [...found.values()] };
}

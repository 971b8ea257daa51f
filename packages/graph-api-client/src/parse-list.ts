import { fieldsOf, flagOf, rowsOf, wordsOf, type Fields } from './read-values.ts';
import type { Parameters } from './request-body.ts';
import type { ListPage, Paging } from './result.ts';

/** Reads `{data, paging}`. More follows only while the network names a next page; the address is rebuilt
 *  from the cursor or, where there is none, from the place that the network's own names, never taken from the
 *  answer. Rows that do not parse are left out. */
export function parseList<T>(
  body: Fields,
  parseRow: (row: Fields) => T | undefined,
): ListPage<T> | undefined {
  const rows = rowsOf(body);
  if (!rows) return undefined;
  const items = rows.map(parseRow).filter((item) => item !== undefined);
  const after = nextPlace(body);
  return after === undefined ? { items } : { items, after };
}

/** Cursors never begin so. */
const placeSign = '?';

/** Where the next page of `{data, paging}` begins; undefined at the end. */
export function nextPlace(body: Fields): string | undefined {
  const paging = fieldsOf(body['paging']);
  if (paging?.['hasNext'] !== true) return undefined;
  const cursor = wordsOf(fieldsOf(paging['cursors'])?.['after']);
  const place = wordsOf(paging['place']);
  return cursor ?? (place === undefined ? undefined : `${placeSign}${place}`);
}

export function pagingQuery({ limit, after }: Paging, usualLimit: number): Parameters {
  const place = after?.startsWith(placeSign)
    ? Object.fromEntries(new URLSearchParams(after.slice(placeSign.length)))
    : { after };
  return { limit: limit ?? usualLimit, ...place };
}

/** `{"success": true}`; anything else proves nothing. */
export function isSuccess(body: Fields): boolean {
  return flagOf(body['success']) === true;
}

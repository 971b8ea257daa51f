import { fieldsOf, rowsOf, wordsOf, type Fields } from './read-values.ts';
import type { Parameters } from './request-body.ts';
import type { ListPage, Paging } from './result.ts';

/** Reads `{data, paging}`. More follows only while the network names a next page; the address is rebuilt
 *  from the cursor, never taken from the answer. Rows that do not parse are left out. */
export function parseList<T>(
  body: Fields,
  parseRow: (row: Fields) => T | undefined,
): ListPage<T> | undefined {
  const rows = rowsOf(body);
  if (!rows) return undefined;
  const paging = fieldsOf(body['paging']);
  const after = wordsOf(fieldsOf(paging?.['cursors'])?.['after']);
  const items = rows.map(parseRow).filter((item) => item !== undefined);
  return paging?.['hasNext'] === true && after !== undefined ? { items, after } : { items };
}

export function pagingQuery(paging: Paging, limit: number): Parameters {
  return { limit: paging.limit ?? limit, after: paging.after };
}

/** `{"success": true}`; anything else proves nothing. */
export function isSuccess(body: Fields): boolean {
  return body['success'] === true;
}

import type { Value, World } from '../world/world.ts';
import { GraphError } from './graph-error.ts';
import type { EdgePage, EdgeQuery } from './graph-node.ts';
import type { RowType } from './row-types.ts';

/** Rows of an edge, walked by a sort column and the id, so that any depth costs the same. */
export interface KeysetSource {
  table: string;
  where: string;
  values: Value[];
  sortColumn: string;
  direction: 'asc' | 'desc';
  maxLimit?: number;
}

interface Place {
  sort: number;
  id: string;
}

export interface KeysetPage<Row> extends Omit<EdgePage, 'items'> {
  rows: Row[];
}

/** Reads one page; `query.after` continues behind a row. */
export function keysetPage<Row extends { id: string }>(
  world: World,
  source: KeysetSource,
  query: EdgeQuery,
): KeysetPage<Row> {
  const limit = pageLimit(query, source.maxLimit ?? 500);
  const place = readPlace(query.after ?? query.before);
  const backwards = query.after === undefined && query.before !== undefined;
  const ascending = (source.direction === 'asc') !== backwards;
  const compare = ascending ? '>' : '<';
  const order = ascending ? 'ASC' : 'DESC';
  const beyond = place === undefined ? '' : `AND (${source.sortColumn}, id) ${compare} (?, ?)`;
  const rows = world.all<Row & Record<string, Value>>(
    `SELECT * FROM ${source.table} WHERE ${source.where} ${beyond}
     ORDER BY ${source.sortColumn} ${order}, id ${order} LIMIT ?`,
    ...source.values,
    ...(place === undefined ? [] : [place.sort, place.id]),
    limit + 1,
  );
  const further = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (backwards) shown.reverse();
  const cursor = (row: (Row & Record<string, Value>) | undefined): string | undefined =>
    row && writePlace({ sort: Number(row[source.sortColumn]), id: row.id });
  return {
    rows: shown,
    firstCursor: cursor(shown[0]),
    lastCursor: cursor(shown.at(-1)),
    more: backwards || further,
    fewer: backwards ? further : place !== undefined,
  };
}

function pageLimit(query: EdgeQuery, maxLimit: number): number {
  const limit = query.limit ?? 25;
  if (limit > maxLimit) {
    throw new GraphError(
      maxLimit === 100 ? 100 : 1,
      maxLimit === 100
        ? '(#100) The parameter limit must be at most 100'
        : "Please reduce the amount of data you're asking for, then retry your request",
    );
  }
  return Math.max(0, limit);
}

function writePlace(place: Place): string {
  return Buffer.from(`p1|${place.sort}|${place.id}`).toString('base64url');
}

function readPlace(cursor: string | undefined): Place | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const [mark, sort, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (mark !== 'p1' || sort === undefined || id === undefined || Number.isNaN(Number(sort))) {
    throw new GraphError(100, '(#100) Invalid cursors values');
  }
  return { sort: Number(sort), id };
}

/** A page of a short list that is held in memory. */
export function listPage(items: readonly unknown[], query: EdgeQuery, rowType?: RowType): EdgePage {
  const limit = query.limit ?? 25;
  const start = readPlace(query.after)?.sort ?? 0;
  const shown = items.slice(start, start + limit);
  const place = (sort: number): string => writePlace({ sort, id: 'n' });
  return {
    items: shown,
    ...(rowType === undefined ? {} : { rowType }),
    ...(shown.length > 0
      ? { firstCursor: place(start), lastCursor: place(start + shown.length) }
      : {}),
    more: start + limit < items.length,
  };
}

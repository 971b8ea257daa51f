import type { Value, World } from '../world/world.ts';
import { writePlace, type Place } from './viewer.ts';

/** One page of a list, newest first, and the places of its neighbours. */
export interface ListPage<Row> {
  rows: Row[];
  newer?: string;
  older?: string;
}

interface Source {
  table: string;
  where: string;
  values: Value[];
  /** The column of time; ties are broken by id. */
  column: string;
  size: number;
}

/** Reads a page by time and id, so that any depth costs the same. */
export function readListPage<Row extends { id: string }>(
  world: World,
  { table, where, values, column, size }: Source,
  place: Place | undefined,
): ListPage<Row> {
  const upwards = place?.side === 'after';
  const beyond = place === undefined ? '' : `AND (${column}, id) ${upwards ? '>' : '<'} (?, ?)`;
  const order = upwards ? 'ASC' : 'DESC';
  const found = world.all<Row & Record<string, Value>>(
    `SELECT * FROM ${table} WHERE ${where} ${beyond}
     ORDER BY ${column} ${order}, id ${order} LIMIT ?`,
    ...values,
    ...(place === undefined ? [] : [place.atMs, place.id]),
    size + 1,
  );
  const isMore = found.length > size;
  const rows = found.slice(0, size);
  if (upwards) rows.reverse();
  const at = (row: (Row & Record<string, Value>) | undefined): string | undefined =>
    row && writePlace(Number(row[column]), row.id);
  const newer = (upwards ? isMore : place !== undefined) ? at(rows[0]) : undefined;
  const older = (upwards ? place !== undefined : isMore) ? at(rows.at(-1)) : undefined;
  return {
    rows,
    ...(newer === undefined ? {} : { newer }),
    ...(older === undefined ? {} : { older }),
  };
}

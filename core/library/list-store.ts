import type { LibraryQuery } from '../../shared/contract/library.ts';
import type { Db } from '../db/transact.ts';
import { madeWords } from './made-words.ts';
import { querySql, type QueryParams } from './library-query.ts';
import { sortByName } from './sort-names.ts';

type Read<T> = { all(params: QueryParams): T[] };

/** Lists as the keys of their entries, in order. */
export function listStore(db: Db) {
  const made = madeWords(db);
  const prepared = new Map<string, Read<unknown>>();

  function read<T>(columns: string, query: LibraryQuery, pluck: boolean): T[] {
    if (query.text?.trim()) made.catchUp();
    const { from, where, order, params } = querySql(query);
    const sql = `SELECT ${columns} FROM ${from} WHERE ${where} ORDER BY ${order}`;
    let statement = prepared.get(sql) as Read<T> | undefined;
    if (!statement) {
      statement = db.prepare<QueryParams, T>(sql).pluck(pluck);
      prepared.set(sql, statement);
    }
    return statement.all(params);
  }

  return {
    keys(query: LibraryQuery): number[] {
      if (query.sort !== 'name') return read<number>('e.key', query, true);
      const named = read<{ key: number; name: string }>('e.key, e.name', query, false);
      return sortByName(named).map(({ key }) => key);
    },
    /** When each of a list came, in an order by time. */
    instants: (query: LibraryQuery): number[] => read<number>('e.created_at', query, true),
  };
}

export type ListStore = ReturnType<typeof listStore>;

import type { UseQueryResult } from '@tanstack/react-query';

/** What several questions were answered, by id, as it becomes known: `useQueries({ queries, combine: byId })`.
 *  One function for all drawings: while nothing new is known the map stays the same one. */
export function byId<T extends { id: string }>(
  queries: readonly UseQueryResult<T>[],
): ReadonlyMap<string, T> {
  return new Map(queries.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));
}

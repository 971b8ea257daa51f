import type { QueryClient } from '@tanstack/react-query';

/** Has everything under `key` asked again. A question that is under way for the first time is asked once
 *  more when its answer is there: the library does not begin it anew, and its answer may be of before. */
export function askAgain(queries: QueryClient, key: readonly unknown[]): void {
  const first = queries.getQueryCache().findAll({
    queryKey: key,
    fetchStatus: 'fetching',
    predicate: ({ state }) => state.data === undefined,
  });
  void queries.invalidateQueries({ queryKey: key });
  for (const { queryKey, promise } of first)
    void promise?.then(
      () => queries.invalidateQueries({ queryKey, exact: true }),
      () => {},
    );
}

import { isCancelledError, type Query, type QueryClient } from '@tanstack/react-query';

/** Between an answer and the same question once more: the window draws, and may ask for a further page. */
const breathMs = 40;

/** Questions that are asked once more when their answer is there. */
const awaited = new WeakSet<Query>();

/** Has everything under `key` asked again. A question that is under way ends first and is then asked once
 *  more, for its answer may be of before: were it begun anew with every change, it would never be answered
 *  while changes come faster than answers. */
export function askAgain(queries: QueryClient, key: readonly unknown[], exact = false): void {
  const filter = { queryKey: key, exact };
  const underWay = () => queries.getQueryCache().findAll({ ...filter, fetchStatus: 'fetching' });
  const before = new Set(underWay());
  void queries.invalidateQueries(filter, { cancelRefetch: false });
  for (const query of underWay()) askOnceMore(queries, query, before.has(query));
}

/** `isOfBefore`: it was asked before the change. One that is asked since is answered for good, unless a
 *  question for a further page of the list ended it. */
function askOnceMore(queries: QueryClient, query: Query, isOfBefore: boolean): void {
  const ask = () =>
    setTimeout(() => {
      awaited.delete(query);
      askAgain(queries, query.queryKey, true);
    }, breathMs);
  if (!isOfBefore) void query.promise?.catch((error: unknown) => isCancelledError(error) && ask());
  else if (!awaited.has(query)) {
    awaited.add(query);
    void query.promise?.then(ask, ask);
  }
}

import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import { useApi } from '../../../link/link-provider.tsx';

/** The tagged products by id, as they become known. */
export function useProducts(productIds: readonly string[]): ReadonlyMap<string, Product> {
  const api = useApi();
  return useQueries({
    queries: [...new Set(productIds)].map((productId) =>
      api.catalogue.get.queryOptions({ input: { productId } }),
    ),
    combine: byId,
  });
}

/** One function for all drawings: while nothing new is known the map stays the same one. */
function byId(queries: UseQueryResult<Product>[]): ReadonlyMap<string, Product> {
  return new Map(queries.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));
}

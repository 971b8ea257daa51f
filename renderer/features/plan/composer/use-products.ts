import { useQueries } from '@tanstack/react-query';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import { byId } from '../../../link/by-id.ts';
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

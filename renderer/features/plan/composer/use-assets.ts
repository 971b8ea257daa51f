import { useQueries } from '@tanstack/react-query';
import type { Asset } from '../../../../shared/contract/media.ts';
import { useApi } from '../../../link/link-provider.tsx';

/** The assets of a post by id, as they become known. */
export function useAssets(assetIds: readonly string[]): ReadonlyMap<string, Asset> {
  const api = useApi();
  const queries = useQueries({
    queries: [...new Set(assetIds)].map((assetId) =>
      api.media.get.queryOptions({ input: { assetId }, staleTime: Infinity }),
    ),
  });
  return new Map(queries.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));
}

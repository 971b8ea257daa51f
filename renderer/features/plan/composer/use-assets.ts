import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Asset } from '../../../../shared/contract/media.ts';
import { byId } from '../../../link/by-id.ts';
import { useApi } from '../../../link/link-provider.tsx';
import type { PostMedium } from './post-medium.ts';

/** The assets of a post by id, as they become known. */
export function useAssets(assetIds: readonly string[]): ReadonlyMap<string, Asset> {
  const api = useApi();
  return useQueries({
    queries: [...new Set(assetIds)].map((assetId) =>
      api.media.get.queryOptions({ input: { assetId }, staleTime: Infinity }),
    ),
    combine: byId,
  });
}

/** The ids of a post's media: the same list until one comes, goes or moves, whatever is written about them. */
export function useAssetIds(media: readonly PostMedium[]): readonly string[] {
  const key = media.map((one) => one.assetId).join(' ');
  return useMemo(() => key.split(' ').filter(Boolean), [key]);
}

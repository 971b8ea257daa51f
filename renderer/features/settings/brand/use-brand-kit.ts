import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Kit } from '../../../../shared/contract/brand.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { shownKit } from './kit-line.ts';
import { useKitDeeds } from './use-kit-deeds.ts';

/** The look of a shop with everything that was changed and is not saved yet. */
export function useBrandKit(shopId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const kit = useQuery(api.brand.get.queryOptions({ input: { shopId } }));
  const deeds = useKitDeeds(shopId, (saved: Kit) =>
    queries.setQueryData(api.brand.get.queryKey({ input: { shopId } }), saved),
  );
  return {
    kit: kit.data && shownKit(kit.data, deeds.line),
    error: kit.error,
    again: () => void kit.refetch(),
    deeds,
  };
}

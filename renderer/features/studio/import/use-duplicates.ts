import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AlikeGroup } from '../../../../shared/contract/duplicates.ts';
import { useApi } from '../../../link/link-provider.tsx';
import type { StudioApi } from '../../../link/studio-api.ts';
import { useAlikeDeeds, type Undo } from './use-alike-deeds.ts';

const pageSize = 40;

function pageOptions(api: StudioApi, page: number) {
  return {
    ...api.duplicates.list.queryOptions({
      input: { from: page * pageSize, limit: pageSize, order: 'largest' },
    }),
    placeholderData: keepPreviousData,
  };
}

/** How many groups of pictures look alike, and what is done with them; the last deeds can be taken back
 *  one after the other. */
export function useDuplicates() {
  const api = useApi();
  const deeds = useAlikeDeeds();
  const done = useRef<Undo[]>([]);
  const first = useQuery(pageOptions(api, 0));

  async function remember(deed: Promise<Undo | undefined>): Promise<boolean> {
    const undo = await deed;
    if (undo) done.current.push(undo);
    return undo !== undefined;
  }

  return {
    total: first.data?.total,
    pending: first.data?.pending,
    error: first.error,
    merge: (keepId: string, others: readonly string[]) => remember(deeds.merge(keepId, others)),
    keepAll: (assetIds: readonly string[]) => remember(deeds.keepAll(assetIds)),
    async undo(): Promise<void> {
      await done.current.pop()?.();
    },
  };
}

export type Duplicates = ReturnType<typeof useDuplicates>;

/** The groups from one place of the list to another, as far as they are there. */
export function useGroupWindow(
  from: number,
  to: number,
): (place: number) => AlikeGroup | undefined {
  const api = useApi();
  const firstPage = Math.floor(from / pageSize);
  const count = Math.floor(to / pageSize) - firstPage + 1;
  const found = useQueries({
    queries: Array.from({ length: count }, (_, index) => pageOptions(api, firstPage + index)),
  });
  return (place) => {
    const page = found[Math.floor(place / pageSize) - firstPage];
    return page?.data?.groups[place % pageSize];
  };
}

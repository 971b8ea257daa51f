import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useApi } from '../../link/link-provider.tsx';

export type CreationKind = 'all' | 'picture' | 'video';

/** Pictures and videos made here, newest first. */
export function useCreations() {
  const api = useApi();
  const [kind, setKind] = useState<CreationKind>('all');
  const found = useInfiniteQuery(
    api.studio.creations.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...(kind === 'all' ? {} : { kind }),
        cursor,
        limit: 100,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next,
    }),
  );
  const pages = found.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { kind, setKind, found, items };
}

export type Creations = ReturnType<typeof useCreations>;

/** How many there are in all, for the head of the page. */
export function useCreationCount(): number | undefined {
  const api = useApi();
  const first = useQuery(api.studio.creations.queryOptions({ input: { limit: 1 } }));
  return first.data?.total;
}

import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from './link-provider.tsx';

/** The photos of the library, or its films, page by page, as a dialog looks through them by a word. */
export function usePhotoShelf(pageSize: number, kind: 'photo' | 'video' = 'photo') {
  const api = useApi();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  const list = useInfiniteQuery(
    api.media.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...{ kind, limit: pageSize },
        ...(settled ? { text: settled } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return { text, setText, list, items };
}

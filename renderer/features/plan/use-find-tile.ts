import { useQueryClient } from '@tanstack/react-query';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useApi } from '../../link/link-provider.tsx';

export type FindTile = (postId: string) => PostTile | undefined;

/** Finds a post among all that the calendar, its list and the tray have asked for. */
export function useFindTile(): FindTile {
  const api = useApi();
  const queries = useQueryClient();
  return (postId) => {
    const keys = [api.posts.calendar.key(), api.posts.drafts.key()];
    for (const queryKey of keys)
      for (const [, data] of queries.getQueriesData<{ items: PostTile[] }>({ queryKey })) {
        const found = data?.items.find((tile) => tile.id === postId);
        if (found) return found;
      }
    return undefined;
  };
}

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';

/** Whoever opens a thread has seen what names them in it; a window in the background shows nobody anything. */
export function useSeeMentions(threadId: string): void {
  const api = useApi();
  const named = useQuery(api.teamwork.mentions.queryOptions({ input: {} })).data?.items ?? [];
  const { mutate } = useChange(api.teamwork.seen.mutationOptions());
  const newest = named.find((mention) => mention.threadId === threadId)?.noteId;
  useEffect(() => {
    if (newest === undefined) return;
    const mark = () => {
      if (document.visibilityState === 'visible') mutate({ threadId });
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [threadId, newest, mutate]);
}

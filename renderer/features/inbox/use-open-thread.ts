import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import type { StudioClient } from '../../link/studio-api.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import type { InboxView } from './use-inbox-view.ts';

export type OpenThread = Awaited<ReturnType<StudioClient['inbox']['thread']>>;

/** The thread in the address; the first of the list where the address names none. */
export function useOpenThread({ threads, pages }: InboxView) {
  const api = useApi();
  const navigate = useNavigate();
  const named = useSearch({ strict: false }).thread;
  const first = pages.isPlaceholderData ? undefined : threads[0]?.threadId;
  const threadId = named ?? first;
  const open = useCallback(
    (next: string | undefined, replace = true) =>
      void navigate({ to: '/inbox', search: next ? { thread: next } : {}, replace }),
    [navigate],
  );
  const thread = useQuery(
    api.inbox.thread.queryOptions({
      input: { threadId: threadId ?? '-' },
      enabled: threadId !== undefined,
    }),
  );
  useMarkRead(thread.data);
  return { threadId, named, open, thread };
}

/** What is looked at is read; a window in the background looks at nothing. */
function useMarkRead(thread: OpenThread | undefined): void {
  const api = useApi();
  const { mutate } = useChange(api.inbox.markRead.mutationOptions());
  const threadId = thread?.unread ? thread.threadId : undefined;
  useEffect(() => {
    if (threadId === undefined) return;
    const mark = () => {
      if (document.visibilityState === 'visible') mutate({ threadIds: [threadId], read: true });
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [threadId, thread?.lastAt, mutate]);
}

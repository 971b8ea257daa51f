import { ORPCError } from '@orpc/client';
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { StudioClient } from '../../link/studio-api.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useStable } from '../../ui/use-stable.ts';
import type { InboxView } from './use-inbox-view.ts';

/** The part of a conversation before the one that is shown. */
export type Earlier = { show: () => void; isOnItsWay: boolean };

/** As many as a look back takes at once. */
const earlierSize = 100;

export type OpenThread = Awaited<ReturnType<StudioClient['inbox']['thread']>>;

/** The thread in the address; the first of the list where the address names none. */
export function useOpenThread(inbox: InboxView) {
  const navigate = useNavigate();
  const named = useSearch({ strict: false }).thread;
  const first = useFirstThread(inbox);
  const threadId = named ?? first;
  const open = useCallback(
    (next: string | undefined, replace = true) =>
      void navigate({ to: '/inbox', search: next ? { thread: next } : {}, replace }),
    [navigate],
  );
  const thread = useConversation(threadId);
  useMarkRead(thread.data);
  return { threadId, named, open, thread };
}

/** The first of a list as it was opened: whoever writes meanwhile does not take its place under the hands of
 *  the person who reads it. */
function useFirstThread({ threads, pages, content }: InboxView) {
  const list = JSON.stringify(content);
  const [held, setHeld] = useState<{ list: string; threadId: string }>();
  if (pages.isPlaceholderData) return undefined;
  const isThere = held?.list === list && threads.some(({ threadId }) => threadId === held.threadId);
  const first = isThere ? held.threadId : threads[0]?.threadId;
  if (first !== undefined && !isThere) setHeld({ list, threadId: first });
  return first;
}

/** A conversation from its newest part on; the parts before are read when they are asked for. */
function useConversation(threadId: string | undefined) {
  const api = useApi();
  const parts = useInfiniteQuery(
    api.inbox.thread.infiniteOptions({
      input: (before: string | undefined) => ({
        threadId: threadId ?? '-',
        ...(before === undefined ? {} : { before, limit: earlierSize }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (part) => part.earlier,
      enabled: threadId !== undefined,
    }),
  );
  const joined = useMemo(() => joinParts(parts.data?.pages), [parts.data]);
  const earlier = useEarlier(threadId, parts);
  const { error, isLoading, isError, refetch } = parts;
  // What was forgotten meanwhile is not shown from memory; without a line what is known stays.
  const isGone = error instanceof ORPCError && error.code === 'not-found';
  return { data: isGone ? undefined : joined, error, isLoading, isError, refetch, earlier };
}

type Parts = Pick<
  UseInfiniteQueryResult<{ pages: readonly OpenThread[] }>,
  'data' | 'hasNextPage' | 'isFetching' | 'isFetchNextPageError' | 'fetchNextPage'
>;

/** How many parts were asked for stands here: whatever comes in meanwhile reads the conversation anew and
 *  ends a question that is under way. */
function useEarlier(threadId: string | undefined, parts: Parts): Earlier | undefined {
  const { data, hasNextPage, isFetching, isFetchNextPageError: isFailed, fetchNextPage } = parts;
  const [wish, setWish] = useState<{ threadId: string | undefined; count: number }>();
  const count = data?.pages.length ?? 0;
  const isMissing = wish?.threadId === threadId && count > 0 && count < (wish?.count ?? 0);
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetching && !isFailed) void fetchNextPage();
  }, [isMissing, hasNextPage, isFetching, isFailed, fetchNextPage]);
  const show = useStable(() => {
    setWish({ threadId, count: count + 1 });
    // What failed is tried again by whoever asked, not by itself.
    if (isFailed) void fetchNextPage();
  });
  const isOnItsWay = isMissing && !isFailed;
  const earlier = useMemo(() => ({ show, isOnItsWay }), [show, isOnItsWay]);
  return hasNextPage ? earlier : undefined;
}

/** The conversation as it is read: the part before the others stands first. */
function joinParts(pages: readonly OpenThread[] | undefined): OpenThread | undefined {
  const [newest] = pages ?? [];
  return (
    newest && { ...newest, comments: (pages ?? []).toReversed().flatMap((part) => part.comments) }
  );
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

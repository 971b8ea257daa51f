import { ORPCError } from '@orpc/client';
import {
  useInfiniteQuery,
  useQueryClient,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { Thread } from '../../../shared/contract/inbox.ts';
import type { StudioApi, StudioClient } from '../../link/studio-api.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useStable } from '../../ui/use-stable.ts';
import { stepThread } from './step-thread.ts';
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
  const { first, leave } = useFirstThread(inbox);
  const threadId = named ?? first;
  const open = useStable((next: string | undefined) => {
    if (next === undefined) leave(threadId);
    void navigate({ to: '/inbox', search: next ? { thread: next } : {}, replace: true });
  });
  const thread = useConversation(threadId);
  useReadAhead(inbox.threads, thread.data?.threadId);
  useMarkRead(thread.data);
  return { threadId, named, open, thread };
}

/** The first of a list as it was opened: neither whoever writes meanwhile takes its place under the hands of the
 *  person who reads it, nor does its leaving the list. */
function useFirstThread({ threads, pages, content }: InboxView) {
  const list = JSON.stringify(content);
  const [held, setHeld] = useState<{ list: string; threadId?: string; left?: string }>();
  const isOfList = held?.list === list;
  const first =
    (isOfList ? held.threadId : undefined) ??
    threads.find(({ threadId }) => !isOfList || threadId !== held.left)?.threadId;
  if (!pages.isPlaceholderData && first !== undefined && !(isOfList && held.threadId === first))
    setHeld({ list, threadId: first });
  /** Nothing is open until the list has another one. */
  const leave = (threadId: string | undefined) =>
    setHeld({ list, ...(threadId === undefined ? {} : { left: threadId }) });
  return { first: pages.isPlaceholderData ? undefined : first, leave };
}

/** Reads the thread below the open one, so that it stands there when somebody goes on. */
function useReadAhead(threads: readonly Thread[], openId: string | undefined): void {
  const api = useApi();
  const queries = useQueryClient();
  const below = openId === undefined ? undefined : stepThread(threads, openId, 1);
  useEffect(() => {
    if (below === undefined || below === openId) return;
    void queries.prefetchInfiniteQuery(conversation(api, below));
  }, [queries, api, below, openId]);
}

/** Its newest part first. */
const conversation = (api: StudioApi, threadId: string) =>
  api.inbox.thread.infiniteOptions({
    input: (before: string | undefined) => ({
      threadId,
      ...(before === undefined ? {} : { before, limit: earlierSize }),
    }),
    initialPageParam: undefined,
    getNextPageParam: (part) => part.earlier,
  });

/** A conversation from its newest part on; the parts before are read when they are asked for. */
function useConversation(threadId: string | undefined) {
  const api = useApi();
  const parts = useInfiniteQuery({
    ...conversation(api, threadId ?? '-'),
    enabled: threadId !== undefined,
  });
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

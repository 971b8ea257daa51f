import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { inboxView, Thread } from '../../../shared/contract/inbox.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useShopFocus } from '../../link/shop-focus.tsx';

export type ViewName = z.infer<typeof inboxView>;
const pageSize = 50;
/** What is sought is asked for with every letter that is typed. */
const soughtSize = 25;

/** The list of threads as it is looked at: which of them, words sought, one account or all. */
export function useInboxView() {
  const api = useApi();
  const [view, setView] = useState<ViewName>('all');
  const [text, setText] = useState('');
  const [accountId, setAccountId] = useState<string>();
  const [isLongest, setLongest] = useState(false);
  const sought = text.trim();
  const { shop, has } = useShopFocus();
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  const ofShop = shop && accounts.flatMap(({ id }) => (has(id) ? [id] : []));
  const pages = useInfiniteQuery(
    api.inbox.threads.infiniteOptions({
      input: (cursor: string | undefined) => ({
        view,
        limit: sought === '' ? pageSize : soughtSize,
        // A line of the list says all that is shown of it.
        commentsOfEach: 0,
        // Only who waits for an answer waits long.
        ...(isLongest && view === 'unanswered' ? { order: 'longest' as const } : {}),
        ...(sought === '' ? {} : { text: sought }),
        ...(accountId === undefined ? {} : { accountId }),
        ...(ofShop === undefined ? {} : { accountIds: ofShop }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  );
  const counts = useQuery(
    api.inbox.counts.queryOptions({ input: ofShop === undefined ? {} : { accountIds: ofShop } }),
  );
  const data = pages.data;
  const threads = useMemo<Thread[]>(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return {
    view,
    setView,
    text,
    setText,
    sought,
    accountId,
    setAccountId,
    isLongest,
    setLongest,
    /** What was looked for instead of words that nobody wrote. */
    instead: data?.pages[0]?.instead,
    threads,
    pages,
    counts: counts.data,
  };
}

export type InboxView = ReturnType<typeof useInboxView>;

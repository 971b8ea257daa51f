import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { inboxView, Thread } from '../../../shared/contract/inbox.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useShopFocus } from '../../link/shop-focus.tsx';
import { contentOf, type ListContent } from './filters/list-content.ts';

export type ViewName = z.infer<typeof inboxView>;
const pageSize = 50;
/** What is sought is asked for with every letter that is typed. */
const soughtSize = 25;

/** What of the list its own head chooses; the shop is chosen for the whole window. */
type Shown = Omit<ListContent, 'shopId' | 'order'> & {
  isLongest: boolean;
  /** As a saved filter has it: another view is shown without what the filter narrows. */
  isKept?: boolean;
};

/** The list of threads as it is looked at: which of them, words sought, one account or all, what else narrows
 *  it. */
export function useInboxView() {
  const [shown, setShown] = useState<Shown>({ view: 'all', isLongest: false });
  const change = (part: Partial<Shown>) => setShown((before) => ({ ...before, ...part }));
  const { view, accountId, isLongest, text = '' } = shown;
  const { shop, look, has } = useShopFocus();
  const { ofShop, pages, counts } = useThreadPages(shown);
  const data = pages.data;
  const threads = useMemo<Thread[]>(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return {
    view,
    setView: (next: ViewName) =>
      shown.isKept ? setShown({ view: next, isLongest: false }) : change({ view: next }),
    text,
    setText: (next: string) => change({ text: next }),
    sought: text.trim(),
    accountId,
    setAccountId: (next: string | undefined) => change({ accountId: next }),
    isLongest,
    /** Who waits for an answer, and who waits longest first where it is on. */
    showLongest: (isOn: boolean) => change({ view: 'unanswered', isLongest: isOn }),
    /** All of it together, as a filter keeps it. */
    content: contentOf({
      ...shown,
      text: text.trim(),
      shopId: accountId === undefined ? shop?.id : undefined,
      order: orderOf(shown),
    }),
    /** Shows another list; one of a shop brings the window to that shop. */
    show({ shopId, order, ...content }: ListContent, isKept = false): void {
      setShown({ ...content, isLongest: order === 'longest', isKept });
      if (shopId !== undefined) look(shopId);
      else if (content.accountId !== undefined && !has(content.accountId)) look(undefined);
    },
    /** Accounts of the shop that is looked at; undefined for all. */
    ofShop,
    /** What was looked for instead of words that nobody wrote. */
    instead: data?.pages[0]?.instead,
    threads,
    pages,
    more: () => firstOfNext(pages),
    counts,
  };
}

type Pages = ReturnType<typeof useThreadPages>['pages'];

/** Loads the next page and answers its first thread; undefined at the end of the list, or when it does not
 *  come: the list says why. */
async function firstOfNext(pages: Pages): Promise<string | undefined> {
  if (!pages.hasNextPage) return undefined;
  const loaded = pages.data?.pages.length ?? 0;
  // One that is on its way already is waited for.
  const { data } = await pages.fetchNextPage({ cancelRefetch: !pages.isFetchingNextPage });
  return data?.pages[loaded]?.items[0]?.threadId;
}

/** Only who waits for an answer waits long. */
const orderOf = ({ isLongest, view }: Shown) =>
  isLongest && view === 'unanswered' ? ('longest' as const) : undefined;

function useThreadPages(shown: Shown) {
  const api = useApi();
  const { shop, has } = useShopFocus();
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  const ofShop = shop && accounts.flatMap(({ id }) => (has(id) ? [id] : []));
  const { isLongest: _, ...content } = shown;
  const sought = shown.text?.trim() ?? '';
  const order = orderOf(shown);
  const pages = useInfiniteQuery(
    api.inbox.threads.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...contentOf({ ...content, text: sought, order }),
        limit: sought === '' ? pageSize : soughtSize,
        // A line of the list says all that is shown of it.
        commentsOfEach: 0,
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
  ).data;
  return { ofShop, pages, counts };
}

export type InboxView = ReturnType<typeof useInboxView>;

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../link/use-now.ts';
import { ThreadRow } from './thread-row.tsx';
import type { InboxView } from './use-inbox-view.ts';

const rowHeightPx = 92;
/** The next page is asked for this many rows before the end is seen. */
const rowsAhead = 15;

/** The threads, newest first. Only what is on screen is drawn, so a million cost no more than ten. */
export function ThreadList({
  inbox,
  openId,
  onOpen,
}: {
  inbox: InboxView;
  openId: string | undefined;
  onOpen: (threadId: string) => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const { threads, pages } = inbox;
  const now = useNow();
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: threads.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => threads[index]?.threadId ?? index,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  useNextPage(pages, (rows.at(-1)?.index ?? 0) + rowsAhead >= threads.length);
  const openIndex = threads.findIndex((thread) => thread.threadId === openId);
  useEffect(() => {
    if (openIndex >= 0) virtual.scrollToIndex(openIndex);
    // Only a move of the open thread scrolls: what the person scrolled to stays otherwise.
  }, [openId, openIndex, virtual]);

  return (
    <div ref={frame} className="inbox-rows">
      <ul aria-label={t('list')} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {rows.map((row) => {
          const thread = threads[row.index];
          if (!thread) return null;
          return (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              aria-setsize={pages.hasNextPage ? -1 : threads.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <ThreadRow
                thread={thread}
                now={now}
                selected={thread.threadId === openId}
                onOpen={() => onOpen(thread.threadId)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function useNextPage(
  { hasNextPage, isFetchingNextPage, fetchNextPage }: InboxView['pages'],
  nearEnd: boolean,
): void {
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);
}

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../link/use-now.ts';
import { isPlainView } from './filters/list-content.ts';
import { ThreadRow } from './thread-row.tsx';
import type { InboxView } from './use-inbox-view.ts';
import { useKeptRows } from './use-kept-rows.ts';

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
  const { rangeExtractor, watchFocus } = useFocusedRow();
  const virtual = useVirtualizer({
    count: threads.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => threads[index]?.threadId ?? index,
    rangeExtractor,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  useNextPage(pages, (virtual.range?.endIndex ?? 0) + rowsAhead >= threads.length);
  useKeptRows(virtual, threads);
  const openIndex = threads.findIndex((thread) => thread.threadId === openId);
  const isListed = openIndex >= 0;
  useEffect(() => {
    if (isListed) virtual.scrollToIndex(openIndex);
    // Only another open thread scrolls: what the person scrolled to stays, whatever comes in above it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openId, isListed, virtual]);
  const size = sizeOf(inbox);

  return (
    <div ref={frame} className="inbox-rows">
      <ul
        aria-label={t('list')}
        style={{ height: virtual.getTotalSize(), position: 'relative' }}
        {...watchFocus}
      >
        {rows.map((row) => {
          const thread = threads[row.index];
          if (!thread) return null;
          return (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              aria-setsize={size}
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

/** How many rows the whole list has; -1 while nobody knows. */
function sizeOf({ threads, pages, view, content, counts }: InboxView): number {
  if (!pages.hasNextPage) return threads.length;
  // Of what waits to leave, answers are counted, not threads.
  const isCounted = isPlainView(content) && view !== 'waiting';
  return (isCounted ? counts?.[view] : undefined) ?? -1;
}

/** The row that has the focus stays drawn, however far the list is scrolled: the focus would be lost. */
function useFocusedRow() {
  const [focused, setFocused] = useState<number>();
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      if (focused === undefined || focused >= range.count || seen.includes(focused)) return seen;
      return [...seen, focused].sort((one, other) => one - other);
    },
    [focused],
  );
  const onFocus = ({ target }: FocusEvent) => {
    const index = Number(target.closest('li')?.dataset['index']);
    setFocused(Number.isInteger(index) ? index : undefined);
  };
  return { rangeExtractor, watchFocus: { onFocus, onBlur: () => setFocused(undefined) } };
}

function useNextPage(
  { hasNextPage, isFetchingNextPage, fetchNextPage }: InboxView['pages'],
  nearEnd: boolean,
): void {
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

/** The pages of a list as an infinite query has them. */
type Pages = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
};

/** More is asked for when this few rows are left below what is seen. */
const rowsAhead = 20;

/** Rows of one height of which only those in view are drawn; near the end the next page is asked for. */
export function useEndlessRows(
  count: number,
  { rowHeightPx, overscan }: { rowHeightPx: number; overscan: number },
  { hasNextPage, isFetchingNextPage, fetchNextPage }: Pages,
) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= count - rowsAhead && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, count, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { scroller, shown, totalPx: rows.getTotalSize() };
}

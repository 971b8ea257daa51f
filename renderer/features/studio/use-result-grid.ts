import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FrameSizes } from './frame-sizes.ts';
import { moveInGrid, type GridPlace } from './move-in-grid.ts';
import type { Column } from './use-pictures.ts';

const rowHeadPx = 42;

/** Rows and columns of the results of which only those in view are drawn, and the place on which the
 *  keys stand: that one is always drawn, so that the focus is never lost by scrolling. */
export function useResultGrid({
  count,
  columns,
  sizes,
  has,
}: {
  count: number;
  columns: readonly Column[];
  sizes: FrameSizes;
  has: (place: GridPlace) => boolean;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [wish, setAt] = useState<GridPlace>({ row: 0, column: 0 });
  const at = {
    row: Math.min(wish.row, count - 1),
    column: Math.min(wish.column, columns.length - 1),
  };
  const rowHeightPx = sizes.heightPx + rowHeadPx;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 1,
    rangeExtractor: (range) => withPlace(range, at.row),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizes.widthsPx[columns[index]?.format ?? '1:1'],
    gap: sizes.gapPx,
    overscan: 1,
    rangeExtractor: (range) => withPlace(range, at.column),
  });
  const { heightPx, gapPx } = sizes;
  useEffect(() => rows.measure(), [rows, rowHeightPx]);
  useEffect(() => across.measure(), [across, columns, heightPx, gapPx]);
  const focusAt = useFocusPlace(scroller, at);
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey } = event;
    const rowsInView = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx);
    const size = { rows: count, columns: columns.length, rowsInView };
    const next = moveInGrid(at, { key, isFar: ctrlKey || metaKey }, size, has);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    focusAt();
  };
  return {
    ...{ scroller, rows, across, at, onKeyDown },
    isScrolling: rows.isScrolling || across.isScrolling,
    /** Where the pointer or Tab put the focus, the keys go on from. */
    standAt: (place: GridPlace) => setAt(place),
  };
}
export type ResultGrid = ReturnType<typeof useResultGrid>;

function withPlace(range: Range, place: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (place < 0 || place >= range.count || shown.includes(place)) return shown;
  return [...shown, place].toSorted((one, other) => one - other);
}

/** Gives the focus to a place as soon as it is drawn: its frame, or what stands in its row instead. */
function useFocusPlace(scroller: { current: HTMLElement | null }, at: GridPlace) {
  const isWanted = useRef(false);
  // Before the next key: the place left behind may be gone, and with it whoever listens.
  useLayoutEffect(() => {
    if (!isWanted.current) return;
    const row = scroller.current?.querySelector(`[data-row="${at.row}"]`);
    const found =
      row?.querySelector<HTMLElement>(`[data-column="${at.column}"]`) ??
      row?.querySelector<HTMLElement>('button');
    if (!found) return;
    isWanted.current = false;
    found.focus();
  });
  return () => {
    isWanted.current = true;
  };
}

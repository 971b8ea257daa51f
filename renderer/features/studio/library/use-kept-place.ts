import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { rowOfPlace, type GridRow } from './grid-rows.ts';
import type { Library } from './use-library.ts';

type View = Pick<
  Virtualizer<HTMLDivElement, Element>,
  'range' | 'scrollToIndex' | 'scrollToOffset'
>;

/** Brings the list back to where it was left, begins another list at its top, and keeps where it
 *  stands now. By place, not by height: the window may have another width by then. */
export function useKeptPlace(view: View, rows: readonly GridRow[], library: Library): void {
  const { firstPlace, keepPlace, query } = library;
  const shownQuery = useRef<object>(undefined);
  useLayoutEffect(() => {
    if (rows.length === 0 || shownQuery.current === query) return;
    const isFirst = shownQuery.current === undefined;
    shownQuery.current = query;
    const row = isFirst ? rowOfPlace(rows, firstPlace) : 0;
    if (row > 1) view.scrollToIndex(row, { align: 'start' });
    else if (!isFirst) view.scrollToOffset(0);
  }, [rows, query, firstPlace, view]);
  const first = view.range?.startIndex ?? 0;
  useEffect(() => {
    if (shownQuery.current === undefined) return;
    const row = [rows[first], rows[first + 1]].find((one) => one?.kind === 'tiles');
    keepPlace(row?.kind === 'tiles' ? row.from : 0);
  }, [first, rows, keepPlace]);
}

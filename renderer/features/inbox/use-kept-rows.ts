import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import { moveOfRows } from './kept-rows.ts';

/** Keeps what is looked at in its place while rows come and go above it. At the very top the newest show. */
export function useKeptRows(
  virtual: Virtualizer<HTMLDivElement, Element>,
  rows: readonly { threadId: string }[],
): void {
  const drawn = useRef<{ rows: typeof rows; startsPx: Map<string, number> }>({
    rows,
    startsPx: new Map(),
  });
  useLayoutEffect(() => {
    const frame = virtual.scrollElement;
    const before = drawn.current;
    if (frame && frame.scrollTop > 0 && before.rows !== rows && before.startsPx.size > 0) {
      const places = new Map(rows.map(({ threadId }, index) => [threadId, index]));
      const movePx = moveOfRows(before.startsPx, (id) => {
        const place = places.get(id);
        return place === undefined ? undefined : virtual.measurementsCache[place]?.start;
      });
      if (movePx !== 0) frame.scrollBy({ top: movePx, behavior: 'instant' });
    }
    const startsPx = new Map<string, number>();
    for (const { index, start, end } of virtual.getVirtualItems()) {
      const id = rows[index]?.threadId;
      const isSeen = frame && end > frame.scrollTop && start < frame.scrollTop + frame.clientHeight;
      if (id !== undefined && isSeen) startsPx.set(id, start);
    }
    drawn.current = { rows, startsPx };
  });
}

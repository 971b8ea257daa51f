import { createContext, useContext, useMemo, useState } from 'react';
import type { Thread } from '../../../../shared/contract/inbox.ts';
import { noSelection, selectRow } from '../../../ui/select-rows.ts';

export type ThreadSelection = {
  /** Of the list that is looked at, in its order. */
  threads: readonly Thread[];
  has(threadId: string): boolean;
  toggle(threadId: string, shift?: boolean): void;
  add(threadIds: readonly string[]): void;
  clear(): void;
};

const none: ThreadSelection = {
  threads: [],
  has: () => false,
  toggle: () => {},
  add: () => {},
  clear: () => {},
};
const SelectionContext = createContext<ThreadSelection>(none);
export const SelectionProvider = SelectionContext.Provider;

/** Which threads are chosen for what is done to several. */
export const useThreadSelection = () => useContext(SelectionContext);

/** Threads that have left the list are chosen no longer. */
export function useSelection(listed: readonly Thread[]): ThreadSelection {
  const [selection, setSelection] = useState(noSelection);
  return useMemo(() => {
    const all = listed.map(({ threadId }) => threadId);
    return {
      threads: listed.filter(({ threadId }) => selection.ids.has(threadId)),
      has: (threadId) => selection.ids.has(threadId),
      toggle: (threadId, shift = false) =>
        setSelection((before) => selectRow(before, all, threadId, { shift, mod: true })),
      add: (threadIds) =>
        setSelection((before) => ({
          ids: new Set([...before.ids, ...threadIds]),
          anchor: threadIds.at(-1) ?? before.anchor,
        })),
      clear: () => setSelection(noSelection),
    };
  }, [listed, selection]);
}

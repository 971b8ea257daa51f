import { useMemo, useState } from 'react';
import { noSelection, selectRow, type Selection } from '../../ui/select-rows.ts';

type Keys = { shift: boolean; mod: boolean };

/** Which posts are chosen for something done to all of them; kept from day to day and view to view. */
export function usePlanSelection(order: readonly string[]) {
  const [selection, setSelection] = useState<Selection>(noSelection);
  return useMemo(
    () => ({
      ids: selection.ids,
      /** Ctrl adds or takes away, Shift takes all from the last one. */
      choose: (postId: string, keys: Keys) =>
        setSelection((before) => selectRow(before, order, postId, keys)),
      chooseAll: () => setSelection({ ids: new Set(order), anchor: order[0] }),
      clear: () => setSelection(noSelection),
    }),
    [selection, order],
  );
}

export type PlanSelection = ReturnType<typeof usePlanSelection>;

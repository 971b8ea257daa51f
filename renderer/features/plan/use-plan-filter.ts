import { useState } from 'react';

/** The states to filter by, as a tile wears them. */
export const filterStates = [
  'scheduled',
  'published',
  'uncertain',
  'waiting',
  'failed',
  'missed',
] as const;

/** What the calendar is narrowed to. */
export function usePlanFilter() {
  const [accountId, setAccountId] = useState<string>();
  const [state, setState] = useState<string>();
  const [productId, setProductId] = useState<string>();
  const count = [accountId, state, productId].filter((one) => one !== undefined).length;
  return {
    accountId,
    setAccountId,
    state,
    setState,
    productId,
    setProductId,
    count,
    /** The sentence for when nothing is left. */
    none: count > 0 ? 'nothingFiltered' : 'nothingListed',
    clear: () => {
      setAccountId(undefined);
      setState(undefined);
      setProductId(undefined);
    },
  };
}

export type PlanFilter = ReturnType<typeof usePlanFilter>;

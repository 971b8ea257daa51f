import { useMemo, useState } from 'react';
import type { ApprovalState } from '../../../shared/contract/posts.ts';

/** The states to filter by, as a tile wears them. */
export const filterStates = [
  'scheduled',
  'published',
  'uncertain',
  'waiting',
  'failed',
  'missed',
  'removed',
] as const;

/** How a second person's yes may stand. */
export const approvalStates = [
  'needed',
  'asked',
  'sent-back',
] as const satisfies readonly ApprovalState[];

/** What the calendar is narrowed to, all of it together; the studio does the narrowing. */
export type FilterWish = {
  accountId?: string;
  state?: string;
  productId?: string;
  campaignId?: string;
  /** What still lacks a second person's yes, and how it stands. */
  approval?: ApprovalState;
  /** Only what asks a person something. */
  asks?: true;
};
type FilterKey = Exclude<keyof FilterWish, 'asks'>;

export function usePlanFilter() {
  const [wish, setWish] = useState<FilterWish>({});
  return useMemo(() => {
    const set = (key: keyof FilterWish, value: string | true | undefined) =>
      setWish(({ [key]: _before, ...others }) =>
        value === undefined ? others : { ...others, [key]: value },
      );
    const { asks = false, ...chosen } = wish;
    const count = Object.keys(chosen).length;
    return {
      wish,
      choose: (key: FilterKey, value: string | undefined) => set(key, value),
      asks,
      setAsks: (on: boolean) => set('asks', on || undefined),
      count,
      /** The sentence for when nothing is left. */
      none: count > 0 ? 'nothingFiltered' : 'nothingListed',
      clear: () => setWish(asks ? { asks } : {}),
    };
  }, [wish]);
}

export type PlanFilter = ReturnType<typeof usePlanFilter>;

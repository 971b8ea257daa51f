import type { CampaignMove } from './campaigns/campaign-move.ts';
import type { ReplanMove } from '../../../shared/contract/posts.ts';

/** One thing that can be done to posts and taken back; as data, so that its opposite can be kept. */
export type PlanStep =
  | { kind: 'replan'; moves: readonly ReplanMove[] }
  | { kind: 'assign'; moves: readonly CampaignMove[] }
  | { kind: 'remove'; postIds: readonly string[] }
  | { kind: 'restore'; postIds: readonly string[] };

export type Deed = { id: number; back: PlanStep; forth: PlanStep };

/** What was done at this sitting, and what of it was taken back; the last is at the end. */
export type PlanHistory = { done: readonly Deed[]; undone: readonly Deed[] };

export const noHistory: PlanHistory = { done: [], undone: [] };

const mostKept = 100;

/** A new deed; what had been taken back cannot be done again after it. */
export function withDeed({ done }: PlanHistory, deed: Deed): PlanHistory {
  return { done: [...done, deed].slice(-mostKept), undone: [] };
}

/** Takes a deed from what is done, the last unless named; undefined when there is none. */
export function takeUndo(
  { done, undone }: PlanHistory,
  id?: number,
): { deed: Deed; history: PlanHistory } | undefined {
  const deed = id === undefined ? done.at(-1) : done.find((one) => one.id === id);
  if (!deed) return undefined;
  return {
    deed,
    history: { done: done.filter((one) => one !== deed), undone: [...undone, deed] },
  };
}

export function takeRedo({
  done,
  undone,
}: PlanHistory): { deed: Deed; history: PlanHistory } | undefined {
  const deed = undone.at(-1);
  if (!deed) return undefined;
  return { deed, history: { done: [...done, deed], undone: undone.slice(0, -1) } };
}

/** A deed that could not be taken back, or not again, is forgotten: its way back is gone. */
export function withoutDeed({ done, undone }: PlanHistory, id: number): PlanHistory {
  const keep = (deeds: readonly Deed[]) => deeds.filter((deed) => deed.id !== id);
  return { done: keep(done), undone: keep(undone) };
}

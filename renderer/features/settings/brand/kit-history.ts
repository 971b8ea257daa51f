import type { BrandPatch } from '../../../../shared/contract/brand.ts';

/** What puts back each change of a kit, the last one last. */
export type KitHistory = { past: readonly BrandPatch[]; future: readonly BrandPatch[] };

/** Why something is changed: by hand, or to take a change back, or to do it again. */
export type Move = 'change' | 'undo' | 'redo';

export const emptyHistory: KitHistory = { past: [], future: [] };
const mostSteps = 200;

/** `before` puts back what `move` just did. */
export function afterMove(
  { past, future }: KitHistory,
  move: Move,
  before: BrandPatch,
): KitHistory {
  if (move === 'undo') return { past: past.slice(0, -1), future: [...future, before] };
  const kept = [...past, before].slice(-mostSteps);
  return { past: kept, future: move === 'redo' ? future.slice(0, -1) : [] };
}

/** The change that undoes, or does again; nothing when there is none. */
export function nextPatch(history: KitHistory, move: 'undo' | 'redo'): BrandPatch | undefined {
  return (move === 'undo' ? history.past : history.future).at(-1);
}

import type { EngineParts } from './engine-parts.ts';
import { poiseLeadMs } from './patience.ts';
import { recipes } from './recipes/recipes.ts';
import type { TargetRow } from './store.ts';

/** When the visible call of a ready target is made: at its time, or at once where the network's own
 *  scheduler waits for that time. */
export function callAt(parts: EngineParts, row: TargetRow): number {
  const handsOver = row.content && recipes[row.content.recipe].handsOver;
  return handsOver ? parts.now() : row.dueAt;
}

/** When a target that has just become ready is looked at next. */
export function poiseAt(parts: EngineParts, row: TargetRow): number {
  return Math.max(callAt(parts, row) - poiseLeadMs, parts.now());
}

import type { EngineParts } from './engine-parts.ts';
import type { TargetRow } from './store.ts';

/** What is later than this was held up; it is caught up with one after the other. */
const lateFromMs = 60_000;
/** Between two visible calls of an account that catches up. */
export const catchUpGapMs = 30_000;

/** When a post that was held up may go out, if not now: after a sleep or a lost line the posts of an
 *  account never leave in one burst (F26). The grace time never ends by it, and what a person asked for
 *  now does not wait. */
export function spacedAt(parts: EngineParts, row: TargetRow): number | undefined {
  const now = parts.now();
  if (row.graceMs === undefined || now - row.dueAt < lateFromMs) return undefined;
  const lastAt = parts.calls.lastBetween(row.accountId, now - catchUpGapMs, now);
  if (lastAt === undefined) return undefined;
  const at = Math.min(lastAt + catchUpGapMs, row.dueAt + row.graceMs);
  return at > now ? at : undefined;
}

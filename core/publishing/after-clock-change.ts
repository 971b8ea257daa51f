import type { EngineParts } from './engine-parts.ts';
import type { ProgressOf } from './target-progress.ts';

/** No pause of the engine's own is longer than this. */
const longestPauseMs = 61 * 60_000;

/** Notes each tick; answers whether the clock was set back since the last one. The first tick may be the
 *  first after a clock that was wrong while the studio ran before. */
export function createSetBackWatch(): (now: number) => boolean {
  let last = Infinity;
  return (now) => {
    const isSetBack = now < last;
    last = now;
    return isSetBack;
  };
}

/** Work under way whose next look was written down by a clock that ran ahead would stand still until that
 *  time comes: it is looked at now. */
export function bringForward({ tools }: EngineParts, now: number): void {
  tools.db
    .prepare(
      `UPDATE targets SET next_at = @now
       WHERE (state IN ('publishing', 'uncertain') AND next_at > @now + @longestPauseMs)
         OR (state IN ('preparing', 'waiting')
           AND next_at > max(@now + @longestPauseMs, due_at + 60000))`,
    )
    .run({ now, longestPauseMs });
}

/** Patience is counted from an instant that cannot be ahead. */
export function withPastDoubt(
  progress: ProgressOf<'uncertain'>,
  now: number,
): ProgressOf<'uncertain'> {
  if (progress.doubt.sinceAt <= now) return progress;
  return { ...progress, doubt: { ...progress.doubt, sinceAt: now } };
}

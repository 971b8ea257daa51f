import {
  askedLookDelayMs,
  looksAtMs,
  maxRepeats,
  pollDelayMs,
  repeatPauseMs,
  unsettledPatienceMs,
  type Patience,
} from './patience.ts';
import type { Reading } from './recipes/recipe.ts';
import type { ProgressOf, Why } from './target-progress.ts';

export type AfterLook =
  | Extract<Reading, { kind: 'found' }>
  | { kind: 'refused'; why: Why }
  /** Nobody can see it and its id says so: the same call may be made again, after a pause where it came
   *  to nothing three times. */
  | { kind: 'clear'; pauseUntilAt?: number }
  /** `counts`: the network gave an answer, though not a deciding one. */
  | { kind: 'look'; at: number; counts: boolean }
  | { kind: 'ask'; code: string; lookAt: number; counts: boolean };

/** What a reading of the network means for an unclear call. One negative reading proves nothing: new
 *  objects read as missing for a while. */
export function decideAfterLook(
  progress: ProgressOf<'uncertain'>,
  reading: Reading,
  situation: { now: number; patience: Patience },
): AfterLook {
  const { now, patience } = situation;
  const { sinceAt, repeats } = progress.doubt;
  const isOverdue = now - sinceAt >= unsettledPatienceMs;
  switch (reading.kind) {
    case 'found':
      return reading;
    case 'refused':
      return { kind: 'refused', why: reading.why };
    case 'unread':
      if (isOverdue) {
        const lookAt = now + askedLookDelayMs(now - sinceAt, 'unread');
        return { kind: 'ask', code: 'unread', lookAt, counts: false };
      }
      return { kind: 'look', at: now + pollDelayMs(now - sinceAt), counts: false };
    case 'in-progress':
      if (isOverdue) return ask('in-progress', now, sinceAt);
      return { kind: 'look', at: now + pollDelayMs(now - sinceAt), counts: false };
    default: {
      const nextLookMs = gapMs(patience, progress.looks);
      if (nextLookMs !== undefined) {
        const lookAt = now + nextLookMs;
        // Its id is read thrice within two minutes, however long nobody could look before.
        const isAsked = isOverdue && patience === 'searched';
        if (isAsked) return { kind: 'ask', code: codeOf(reading.kind), lookAt, counts: true };
        return { kind: 'look', at: lookAt, counts: true };
      }
      if (reading.kind === 'unpublished' && progress.mayRepeat) return clear(repeats, now);
      return ask(codeOf(reading.kind), now, sinceAt);
    }
  }
}

/** Nothing is in doubt any more, so nobody needs to be asked: after three calls they pause. */
function clear(repeats: number, now: number): AfterLook {
  const isPause = repeats % (maxRepeats + 1) === maxRepeats;
  return isPause ? { kind: 'clear', pauseUntilAt: now + repeatPauseMs } : { kind: 'clear' };
}

function ask(code: string, now: number, sinceAt: number): AfterLook {
  const lookAt = now + askedLookDelayMs(now - sinceAt, 'read');
  return { kind: 'ask', code, lookAt, counts: true };
}

/** Pause after the look number `looks` (from 0); undefined after the last one. */
function gapMs(patience: Patience, looks: number): number | undefined {
  const ladder: readonly number[] = looksAtMs[patience];
  const [at, next] = [ladder[looks], ladder[looks + 1]];
  return at === undefined || next === undefined ? undefined : next - at;
}

function codeOf(kind: 'unpublished' | 'gone' | 'none' | 'several'): string {
  return kind === 'unpublished' ? 'not-visible' : kind === 'several' ? 'several' : 'not-found';
}

import type { GraphFailure, GraphResult, ListPage } from 'graph-api-client';
import { doubtDelayMs, wholeListDelayMs } from './polling.ts';

/** How a list of the account's own was read lately. Not written down: a start begins with a whole reading. */
export type ListPace = {
  /** From when on it is read to its end again. */
  wholeAt: number;
  /** Rows up to its end, as they were last. */
  rows?: number;
};

export type ListWalk<T> = {
  page(after: string | undefined): Promise<GraphResult<ListPage<T>>>;
  /** Takes a page; true when it brought news, so that older rows may be new as well. */
  take(items: readonly T[]): boolean;
  /** Rows too old for a second look behind them. */
  arePast(items: readonly T[]): boolean;
};

export type Walked = { calls: number; failure?: GraphFailure };

/** Goes through a list of the account's own, newest first: to where it is known, and on to its end when that
 *  is due. A walk that was cut leaves a gap that the next one cannot see: that one goes to the end. */
export async function walkList<T>(
  { page, take, arePast }: ListWalk<T>,
  pace: ListPace,
  { now, mostPages }: { now: number; mostPages: number },
): Promise<Walked> {
  const isWhole = now >= pace.wholeAt;
  const wasAtEnd = pace.rows !== undefined;
  let after: string | undefined;
  let rows = 0;
  for (let calls = 1; calls <= mostPages; calls += 1) {
    const answer = await page(after);
    if (!answer.ok) return cut(pace, calls, answer.failure);
    const { items, after: next } = answer.value;
    const isNews = take(items);
    rows += items.length;
    if (next === undefined || next === after) {
      noteEnd(pace, rows, now + wholeListDelayMs(calls), now + doubtDelayMs);
      return { calls };
    }
    if (!isNews && !isWhole) return { calls };
    if (!isNews && wasAtEnd && arePast(items)) {
      pace.wholeAt = now + wholeListDelayMs(calls);
      return { calls };
    }
    after = next;
  }
  return cut(pace, mostPages);
}

/** A list that ends sooner than last time may have been cut short without a word. */
function noteEnd(pace: ListPace, rows: number, wholeAt: number, doubtAt: number): void {
  pace.wholeAt = rows < (pace.rows ?? 0) ? doubtAt : wholeAt;
  pace.rows = rows;
}

function cut(pace: ListPace, calls: number, failure?: GraphFailure): Walked {
  pace.wholeAt = 0;
  return { calls, ...(failure && { failure }) };
}

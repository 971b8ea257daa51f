import { addDays, dateAt } from '../../shared/rules/calendar-grid.ts';
import { percentile } from '../../shared/rules/percentile.ts';
import { settleWallTime } from '../../shared/rules/zoned-time.ts';

export type Waited = { askedAt: number; answeredAt: number };
export type WaitFigures = { count: number; medianMs?: number; p90Ms?: number };
export type DaySpan = { date: string; fromAt: number };

/** Days of a zone's clocks, oldest first, the last being the one of `now`: each begins at its own midnight, so
 *  that days of 23 and 25 hours are counted as they are. */
export function lastDays(now: number, count: number, zone: string): DaySpan[] {
  const today = dateAt(now, zone);
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(today, index - count + 1);
    const fromAt = settleWallTime(`${date}T00:00`, zone)?.at ?? Date.parse(`${date}T00:00:00Z`);
    return { date, fromAt };
  });
}

/** The day an instant lies in; undefined before the first of them. */
export function dayOf(days: readonly DaySpan[], at: number): DaySpan | undefined {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.fromAt ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return days[low - 1];
}

/** How many answers, and how long they let wait: half of them, and nine of ten, no longer than this. */
export function waitFigures(answers: readonly Waited[]): WaitFigures {
  return figuresOf(answers.map(({ askedAt, answeredAt }) => Math.max(0, answeredAt - askedAt)));
}

/** The same of waits in ms. */
export function figuresOf(unsorted: readonly number[]): WaitFigures {
  const waits = unsorted.toSorted((one, other) => one - other);
  const median = percentile(waits, 0.5);
  const p90 = percentile(waits, 0.9);
  return {
    count: waits.length,
    ...(median !== undefined && { medianMs: Math.round(median) }),
    ...(p90 !== undefined && { p90Ms: Math.round(p90) }),
  };
}

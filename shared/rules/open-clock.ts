import { openStretches, type OpeningTime, type Stretch } from './opening-times.ts';

/** Tells how long (ms) the shop was open between two instants (UTC ms) that lie within `span`: by its own clocks,
 *  days of 23 and 25 hours as they are. */
export function openClock(
  times: readonly OpeningTime[],
  zone: string,
  span: Stretch,
): (from: number, to: number) => number {
  const stretches = openStretches(times, zone, span.from, span.to);
  let sum = 0;
  const sums = stretches.map(({ from, to }) => (sum += to - from) - (to - from));

  /** Open time from the beginning of the span until then. */
  function until(at: number): number {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.from ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    const last = stretches[low - 1];
    return last ? (sums[low - 1] ?? 0) + Math.min(at, last.to) - last.from : 0;
  }
  return (from, to) => Math.max(0, until(to) - until(from));
}

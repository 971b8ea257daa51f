import { addDays, dateAt, dayGrid } from './calendar-grid.ts';
import { settleWallTime } from './zoned-time.ts';

/** Weekday 1 (Monday) to 7 with wall times; one that closes no later than it opens goes past midnight. */
export type OpeningTime = { weekday: number; opens: string; closes: string };
/** UTC ms; `to` is no longer part of it. */
export type Stretch = { from: number; to: number };

/** Hours of a shop that has not said its own, to tell a night from a day. */
export const assumedHours: readonly OpeningTime[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opens: '09:00',
  closes: '19:00',
}));

const dayMs = 86_400_000;
/** A shop shut for longer has closed down. */
const farthestDays = 400;
const stepDays = 8;
/** A night longer ago is of no use. */
const nightWithinDays = 21;

/** When the shop is open between two instants, in order, what touches taken together. */
export function openStretches(
  times: readonly OpeningTime[],
  zone: string,
  from: number,
  to: number,
): Stretch[] {
  const found: Stretch[] = [];
  // The evening before may reach past midnight.
  for (
    let date = addDays(dateAt(from, zone), -1);
    date <= dateAt(to, zone);
    date = addDays(date, 1)
  )
    found.push(...stretchesOf(date, times, zone));
  return join(found)
    .map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
    .filter((one) => one.from < one.to);
}

export function isOpenAt(times: readonly OpeningTime[], zone: string, at: number): boolean {
  return openStretches(times, zone, at, at + 1).length > 0;
}

/** The instant since which the shop was open for `lengthMs` until now; without hours, that much earlier. */
export function openTimeBefore(
  times: readonly OpeningTime[],
  zone: string,
  now: number,
  lengthMs: number,
): number {
  if (times.length === 0) return now - lengthMs;
  let left = lengthMs;
  let to = now;
  for (let days = 0; days < farthestDays; days += stepDays) {
    const from = to - stepDays * dayMs;
    for (const stretch of openStretches(times, zone, from, to).reverse()) {
      const openMs = stretch.to - stretch.from;
      if (openMs >= left) return stretch.to - left;
      left -= openMs;
    }
    to = from;
  }
  return to;
}

/** The last time before now that the shop was shut for at least `leastMs`: until it opened, or until now. */
export function lastPause(
  times: readonly OpeningTime[],
  zone: string,
  now: number,
  leastMs: number,
): Stretch | undefined {
  // Far enough ahead to tell a lunch break from a night.
  const open = openStretches(times, zone, now - nightWithinDays * dayMs, now + leastMs);
  for (let index = open.length - 1; index >= 0; index--) {
    const closed = open[index]?.to ?? now;
    const opened = open[index + 1]?.from ?? now + leastMs;
    if (closed <= now && opened - closed >= leastMs)
      return { from: closed, to: Math.min(opened, now) };
  }
  return undefined;
}

function stretchesOf(date: string, times: readonly OpeningTime[], zone: string): Stretch[] {
  const { weekday } = dayGrid(date, zone);
  return times.flatMap((time) => {
    if (time.weekday !== weekday) return [];
    const last = time.closes > time.opens ? date : addDays(date, 1);
    const from = settleWallTime(`${date}T${time.opens}`, zone);
    const to = settleWallTime(`${last}T${time.closes}`, zone);
    return from && to && from.at < to.at ? [{ from: from.at, to: to.at }] : [];
  });
}

function join(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && one.from <= last.to) last.to = Math.max(last.to, one.to);
    else joined.push({ ...one });
  }
  return joined;
}

import type { UsualTime } from './calendar-grid.ts';
import { freeSlots } from './free-slots.ts';
import { settleWallTime, type PlacedTime } from './zoned-time.ts';

/** When the posts of a series go out; `from` is the first day (`2026-12-01`), today without it. */
export type SlotWish =
  | { kind: 'usual'; from?: string | undefined }
  | { kind: 'weekdays'; time: string; from?: string | undefined }
  | { kind: 'per-week'; count: number; time: string; from?: string | undefined };

/** The hours of a week that a wish asks for. */
export function hoursOf(wish: SlotWish, usualTimes: readonly UsualTime[]): UsualTime[] {
  switch (wish.kind) {
    case 'usual':
      return [...usualTimes];
    case 'weekdays':
      return [1, 2, 3, 4, 5].map((weekday) => ({ weekday, time: wish.time }));
    case 'per-week':
      return spreadOver(wish.count).map((weekday) => ({ weekday, time: wish.time }));
  }
}

/** Days of the week as far apart as `count` of them can be: three are Tuesday, Thursday, Saturday. */
function spreadOver(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 1 + Math.floor((index * 7 + 3.5) / count));
}

/** The first `count` hours of the wish after `now` (UTC ms) at which nothing stands yet; fewer where
 *  there are none. */
export function seriesSlots(
  wish: SlotWish,
  place: { zone: string; usualTimes: readonly UsualTime[] },
  now: number,
  taken: ReadonlySet<number>,
  count: number,
): PlacedTime[] {
  const { zone, usualTimes } = place;
  const day = wish.from === undefined ? undefined : settleWallTime(`${wish.from}T00:00`, zone);
  const after = Math.max(now, day === undefined ? now : day.at - 1);
  return freeSlots(hoursOf(wish, usualTimes), zone, after, taken, count);
}

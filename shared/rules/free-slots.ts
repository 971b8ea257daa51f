import { usualSlots, type UsualTime } from './calendar-grid.ts';
import type { PlacedTime } from './zoned-time.ts';

const weekMs = 7 * 86_400_000;
/** Beyond this nobody plans: a shop with one hour a week still places a hundred posts. */
const horizonWeeks = 160;

/** The next `count` of the usual hours after `now` (UTC ms) at which nothing stands yet; fewer where
 *  there are no usual hours or the horizon is reached. */
export function freeSlots(
  usualTimes: readonly UsualTime[],
  zone: string,
  now: number,
  taken: ReadonlySet<number>,
  count: number,
): PlacedTime[] {
  const free: PlacedTime[] = [];
  if (usualTimes.length === 0) return free;
  for (let week = 0; week < horizonWeeks && free.length < count; week++) {
    const from = now + 1 + week * weekMs;
    for (const slot of usualSlots(usualTimes, zone, from, from + weekMs)) {
      // Two usual hours may meet behind a gap of the clocks.
      if (!taken.has(slot.at) && free.at(-1)?.at !== slot.at) free.push(slot);
    }
  }
  return free.slice(0, count);
}

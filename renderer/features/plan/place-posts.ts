import type { PostTile } from '../../../shared/contract/posts.ts';
import { groupByDay, usualSlots, type UsualTime } from '../../../shared/rules/calendar-grid.ts';
import { instantToWall } from '../../../shared/rules/zoned-time.ts';

/** Tiles by the date on which they stand in the shop's zone, earliest first. */
export function postsByDay(
  tiles: readonly PostTile[],
  zone: string,
): ReadonlyMap<string, PostTile[]> {
  const timed = tiles.flatMap((tile) =>
    tile.at === undefined ? [] : [{ tile, at: Date.parse(tile.at) }],
  );
  timed.sort((one, other) => one.at - other.at);
  const days = groupByDay(timed, ({ at }) => at, zone);
  return new Map([...days].map(([date, held]) => [date, held.map(({ tile }) => tile)]));
}

/** Whether a post may still be put on another day. */
export function isMovable(tile: Pick<PostTile, 'state'>): boolean {
  return !['published', 'removed', 'publishing', 'uncertain'].includes(tile.state);
}

/** The empty usual hours to invite to, by date: from `now` on, the first of each week, none on a day
 *  that has a post. */
export function invitations(
  weeks: readonly (readonly { date: string; startAt: number; endAt: number }[])[],
  days: ReadonlyMap<string, readonly PostTile[]>,
  usualTimes: readonly UsualTime[],
  zone: string,
  now: number,
): ReadonlyMap<string, string> {
  const invited = new Map<string, string>();
  for (const week of weeks) {
    const from = Math.max(now, week[0]?.startAt ?? now);
    const to = week.at(-1)?.endAt ?? now;
    if (to <= from) continue;
    const free = usualSlots(usualTimes, zone, from, to).find(
      (slot) => !days.has(slot.wall.slice(0, 10)),
    );
    if (free) invited.set(free.wall.slice(0, 10), free.wall);
  }
  return invited;
}

/** The wall time at which a post lands when it is put on `date`: its own time of day; for a draft the
 *  usual hour of that day; today never in the past. */
export function landingTime(
  tile: Pick<PostTile, 'at'>,
  date: string,
  usualTimes: readonly UsualTime[],
  zone: string,
  now: number,
): string {
  // A post may have been planned on the clock of another zone: here it stands on the shop's.
  const own = tile.at ? instantToWall(Date.parse(tile.at), zone) : undefined;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const usual = usualTimes.find((one) => one.weekday === weekday)?.time;
  const wanted = `${date}T${own?.slice(11, 16) ?? usual ?? '18:30'}`;
  const nowWall = instantToWall(now, zone);
  if (date !== nowWall.slice(0, 10) || wanted > nowWall) return wanted;
  const nextHour = instantToWall(now + 3_600_000, zone);
  return nextHour.slice(0, 10) === date ? `${nextHour.slice(0, 13)}:00` : wanted;
}

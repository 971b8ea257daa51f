import type { PostTile } from '../../../shared/contract/posts.ts';
import { placeInstant } from '../../../shared/rules/zoned-time.ts';
import { zoneCity } from './zone-differs.ts';

/** When a post goes out on the clocks that it was planned by, as `13:30`, and where those stand;
 *  undefined where the calendar's own clocks show the same. */
export function foreignTime(
  { at, zone }: Pick<PostTile, 'at' | 'zone'>,
  shownZone: string,
): { time: string; city: string } | undefined {
  if (at === undefined || zone === undefined || zone === shownZone) return undefined;
  const instant = Date.parse(at);
  const own = placeInstant(instant, zone);
  if (own.offset === placeInstant(instant, shownZone).offset) return undefined;
  return { time: own.wall.slice(11, 16), city: zoneCity(zone) };
}

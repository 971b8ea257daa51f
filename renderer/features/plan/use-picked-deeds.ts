import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import type { PostTile } from '../../../shared/contract/posts.ts';
import type { UsualTime } from '../../../shared/rules/calendar-grid.ts';
import { instantToWall, settleWallTime } from '../../../shared/rules/zoned-time.ts';
import { isMovable, landingTime } from './place-posts.ts';
import { shiftBetween, shiftWall, type Shift } from './shift-wall.ts';
import type { PlanDeeds, TileMove } from './use-plan-deeds.ts';

/** What is done to one post or to all that are picked, by hand, key, menu or bar. */
export function usePickedDeeds(
  deeds: PlanDeeds,
  { zone, now, usualTimes }: { zone: string; now: number; usualTimes: readonly UsualTime[] },
) {
  const { t } = useTranslation('plan');
  const wallOf = (tile: PostTile) =>
    tile.at === undefined ? undefined : instantToWall(Date.parse(tile.at), zone);
  const isPlanned = (tile: PostTile) =>
    tile.at !== undefined && tile.state !== 'draft' && isMovable(tile);

  const shiftAll = (tiles: readonly PostTile[], shift: Shift) => {
    const moves = tiles.filter(isMovable).flatMap((tile): TileMove[] => {
      const wall = wallOf(tile);
      return wall === undefined ? [] : [{ tile, wall: shiftWall(wall, shift, zone) }];
    });
    if (moves.length > 0) deeds.move(moves);
  };
  const unplan = (tiles: readonly PostTile[]) => {
    const moves = tiles.filter(isPlanned).map((tile) => ({ tile, wall: null }));
    if (moves.length > 0) deeds.move(moves);
  };

  return {
    place: deeds.place,
    unplan,
    shift: shiftAll,
    moveDays: (tiles: readonly PostTile[], days: number) => shiftAll(tiles, { days, minutes: 0 }),
    assign: (tiles: readonly PostTile[], campaign: Campaign | undefined) =>
      deeds.assign(
        tiles.map((tile) => tile.id),
        campaign,
      ),
    remove: (tiles: readonly PostTile[]) =>
      deeds.remove(tiles.filter((tile) => tile.state === 'draft').map((tile) => tile.id)),
    /** `spot` is a day, a time of it, or the tray; what else is picked goes as far as `tile`. */
    drop(tile: PostTile, spot: string, along: readonly PostTile[]) {
      if (spot === 'tray') return unplan([tile, ...along]);
      const isTimed = spot.length > 10;
      const asked = isTimed ? spot : landingTime(tile, spot, usualTimes, zone, now);
      const wall = settleWallTime(asked, zone)?.wall ?? asked;
      const own = wallOf(tile);
      if (wall === own) return;
      const shift = own === undefined ? undefined : shiftBetween(own, wall);
      const others = along.filter(isMovable).map((other): TileMove => {
        const before = wallOf(other);
        if (before !== undefined && shift)
          return { tile: other, wall: shiftWall(before, shift, zone) };
        const day = wall.slice(0, 10);
        return { tile: other, wall: landingTime(other, day, usualTimes, zone, now) };
      });
      const isGap = isTimed && wall !== asked;
      const note = isGap ? t('gap', { time: asked.slice(11), later: wall.slice(11) }) : '';
      deeds.move([{ tile, wall }, ...others], note);
    },
  };
}

export type PickedDeeds = ReturnType<typeof usePickedDeeds>;

import type { PostTile } from '../../../shared/contract/posts.ts';
import { instantToWall } from '../../../shared/rules/zoned-time.ts';
import { scaleOf, tileOf } from './carry-by-keys.ts';
import { carriedMinutes, clockOf, minutesOf, snapMinutes } from './shift-wall.ts';

type Rect = { top: number };
/** As much of a carried post as finding its place takes. */
export type Carried = {
  active: {
    data: { current?: Record<string, unknown> | undefined };
    rect: { current: { translated: Rect | null } };
  };
  over: {
    id: string | number;
    rect: Rect;
    data: { current?: Record<string, unknown> | undefined };
  } | null;
};

/** Where a post would be put: a day (`2026-11-26`), over hours a time of it (`2026-11-26T18:45`), the
 *  tray, or nowhere. */
export function dropSpot({ active, over }: Carried, zone: string): string | undefined {
  if (!over) return undefined;
  const scale = scaleOf(over.data.current);
  const top = active.rect.current.translated?.top;
  if (!scale || top === undefined) return String(over.id);
  const minutes = ((top - over.rect.top) / scale.hourPx) * 60;
  const own = ownMinutes(tileOf(active.data.current), zone);
  const landed =
    own === undefined ? snapMinutes(minutes) : carriedMinutes(own, Math.round(minutes) - own);
  return `${scale.date}T${clockOf(landed)}`;
}

function ownMinutes(tile: PostTile | undefined, zone: string): number | undefined {
  return tile?.at === undefined ? undefined : minutesOf(instantToWall(Date.parse(tile.at), zone));
}

import type { PostTile, ReplanMove } from '../../../../../shared/contract/posts.ts';

const planned = new Set(['scheduled', 'waiting', 'missed', 'failed']);

/** Whether its time can still be exchanged with another's. */
export function isSwappable(tile: PostTile): boolean {
  return tile.at !== undefined && planned.has(tile.state);
}

/** As a profile shows them: the newest first, so what is still to come stands on top. */
export function gridOrder(tiles: readonly PostTile[], most = 60): PostTile[] {
  return tiles
    .filter((tile) => tile.at !== undefined && tile.state !== 'cancelled')
    .sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))
    .slice(0, most);
}

/** The moves by which two planned posts exchange their times; none when one of them cannot move. */
export function swapTimes(one: PostTile, other: PostTile): ReplanMove[] {
  if (one.id === other.id || !isSwappable(one) || !isSwappable(other)) return [];
  const to = (tile: PostTile, place: PostTile): ReplanMove => ({
    postId: tile.id,
    // The wall time is what the merchant chose; it moves with its zone.
    ...(place.wall && place.zone
      ? { at: place.wall.slice(0, 16), zone: place.zone }
      : { at: place.at ?? null }),
  });
  return [to(one, other), to(other, one)];
}

/** The place to which an arrow key leads in rows of `columns`. */
export function neighbour(at: number, key: string, count: number, columns = 3): number {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key] ?? 0;
  const next = at + step;
  return next >= 0 && next < count ? next : at;
}

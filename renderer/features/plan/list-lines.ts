import type { PostTile } from '../../../shared/contract/posts.ts';

export type ListLine =
  { kind: 'day'; key: string; date: string } | { kind: 'post'; key: string; tile: PostTile };

/** Each day's name, then its posts, for a list that draws only the lines on screen. */
export function listLines(days: ReadonlyMap<string, readonly PostTile[]>): ListLine[] {
  return [...days].flatMap(([date, tiles]): ListLine[] => [
    { kind: 'day', key: date, date },
    ...tiles.map((tile): ListLine => ({ kind: 'post', key: tile.id, tile })),
  ]);
}

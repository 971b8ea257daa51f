import type { ReactionKind } from '../nodes/reactions-edge.ts';
import type { World } from '../world/world.ts';

/** Whose happenings are counted: all posts of a Page, or all media of an account. */
export interface Publisher {
  network: 'fb' | 'ig';
  id: string;
}

function ofPublisher({ network }: Publisher): string {
  return network === 'fb'
    ? 'object_id IN (SELECT id FROM posts WHERE page_id = ?)'
    : 'object_id IN (SELECT id FROM ig_media WHERE ig_id = ?)';
}

/** Comments that others wrote between two instants. */
export function countComments(
  world: World,
  publisher: Publisher,
  fromMs: number,
  toMs: number,
): number {
  const row = world.get<{ total: number }>(
    `SELECT count(*) AS total FROM comments WHERE ${ofPublisher(publisher)}
     AND created_at > ? AND created_at <= ? AND own = 0`,
    publisher.id,
    fromMs,
    toMs,
  );
  return row?.total ?? 0;
}

/** Reactions between two instants, by kind in small letters as the insights name them. */
export function countReactionKinds(
  world: World,
  publisher: Publisher,
  fromMs: number,
  toMs: number,
): Record<string, number> {
  const rows = world.all<{ kind: ReactionKind; total: number }>(
    `SELECT kind, count(*) AS total FROM reactions WHERE ${ofPublisher(publisher)}
     AND at > ? AND at <= ? GROUP BY kind ORDER BY kind`,
    publisher.id,
    fromMs,
    toMs,
  );
  return Object.fromEntries(rows.map((row) => [row.kind.toLowerCase(), row.total]));
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((left, right) => left + right, 0);
}

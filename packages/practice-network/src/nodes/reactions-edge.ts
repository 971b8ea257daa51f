import { badParameter } from '../graph/graph-error.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import { rowTypes } from '../graph/row-types.ts';
import { listPage } from '../graph/paging.ts';
import type { World } from '../world/world.ts';

export const reactionKinds = ['LIKE', 'LOVE', 'WOW', 'HAHA', 'SAD', 'ANGRY', 'CARE'] as const;

export type ReactionKind = (typeof reactionKinds)[number];

interface ReactionRow {
  person_id: string;
  person_name: string;
  kind: ReactionKind;
  at: number;
}

/** Who reacted to a thing, newest first; its likes are all of them. */
export function reactionsEdge(
  objectId: string,
  query: EdgeQuery,
  { world, nowMs, owner }: ReadContext,
): EdgePage {
  const type = query.modifiers['type']?.toUpperCase();
  if (type !== undefined && type !== 'NONE' && !reactionKinds.some((kind) => kind === type))
    throw badParameter('type', `Param type must be one of {NONE, ${reactionKinds.join(', ')}}`);
  const rows = world
    .all<ReactionRow>(
      'SELECT * FROM reactions WHERE object_id = ? AND at <= ? ORDER BY at DESC, person_id',
      objectId,
      nowMs,
    )
    .filter((row) => type === undefined || type === 'NONE' || row.kind === type);
  const items = rows.map((row) => ({ id: row.person_id, name: row.person_name, type: row.kind }));
  if (query.modifiers['summary'] === undefined) return listPage(items, query, rowTypes.profile);
  const own = rows.find((row) => row.person_id === owner.id);
  const summary = { total_count: rows.length, viewer_reaction: own?.kind ?? 'NONE' };
  return { ...listPage(items, query, rowTypes.profile), summary };
}

/** How many reactions of each kind a thing has between two instants. */
export function countReactions(
  world: Pick<World, 'all'>,
  objectId: string,
  fromMs: number,
  toMs: number,
): Partial<Record<ReactionKind, number>> {
  const rows = world.all<{ kind: ReactionKind; total: number }>(
    `SELECT kind, count(*) AS total FROM reactions
     WHERE object_id = ? AND at > ? AND at <= ? GROUP BY kind ORDER BY kind`,
    objectId,
    fromMs,
    toMs,
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.total]));
}

/** How many people reacted up to now. */
export function reactionTotal(
  objectId: string,
  { world, nowMs }: Pick<ReadContext, 'world' | 'nowMs'>,
): number {
  const counts = Object.values(countReactions(world, objectId, 0, nowMs));
  return counts.reduce((left, right) => left + right, 0);
}

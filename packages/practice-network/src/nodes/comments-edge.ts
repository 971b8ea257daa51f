import { GraphError } from '../graph/graph-error.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import { keysetPage } from '../graph/paging.ts';
import type { CommentRow } from './facebook-rows.ts';
import type { Load } from './load.ts';

const orders = ['ranked', 'chronological', 'reverse_chronological'];

/** Comments under a Facebook object. Ranked, not by time, unless asked. */
export function commentsEdge(
  objectId: string,
  query: EdgeQuery,
  context: ReadContext,
  load: Load,
): EdgePage {
  const { filter = 'toplevel', order = 'ranked', since } = query.modifiers;
  if (!orders.includes(order))
    throw new GraphError(100, `(#100) Param order must be one of {${orders.join(', ')}}`);
  const levels = filter === 'stream' ? '' : 'AND parent_id IS NULL';
  const sinceMs = since === undefined || Number.isNaN(Number(since)) ? 0 : Number(since) * 1000;
  const page = keysetPage<CommentRow>(
    context.world,
    {
      table: 'comments',
      where: `object_id = ? AND arrived_at <= ? AND created_at >= ?
        AND (deleted_at IS NULL OR deleted_at > ?) ${levels}`,
      values: [objectId, context.nowMs, sinceMs, context.nowMs],
      sortColumn: order === 'ranked' ? 'rank' : 'created_at',
      direction: order === 'chronological' ? 'asc' : 'desc',
    },
    query,
  );
  return {
    ...page,
    items: page.rows.map((row) => load(row.id)).filter((node) => node !== undefined),
    ...(query.modifiers['summary'] === 'true' || query.modifiers['summary'] === '1'
      ? { summary: commentsSummary(objectId, order, context) }
      : {}),
  };
}

/** The total counts removed comments too, so a listing may stay shorter for ever. */
function commentsSummary(
  objectId: string,
  order: string,
  { world, nowMs }: ReadContext,
): Record<string, unknown> {
  const row = world.get<{ total: number }>(
    'SELECT count(*) AS total FROM comments WHERE object_id = ? AND counted_at <= ?',
    objectId,
    nowMs,
  );
  return { order, total_count: row?.total ?? 0, can_comment: true };
}

/** Answers under one comment, oldest first. */
export function repliesEdge(
  commentId: string,
  query: EdgeQuery,
  context: ReadContext,
  load: Load,
): EdgePage {
  const page = keysetPage<CommentRow>(
    context.world,
    {
      table: 'comments',
      where: 'parent_id = ? AND arrived_at <= ? AND (deleted_at IS NULL OR deleted_at > ?)',
      values: [commentId, context.nowMs, context.nowMs],
      sortColumn: 'created_at',
      direction: query.modifiers['order'] === 'reverse_chronological' ? 'desc' : 'asc',
    },
    query,
  );
  return {
    ...page,
    items: page.rows.map((row) => load(row.id)).filter((node) => node !== undefined),
  };
}

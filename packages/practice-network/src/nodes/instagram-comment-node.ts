import type { EdgePage, EdgeQuery, NodeType, ReadContext } from '../graph/graph-node.ts';
import { keysetPage } from '../graph/paging.ts';
import { graphTime } from '../practice-clock.ts';
import { repliesEdge } from './comments-edge.ts';
import type { CommentRow } from './facebook-rows.ts';
import type { Load } from './load.ts';

const maxPerQuery = 50;

/** How a comment on Instagram is read. Answers come only by asking for `replies`. */
export function igCommentType(load: Load): NodeType<CommentRow> {
  return {
    typeName: 'IGComment',
    spec: 'IGComment',
    defaults: ['timestamp', 'text'],
    fields: {
      text: (row) => row.message,
      timestamp: (row) => graphTime(row.created_at),
      username: (row) => row.from_name,
      from: (row) => ({ id: row.from_id, username: row.from_name }),
      like_count: (row) => row.likes,
      hidden: (row) => row.hidden === 1,
      parent_id: (row) => row.parent_id ?? undefined,
      media: (row) => load(row.object_id),
    },
    edges: {
      replies: (row, query, context) =>
        repliesEdge(
          row.id,
          { ...query, limit: Math.min(query.limit ?? 25, maxPerQuery) },
          context,
          load,
        ),
    },
  };
}

/** Top-level comments, newest first, never more than fifty a query. */
export function igCommentsEdge(
  mediaId: string,
  query: EdgeQuery,
  context: ReadContext,
  load: Load,
): EdgePage {
  const page = keysetPage<CommentRow>(
    context.world,
    {
      table: 'comments',
      where: `object_id = ? AND parent_id IS NULL AND arrived_at <= ?
        AND (deleted_at IS NULL OR deleted_at > ?)`,
      values: [mediaId, context.nowMs, context.nowMs],
      sortColumn: 'created_at',
      direction: 'desc',
    },
    { ...query, limit: Math.min(query.limit ?? 25, maxPerQuery) },
  );
  return {
    ...page,
    items: page.rows.map((row) => load(row.id)).filter((node) => node !== undefined),
  };
}

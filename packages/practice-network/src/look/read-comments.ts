import type { CommentRow } from '../nodes/facebook-rows.ts';
import type { World } from '../world/world.ts';
import { readListPage, type ListPage } from './list-page.ts';
import type { Place } from './viewer.ts';

const topComments = 50;
const shownReplies = 20;

/** A comment with the first answers to it. */
export interface ShownComment {
  row: CommentRow;
  replies: CommentRow[];
  moreReplies: number;
}

/** A page of comments under something, newest first, with what was answered to each. */
export function readComments(
  world: World,
  objectId: string,
  place: Place | undefined,
): ListPage<CommentRow> & { comments: ShownComment[] } {
  const nowMs = world.clock.now();
  const page = readListPage<CommentRow>(
    world,
    {
      table: 'comments',
      where: 'object_id = ? AND parent_id IS NULL AND deleted_at IS NULL AND arrived_at <= ?',
      values: [objectId, nowMs],
      column: 'created_at',
      size: topComments,
    },
    place,
  );
  const comments = page.rows.map((row) => withReplies(world, row, nowMs));
  return { ...page, comments };
}

function withReplies(world: World, row: CommentRow, nowMs: number): ShownComment {
  const below = 'parent_id = ? AND deleted_at IS NULL AND arrived_at <= ?';
  const replies = world.all<CommentRow>(
    `SELECT * FROM comments WHERE ${below} ORDER BY created_at, id LIMIT ?`,
    row.id,
    nowMs,
    shownReplies,
  );
  const counted =
    replies.length < shownReplies
      ? undefined
      : world.get<{ total: number }>(
          `SELECT count(*) AS total FROM comments WHERE ${below}`,
          row.id,
          nowMs,
        );
  return { row, replies, moreReplies: (counted?.total ?? replies.length) - replies.length };
}

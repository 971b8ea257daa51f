import type { EdgePage, EdgeQuery, NodeType, ReadContext } from '../graph/graph-node.ts';
import { listPage } from '../graph/paging.ts';
import { rowTypes } from '../graph/row-types.ts';
import { isGranted } from '../graph/access.ts';
import { graphTime } from '../practice-clock.ts';
import { cdnAddress } from '../world/media-files.ts';
import { repliesEdge } from './comments-edge.ts';
import type { CommentRow, PhotoRow } from './facebook-rows.ts';
import type { Load } from './load.ts';
import { largestImage } from './photo-node.ts';
import type { KeptAttachment } from './thread-rows.ts';

/** How long after a comment a private answer may be sent. */
export const privateReplyWindowMs = 7 * 86_400_000;

/** A Facebook comment is spelled with the object it stands under; Instagram's by itself. */
export function commentId(row: Pick<CommentRow, 'id' | 'object_id' | 'network'>): string {
  if (row.network === 'ig') return row.id;
  return `${row.object_id.slice(row.object_id.lastIndexOf('_') + 1)}_${row.id}`;
}

/** How a comment on Facebook is read. */
export function commentType(load: Load): NodeType<CommentRow> {
  return {
    typeName: 'Comment',
    spec: 'Comment',
    defaults: ['created_time', 'from', 'message'],
    fields: {
      message: (row) => row.message,
      created_time: (row) => graphTime(row.created_at),
      from: (row, context) => author(row, context),
      parent: (row) => (row.parent_id === null ? undefined : load(row.parent_id)),
      object: (row) => load(row.object_id),
      attachment: attachmentOf,
      is_hidden: (row) => row.hidden === 1,
      is_private: () => false,
      can_hide: (row) => row.own === 0,
      can_remove: () => true,
      can_comment: (row) => row.hidden === 0,
      can_like: () => true,
      can_reply_privately: (row, context) => mayReplyPrivately(row, context.nowMs),
      like_count: (row) => row.likes,
      user_likes: (row) => row.liked_by_page === 1,
      comment_count: (row, { world, nowMs }) =>
        world.get<{ total: number }>(
          'SELECT count(*) AS total FROM comments WHERE parent_id = ? AND arrived_at <= ? AND deleted_at IS NULL',
          row.id,
          nowMs,
        )?.total ?? 0,
      permalink_url: (row, { world }) => `${world.origin()}/p/${row.object_id}#c${row.id}`,
    },
    edges: {
      comments: (row, query, context) => repliesEdge(row.id, query, context, load),
      likes: likesEdge,
      reactions: likesEdge,
    },
  };
}

/** The photo that came with a comment. */
function attachmentOf(row: CommentRow, context: ReadContext): Record<string, unknown> | undefined {
  const brought = context.world.get<{ attachment: string }>(
    'SELECT attachment FROM comment_attachments WHERE comment_id = ?',
    row.id,
  );
  if (brought !== undefined) return broughtBy(row, brought.attachment, context);
  const photo = context.world.get<PhotoRow>(
    `SELECT p.* FROM comment_photos c JOIN photos p ON p.id = c.photo_id
     WHERE c.comment_id = ? AND p.deleted_at IS NULL`,
    row.id,
  );
  if (photo === undefined) return undefined;
  const { source: src, width, height } = largestImage(photo, context);
  const url = `${context.world.origin()}/p/${photo.id}`;
  return {
    type: 'photo',
    url,
    target: { id: photo.id, url },
    media: { image: { src, width, height } },
  };
}

const attachmentTypes: Readonly<Record<KeptAttachment['type'], string>> = {
  image: 'photo',
  video: 'video_inline',
  audio: 'share',
  file: 'share',
};

/** A picture or film that a customer put into a comment. */
function broughtBy(
  row: CommentRow,
  attachment: string,
  { world, nowMs }: ReadContext,
): Record<string, unknown> {
  const kept = JSON.parse(attachment) as KeptAttachment;
  const src = cdnAddress(world, kept.preview ?? kept.file, nowMs);
  const url = `${world.origin()}/p/${row.id}`;
  return {
    type: kept.mimeType === 'image/gif' ? 'animated_image_share' : attachmentTypes[kept.type],
    url,
    target: { id: row.id, url },
    media: { image: { src, width: kept.widthPx, height: kept.heightPx } },
  };
}

/** Only the Page's own like has a name; those of others are counted. */
function likesEdge(row: CommentRow, query: EdgeQuery, { world, owner }: ReadContext): EdgePage {
  const page = world.get<{ id: string; name: string }>(
    'SELECT id, name FROM pages WHERE id = ?',
    owner.id,
  );
  const items = page === undefined || row.liked_by_page === 0 ? [] : [page];
  const isCounted = query.modifiers['summary'] !== undefined;
  const summary = isCounted ? { summary: { total_count: row.likes } } : {};
  return { ...listPage(items, query, rowTypes.profile), ...summary };
}

function author(row: CommentRow, context: ReadContext): Record<string, string> | undefined {
  const { owner, settings, world } = context;
  const shown =
    owner.kind === 'page' && isGranted(world, 'pages_read_user_content') && !settings.hideFrom;
  return shown || row.own === 1 ? { name: row.from_name, id: row.from_id } : undefined;
}

export function mayReplyPrivately(row: CommentRow, nowMs: number): boolean {
  return (
    row.own === 0 && row.private_reply_at === null && nowMs - row.created_at <= privateReplyWindowMs
  );
}

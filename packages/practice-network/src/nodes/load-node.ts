import type { GraphNode, NodeType, ReadContext } from '../graph/graph-node.ts';
import { nodeOf } from '../graph/graph-node.ts';
import type { SpecLists } from '../graph/spec-lists.ts';
import type { NodeKind } from '../world/ids.ts';
import { resolveNode } from '../world/ids.ts';
import { businessType, type BusinessRow } from './business-node.ts';
import { catalogType, productType, type CatalogueRow, type ProductRow } from './catalogue-nodes.ts';
import { commentId, commentType } from './comment-node.ts';
import type { CommentRow, PageRow, PhotoRow, PostRow, VideoRow } from './facebook-rows.ts';
import { igCommentType } from './instagram-comment-node.ts';
import { containerType, instagramType, mediaType } from './instagram-nodes.ts';
import type { ContainerRow, InstagramRow, MediaRow } from './instagram-rows.ts';
import { hasLapsed, type Load } from './load.ts';
import { pageType } from './page-node.ts';
import { photoType } from './photo-node.ts';
import { postType } from './post-node.ts';
import { messageType } from './message-node.ts';
import { threadType } from './thread-node.ts';
import type { ThreadMessageRow, ThreadRow } from './thread-rows.ts';
import { userType, type UserRow } from './user-node.ts';
import { videoType } from './video-node.ts';

interface Bounded {
  created_at: number;
  deleted_at: number | null;
}

function isThere(fromMs: number, untilMs: number | null, nowMs: number): boolean {
  return fromMs <= nowMs && (untilMs === null || untilMs > nowMs);
}

/** A reader of all nodes as one asker sees them. */
export function nodeLoader(context: ReadContext, lists: SpecLists): Load {
  const { world, nowMs } = context;
  const make = <Row>(
    type: NodeType<Row>,
    id: string,
    row: Row | undefined,
  ): GraphNode | undefined =>
    row === undefined ? undefined : nodeOf(type, id, row, context, lists.knowsField);
  const from = <Row>(table: string, id: string): Row | undefined =>
    world.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id);
  const seen = <Row extends Bounded>(row: Row | undefined): Row | undefined =>
    row !== undefined && isThere(row.created_at, row.deleted_at, nowMs) ? row : undefined;
  const arrived = (row: CommentRow | undefined): CommentRow | undefined =>
    row !== undefined && isThere(row.arrived_at, row.deleted_at, nowMs) ? row : undefined;
  const published = (row: MediaRow | undefined): MediaRow | undefined =>
    row !== undefined && isThere(row.published_at, row.deleted_at, nowMs) ? row : undefined;
  const livePhoto = (row: PhotoRow | undefined): PhotoRow | undefined =>
    row === undefined || hasLapsed(row, nowMs) ? undefined : row;
  const readers: Readonly<Record<NodeKind, (id: string) => GraphNode | undefined>> = {
    app: () => undefined,
    business: (id) => make(businessType(load), id, from<BusinessRow>('businesses', id)),
    user: (id) => make(userType(load), id, from<UserRow>('users', id)),
    page: (id) => make(pageType(load), id, from<PageRow>('pages', id)),
    post: (id) => make(postType(load), id, seen(from<PostRow>('posts', id))),
    photo: (id) => make(photoType(load), id, livePhoto(seen(from<PhotoRow>('photos', id)))),
    video: (id) => make(videoType(load), id, seen(from<VideoRow>('videos', id))),
    comment: (id) => {
      const row = arrived(from<CommentRow>('comments', id));
      return row && make(commentType(load), commentId(row), row);
    },
    ig: (id) => make(instagramType(load), id, from<InstagramRow>('instagram_accounts', id)),
    container: (id) => make(containerType(), id, from<ContainerRow>('containers', id)),
    media: (id) => make(mediaType(load), id, published(from<MediaRow>('ig_media', id))),
    igcomment: (id) => make(igCommentType(load), id, arrived(from<CommentRow>('comments', id))),
    catalog: (id) => make(catalogType(load), id, from<CatalogueRow>('catalogues', id)),
    conversation: (id) => make(threadType(load), id, from<ThreadRow>('threads', id)),
    message: (id) => {
      const row = from<ThreadMessageRow>('thread_messages', id);
      // Taken back, it is in no conversation.
      return make(messageType(), id, row?.thread_id === '' ? undefined : row);
    },
    product: (id) => make(productType(), id, seen(from<ProductRow>('products', id))),
  };
  function load(id: string): GraphNode | undefined {
    const found = resolveNode(world, id);
    return found && readers[found.kind](found.id);
  }
  return load;
}

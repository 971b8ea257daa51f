import type { NodeType, ReadContext } from '../graph/graph-node.ts';
import { graphTime } from '../practice-clock.ts';
import type { World } from '../world/world.ts';
import { commentsEdge } from './comments-edge.ts';
import type { PhotoRow, PostMediaRow, PostRow, VideoRow } from './facebook-rows.ts';
import { postInsights, sharesOf } from '../insights/post-insights.ts';
import type { Load } from './load.ts';
import { reactionsEdge } from './reactions-edge.ts';
import { largestImage } from './photo-node.ts';

/** Whether customers can see the post at this instant. */
export function isVisible(row: PostRow, nowMs: number): boolean {
  return row.published_at !== null && row.published_at <= nowMs;
}

export function postAddress(world: World, id: string): string {
  return `${world.origin()}/p/${id}`;
}

/** How a post of a Page is read. */
export function postType(load: Load): NodeType<PostRow> {
  return {
    typeName: 'Post',
    spec: 'PagePost',
    extra: ['link', 'source', 'name', 'description', 'type'],
    defaults: ['created_time', 'message'],
    fields: {
      message: (row) => (row.message === '' ? undefined : row.message),
      link: (row) => row.link ?? undefined,
      created_time: (row) => graphTime(row.created_at),
      updated_time: (row) => graphTime(row.updated_at),
      is_published: (row, { nowMs }) => isVisible(row, nowMs),
      is_hidden: (row) => row.timeline_hidden === 1,
      scheduled_publish_time: (row) =>
        row.scheduled_at === null ? undefined : Math.floor(row.scheduled_at / 1000),
      permalink_url: (row, { world }) => postAddress(world, row.id),
      from: (row) => load(row.page_id),
      status_type: (row, { world }) =>
        row.kind === 'feed' && mediaOfPost(world, row.id).length > 0
          ? statusTypes.photo
          : statusTypes[row.kind],
      can_reply_privately: () => false,
      is_expired: () => false,
      is_eligible_for_promotion: (row, { nowMs }) => isVisible(row, nowMs),
      shares: (row, context) => {
        const count = sharesOf(row, context);
        return count === 0 ? undefined : { count };
      },
      full_picture: (row, context) => firstPicture(row, context),
      picture: (row, context) => firstPicture(row, context),
    },
    edges: {
      attachments: (row, _query, context) => ({ items: attachments(row, context), more: false }),
      comments: (row, query, context) => commentsEdge(row.id, query, context, load),
      likes: (row, query, context) => reactionsEdge(row.id, query, context),
      reactions: (row, query, context) => reactionsEdge(row.id, query, context),
      insights: postInsights,
    },
  };
}

const statusTypes: Readonly<Record<PostRow['kind'], string>> = {
  feed: 'mobile_status_update',
  photo: 'added_photos',
  video: 'added_video',
  reel: 'added_video',
};

export function mediaOfPost(world: World, postId: string): PostMediaRow[] {
  return world.all('SELECT * FROM post_media WHERE post_id = ? ORDER BY position', postId);
}

function firstPicture(row: PostRow, context: ReadContext): string | undefined {
  const first = mediaOfPost(context.world, row.id).find((media) => media.media_kind === 'photo');
  const photo =
    first && context.world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', first.media_id);
  return photo && largestImage(photo, context).source;
}

function attachments(row: PostRow, context: ReadContext): Record<string, unknown>[] {
  const media = mediaOfPost(context.world, row.id).map((part) => attachment(part, row, context));
  if (media.length === 0 && row.link !== null) {
    return [
      {
        media_type: 'link',
        type: 'share',
        url: row.link,
        unshimmed_url: row.link,
        title: row.link,
        target: { url: row.link },
      },
    ];
  }
  if (media.length < 2) return media;
  const url = postAddress(context.world, row.id);
  return [
    {
      media: media[0]?.['media'],
      media_type: 'album',
      type: 'album',
      title: 'Photos',
      url,
      target: { id: row.id.slice(row.id.indexOf('_') + 1), url },
      subattachments: { data: media },
    },
  ];
}

function attachment(
  part: PostMediaRow,
  row: PostRow,
  context: ReadContext,
): Record<string, unknown> {
  const { world } = context;
  const url = `${postAddress(world, row.id)}#${part.media_id}`;
  const target = { id: part.media_id, url };
  if (part.media_kind === 'video') {
    const video = world.get<VideoRow>('SELECT * FROM videos WHERE id = ?', part.media_id);
    return {
      media_type: 'video',
      type: 'video_inline',
      target,
      url,
      title: video?.title ?? undefined,
    };
  }
  const photo = world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', part.media_id);
  if (photo === undefined) return { media_type: 'photo', type: 'photo', target, url };
  const { source: src, width, height } = largestImage(photo, context);
  return {
    media: { image: { src, width, height } },
    media_type: 'photo',
    type: 'photo',
    target,
    url,
    ...(photo.caption === null ? {} : { description: photo.caption }),
  };
}

import type { PhotoRow, PostRow, VideoRow } from '../nodes/facebook-rows.ts';
import type { MediaRow } from '../nodes/instagram-rows.ts';
import { isVisible } from '../nodes/post-node.ts';
import { resolveNode } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import {
  pageName,
  showFacebookMedia,
  showFacebookPost,
  showInstagramPost,
  type ShownPost,
} from './read-posts.ts';

/** The visible post of an id, which may be that of a picture or a clip in it. */
export function findPost(world: World, id: string): ShownPost | 'hidden' | undefined {
  const found = resolveNode(world, id);
  if (found?.kind === 'media') {
    const row = world.get<MediaRow>('SELECT * FROM ig_media WHERE id = ?', found.id);
    return row === undefined || row.deleted_at !== null ? undefined : showInstagramPost(world, row);
  }
  const postId = found === undefined ? undefined : postOf(world, found.id, found.kind);
  const row = postId && world.get<PostRow>('SELECT * FROM posts WHERE id = ?', postId);
  if (!row) return findStory(world, postId ?? id);
  if (row.deleted_at !== null) return undefined;
  return isVisible(row, world.clock.now()) ? showFacebookPost(world, row) : 'hidden';
}

function postOf(world: World, id: string, kind: string): string | undefined {
  if (kind === 'post') return id;
  const row =
    kind === 'photo'
      ? world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', id)
      : kind === 'video'
        ? world.get<VideoRow>('SELECT * FROM videos WHERE id = ?', id)
        : undefined;
  return row?.post_id ?? undefined;
}

interface StoryRow {
  page_id: string;
  media_kind: string;
  media_id: string;
  created_at: number;
}

function findStory(world: World, id: string): ShownPost | undefined {
  const row = world.get<StoryRow>(
    'SELECT * FROM page_stories WHERE post_id = ? AND deleted_at IS NULL',
    id,
  );
  if (row === undefined) return undefined;
  return {
    id,
    network: 'fb',
    accountId: row.page_id,
    author: pageName(world, row.page_id),
    text: '',
    atMs: row.created_at,
    kind: 'story',
    media: showFacebookMedia(world, row.media_kind, row.media_id),
    comments: 0,
  };
}

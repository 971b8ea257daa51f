import type { PostRow } from '../nodes/facebook-rows.ts';
import type { MediaRow } from '../nodes/instagram-rows.ts';
import { dayMs } from '../world/identity.ts';
import type { World } from '../world/world.ts';
import type { MeasuredObject } from './growth.ts';

/** Nothing grows any more after this long. */
const growsMs = 45 * dayMs;

/** What a Page published that people may have seen between two instants. */
export function objectsOfPage(
  world: World,
  pageId: string,
  fromMs: number,
  toMs: number,
): MeasuredObject[] {
  return world
    .all<PostRow>(
      'SELECT * FROM posts WHERE page_id = ? AND published_at > ? AND published_at < ?',
      pageId,
      fromMs - growsMs,
      toMs,
    )
    .map(measuredPost);
}

export function measuredPost(row: PostRow): MeasuredObject {
  return {
    id: row.id,
    kind: row.kind === 'reel' ? 'reel' : 'post',
    publishedAtMs: row.published_at ?? row.created_at,
    goneAtMs: row.deleted_at,
  };
}

/** What an Instagram account published, slides of carousels left out. */
export function objectsOfAccount(
  world: World,
  igId: string,
  fromMs: number,
  toMs: number,
): MeasuredObject[] {
  return world
    .all<MediaRow>(
      `SELECT * FROM ig_media WHERE ig_id = ? AND parent_id IS NULL
       AND published_at > ? AND published_at < ?`,
      igId,
      fromMs - growsMs,
      toMs,
    )
    .map(measuredMedia);
}

export function measuredMedia(row: MediaRow): MeasuredObject {
  const isStory = row.product_type === 'STORY';
  const endMs = isStory ? row.published_at + dayMs : null;
  return {
    id: row.id,
    kind: isStory ? 'story' : row.product_type === 'REELS' ? 'reel' : 'post',
    publishedAtMs: row.published_at,
    goneAtMs: row.deleted_at ?? endMs,
  };
}

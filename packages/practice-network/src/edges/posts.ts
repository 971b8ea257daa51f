import type { PhotoRow, PostRow } from '../nodes/facebook-rows.ts';
import { mediaOfPost } from '../nodes/post-node.ts';
import { unpublishedLifeMs } from '../nodes/load.ts';
import { planCustomers } from '../personas/plan-customers.ts';
import { newNode } from '../world/ids.ts';
import { noteEffect, type EffectKind } from '../world/ledger.ts';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { removeCommentsOf } from './comments.ts';

export interface NewPost {
  pageId: string;
  kind: PostRow['kind'];
  message: string;
  link?: string | undefined;
  mode: PostRow['mode'];
  nowMs: number;
  scheduledAtMs?: number | undefined;
  photoIds?: readonly string[];
  videoId?: string;
}

/** Stores a post that nobody sees yet; answers its id. */
export function addPost(world: World, post: NewPost): string {
  const id = newNode(world, 'post', (number) => `${post.pageId}_${number}`);
  world.run(
    `INSERT INTO posts (id, page_id, kind, message, link, mode, created_at, scheduled_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    post.pageId,
    post.kind,
    post.message,
    post.link ?? null,
    post.mode === 'live' ? 'hidden' : post.mode,
    post.nowMs,
    post.scheduledAtMs ?? null,
    post.nowMs,
  );
  const addMedia = 'INSERT INTO post_media VALUES (?, ?, ?, ?)';
  for (const [position, photoId] of (post.photoIds ?? []).entries()) {
    world.run(addMedia, id, position, 'photo', photoId);
    world.run('UPDATE photos SET post_id = ? WHERE id = ?', id, photoId);
  }
  if (post.videoId !== undefined) {
    world.run(addMedia, id, 0, 'video', post.videoId);
    world.run('UPDATE videos SET post_id = ? WHERE id = ?', id, post.videoId);
  }
  return id;
}

const effectOf: Readonly<Record<PostRow['kind'], EffectKind>> = {
  feed: 'fb-post',
  photo: 'fb-photo',
  video: 'fb-video',
  reel: 'fb-reel',
};

/** Makes a post visible. Doing so again changes nothing and leaves no second effect. */
export function showPost(
  world: World,
  settings: Settings,
  id: string,
  atMs: number,
  by: string,
): void {
  const changed = world.run(
    `UPDATE posts SET mode = 'live', published_at = ?, updated_at = ?
     WHERE id = ? AND published_at IS NULL AND deleted_at IS NULL`,
    atMs,
    atMs,
    id,
  );
  const row =
    changed === 0 ? undefined : world.get<PostRow>('SELECT * FROM posts WHERE id = ?', id);
  if (row === undefined) return;
  const media = mediaOfPost(world, id);
  const photoIds = media.filter((part) => part.media_kind === 'photo').map((part) => part.media_id);
  const videoId = media.find((part) => part.media_kind === 'video')?.media_id;
  const details = {
    pageId: row.page_id,
    postId: id,
    photoIds,
    ...(videoId === undefined ? {} : { videoId }),
    text: row.message,
    by,
  };
  noteEffect(world, effectOf[row.kind], id, details, atMs);
  planCustomers(world, settings, 'fb', id, atMs);
}

/** Takes a post away; visible ones leave a trace in the ledger. */
export function removePost(world: World, id: string, nowMs: number, by: string): void {
  const row = world.get<PostRow>('SELECT * FROM posts WHERE id = ?', id);
  if (row === undefined || row.deleted_at !== null) return;
  world.run('UPDATE posts SET deleted_at = ? WHERE id = ?', nowMs, id);
  world.run('UPDATE photos SET deleted_at = ? WHERE post_id = ?', nowMs, id);
  world.run('UPDATE videos SET deleted_at = ? WHERE post_id = ?', nowMs, id);
  removeCommentsOf(world, id, nowMs);
  if (row.published_at !== null) {
    noteEffect(world, 'delete', id, { pageId: row.page_id, postId: id, by }, nowMs);
  }
}

/** Pictures that were not kept for a schedule are gone when it fires. */
export function dropSweptPhotos(world: World, postId: string, atMs: number): void {
  const photos = world.all<PhotoRow>('SELECT * FROM photos WHERE post_id = ?', postId);
  for (const photo of photos) {
    if (photo.temporary === 1 || photo.created_at + unpublishedLifeMs > atMs) continue;
    world.run('UPDATE photos SET deleted_at = ? WHERE id = ?', atMs, photo.id);
    world.run('DELETE FROM post_media WHERE post_id = ? AND media_id = ?', postId, photo.id);
  }
}

import type { VideoRow } from '../nodes/facebook-rows.ts';
import { processingMs } from '../world/delays.ts';
import { newNode } from '../world/ids.ts';
import { noteEffect } from '../world/ledger.ts';
import { keepFile, mediaPath } from '../world/media-files.ts';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { addPost, showPost } from './posts.ts';
import { probeVideo } from './probe-video.ts';
import { pageVideoProblem } from './video-rules.ts';

export interface NewVideo {
  pageId: string;
  kind: VideoRow['kind'];
  nowMs: number;
  sizeBytes?: number;
  sessionId?: string;
}

/** Stores a video that has no bytes yet; answers its id. */
export function addVideo(world: World, video: NewVideo): string {
  const id = newNode(world, 'video');
  world.run(
    'INSERT INTO videos (id, page_id, kind, session_id, size_bytes, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    video.pageId,
    video.kind,
    video.sessionId ?? null,
    video.sizeBytes ?? 0,
    video.nowMs,
  );
  return id;
}

export function readVideo(world: World, id: string): VideoRow | undefined {
  return world.get<VideoRow>('SELECT * FROM videos WHERE id = ? AND deleted_at IS NULL', id);
}

/** All bytes are there: keeps the file, looks at it, and sets when it will be ready. */
export async function completeVideo(
  world: World,
  settings: Settings,
  row: VideoRow,
  path: string,
  nowMs: number,
  stuck = false,
): Promise<void> {
  const file = keepFile(world, path, `v${row.id}.mp4`);
  const facts = await probeVideo(mediaPath(world, file));
  const problem = pageVideoProblem(facts, row.kind);
  world.run(
    'UPDATE videos SET file = ?, facts = ?, error = ?, ready_at = ?, received_bytes = max(received_bytes, size_bytes) WHERE id = ?',
    file,
    facts === undefined ? null : JSON.stringify(facts),
    problem?.message ?? null,
    stuck ? null : nowMs + processingMs(world, settings, 'pageVideo', row.id),
    row.id,
  );
}

/** Publishes a clip that is ready. Doing so again leaves no second effect. */
export function showVideo(
  world: World,
  settings: Settings,
  row: VideoRow,
  atMs: number,
  by: string,
): void {
  if (row.published_at !== null || row.deleted_at !== null || row.error !== null) return;
  world.run('UPDATE videos SET published_at = ?, wants_published = 1 WHERE id = ?', atMs, row.id);
  if (row.kind === 'story') {
    showStory(world, row.page_id, row.post_id ?? row.id, 'video', row.id, atMs);
    return;
  }
  const post = {
    pageId: row.page_id,
    kind: row.kind === 'reel' ? 'reel' : 'video',
    message: row.description ?? row.title ?? '',
    mode: 'hidden',
    nowMs: atMs,
    videoId: row.id,
  } as const;
  showPost(world, settings, row.post_id ?? addPost(world, post), atMs, by);
}

/** Shows a story for a day. */
export function showStory(
  world: World,
  pageId: string,
  postId: string,
  mediaKind: 'photo' | 'video',
  mediaId: string,
  atMs: number,
): void {
  world.run(
    'INSERT INTO page_stories (post_id, page_id, media_kind, media_id, created_at) VALUES (?, ?, ?, ?, ?)',
    postId,
    pageId,
    mediaKind,
    mediaId,
    atMs,
  );
  const handle = mediaKind === 'photo' ? { photoIds: [mediaId] } : { videoId: mediaId };
  noteEffect(world, 'fb-story', postId, { pageId, postId, ...handle, by: 'api' }, atMs);
}

/** Says that a clip shall be visible; it is at once when it is ready. */
export function wantVideo(
  world: World,
  settings: Settings,
  row: VideoRow,
  nowMs: number,
  scheduledAtMs?: number,
): void {
  world.run(
    'UPDATE videos SET wants_published = 1, scheduled_at = ? WHERE id = ?',
    scheduledAtMs ?? null,
    row.id,
  );
  const ready = row.ready_at !== null && row.ready_at <= nowMs;
  if (ready && scheduledAtMs === undefined) showVideo(world, settings, row, nowMs, 'api');
}

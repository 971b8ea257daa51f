import type { NodeType } from '../graph/graph-node.ts';
import { graphTime } from '../practice-clock.ts';
import { cdnAddress } from '../world/media-files.ts';
import { commentsEdge } from './comments-edge.ts';
import type { VideoRow } from './facebook-rows.ts';
import { videoInsights } from '../insights/post-insights.ts';
import { reactionsEdge } from './reactions-edge.ts';
import { thumbnailsEdge } from './thumbnails-edge.ts';
import type { Load } from './load.ts';

/** How a video, reel or video story of a Page is read. */
export function videoType(load: Load): NodeType<VideoRow> {
  return {
    typeName: 'Video',
    spec: 'AdVideo',
    defaults: ['created_time', 'description'],
    fields: {
      created_time: (row) => graphTime(row.created_at),
      updated_time: (row) => graphTime(row.published_at ?? row.created_at),
      title: (row) => row.title ?? undefined,
      description: (row) => row.description ?? undefined,
      published: (row, { nowMs }) => isOut(row, nowMs),
      post_id: (row) => row.post_id ?? undefined,
      permalink_url: (row, { world }) => `${world.origin()}/p/${row.post_id ?? row.id}`,
      source: (row, { world, nowMs }) =>
        row.file === null ? undefined : cdnAddress(world, row.file, nowMs),
      length: (row) => (row.facts === null ? undefined : lengthSeconds(row.facts)),
      scheduled_publish_time: (row) =>
        row.scheduled_at === null ? undefined : Math.floor(row.scheduled_at / 1000),
      status: (row, { nowMs }) => videoStatus(row, nowMs),
      from: (row) => load(row.page_id),
    },
    edges: {
      comments: (row, query, context) => commentsEdge(row.post_id ?? row.id, query, context, load),
      likes: (row, query, context) => reactionsEdge(row.post_id ?? row.id, query, context),
      video_insights: videoInsights,
      thumbnails: thumbnailsEdge,
    },
  };
}

function isOut(row: VideoRow, nowMs: number): boolean {
  return row.published_at !== null && row.published_at <= nowMs;
}

function lengthSeconds(facts: string): number | undefined {
  const { durationMs } = JSON.parse(facts) as { durationMs?: number };
  return durationMs === undefined ? undefined : durationMs / 1000;
}

/** Phases as the status field words them; `bytes_transfered` is the network's own spelling. */
export function videoStatus(row: VideoRow, nowMs: number): Record<string, unknown> {
  const uploaded = row.file !== null;
  const ready = row.ready_at !== null && row.ready_at <= nowMs;
  const failed = ready && row.error !== null;
  const out = isOut(row, nowMs);
  const processing = !uploaded ? 'not_started' : ready ? 'complete' : 'in_progress';
  return {
    video_status: failed
      ? 'error'
      : ready
        ? 'ready'
        : uploaded
          ? 'processing'
          : 'upload_incomplete',
    uploading_phase: {
      status: uploaded ? 'complete' : row.received_bytes > 0 ? 'in_progress' : 'not_started',
      bytes_transfered: row.received_bytes,
    },
    processing_phase: failed
      ? { status: 'error', errors: [{ code: 1363024, message: row.error }] }
      : { status: processing },
    publishing_phase: out
      ? {
          status: 'complete',
          publish_status: 'published',
          publish_time: graphTime(row.published_at ?? 0),
        }
      : row.scheduled_at !== null
        ? { status: 'not_started', publish_status: 'scheduled' }
        : { status: row.wants_published === 1 ? 'in_progress' : 'not_started' },
  };
}

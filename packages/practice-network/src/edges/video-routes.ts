import { createReadStream } from 'node:fs';
import { publishRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter, missingObject } from '../graph/graph-error.ts';
import type { VideoRow } from '../nodes/facebook-rows.ts';
import { nextId } from '../world/ids.ts';
import { growingPath } from '../world/media-files.ts';
import { growFile } from './grow-file.ts';
import { readSchedule } from './post-routes.ts';
import { removePost } from './posts.ts';
import { pageVideoProblem } from './video-rules.ts';
import { probeVideo } from './probe-video.ts';
import { addVideo, completeVideo, readVideo, wantVideo } from './videos.ts';

const chunkBytes = 4 * 1024 * 1024;
const sessionLifeMs = 24 * 3_600_000;

/** Videos of a Page: whole or in pieces, shown at once or later. */
export const videoRoutes: Routes = {
  'POST page/videos': { spec: ['Page', 'videos'], rule: publishRule, run: takeVideo },
  'POST video/': {
    spec: ['AdVideo', '#update'],
    extra: ['title'],
    rule: publishRule,
    run: updateVideo,
  },
  'DELETE video/': { rule: publishRule, run: deleteVideo },
};

function takeVideo(call: Call): Answer | Promise<Answer> {
  switch (call.params.text('upload_phase')?.toLowerCase()) {
    case undefined:
      return takeWhole(call);
    case 'start':
      return start(call);
    case 'transfer':
      return transfer(call);
    case 'finish':
      return finish(call);
    case 'cancel':
      return cancel(call);
    default:
      throw badParameter('upload_phase', 'upload_phase must be start, transfer, finish or cancel');
  }
}

async function takeWhole(call: Call): Promise<Answer> {
  const { world, settings, params, nowMs, bends } = call;
  const file = params.files['source'] ?? Object.values(params.files)[0];
  if (file === undefined) throw videoProblem(1363020, 'There is no file in the request.');
  const problem = pageVideoProblem(await probeVideo(file.path), 'feed');
  if (problem !== undefined) throw videoProblem(problem.code, problem.message);
  const id = addVideo(world, { pageId: call.id, kind: 'feed', nowMs, sizeBytes: file.sizeBytes });
  await completeVideo(
    world,
    settings,
    need(world, id),
    file.path,
    nowMs,
    bends.has('stuck_processing'),
  );
  settle(call, need(world, id));
  return { id };
}

function start({ world, params, id: pageId, nowMs }: Call): Answer {
  const sizeBytes = params.number('file_size');
  if (sizeBytes === undefined)
    throw badParameter('file_size', 'The parameter file_size is required');
  if (sizeBytes < 1024) throw videoProblem(1363022, 'The file is smaller than 1 KB.');
  return world.transact(() => {
    const sessionId = nextId(world, 'session');
    const id = addVideo(world, { pageId, kind: 'feed', nowMs, sizeBytes, sessionId });
    return {
      upload_session_id: sessionId,
      video_id: id,
      start_offset: '0',
      end_offset: String(Math.min(chunkBytes, sizeBytes)),
    };
  });
}

function readSession({ world, params, nowMs }: Call): VideoRow {
  const row = world.get<VideoRow>(
    'SELECT * FROM videos WHERE session_id = ? AND deleted_at IS NULL',
    params.required('upload_session_id'),
  );
  if (row === undefined || row.created_at + sessionLifeMs <= nowMs) {
    throw videoProblem(1363041, 'The upload session has expired.');
  }
  return row;
}

function offsets(row: Pick<VideoRow, 'received_bytes' | 'size_bytes'>): Answer {
  return {
    start_offset: String(row.received_bytes),
    end_offset: String(Math.min(row.received_bytes + chunkBytes, row.size_bytes)),
  };
}

async function transfer(call: Call): Promise<Answer> {
  const { world, params } = call;
  const row = readSession(call);
  const file = params.files['video_file_chunk'] ?? Object.values(params.files)[0];
  if (file === undefined) throw videoProblem(1363020, 'There is no file in the request.');
  if (params.number('start_offset') !== row.received_bytes) {
    throw videoProblem(1363037, 'The start offset does not fit.', offsets(row));
  }
  const grown = await growFile(
    growingPath(world, row.id),
    row.received_bytes,
    row.size_bytes,
    createReadStream(file.path) as AsyncIterable<Buffer>,
  );
  world.run('UPDATE videos SET received_bytes = ? WHERE id = ?', grown.receivedBytes, row.id);
  return offsets({ ...row, received_bytes: grown.receivedBytes });
}

async function finish(call: Call): Promise<Answer> {
  const { world, settings, nowMs, bends } = call;
  const row = readSession(call);
  if (row.file === null) {
    if (row.received_bytes < row.size_bytes) {
      throw videoProblem(
        row.received_bytes === 0 ? 6000 : 1363045,
        'The file has not arrived wholly.',
      );
    }
    await completeVideo(
      world,
      settings,
      row,
      growingPath(world, row.id),
      nowMs,
      bends.has('stuck_processing'),
    );
  }
  settle(call, need(world, row.id));
  return { success: true };
}

/** Takes over title and text, and whether the video shall be visible. */
function settle(call: Call, row: VideoRow): void {
  const { world, settings, params, nowMs } = call;
  const scheduledAtMs = params.has('scheduled_publish_time') ? readSchedule(call) : undefined;
  world.transact(() => {
    setTexts(call, row);
    const visible = params.flag('published') ?? true;
    if (visible || scheduledAtMs !== undefined) {
      wantVideo(world, settings, need(world, row.id), nowMs, scheduledAtMs);
    }
  });
}

function setTexts({ world, params }: Call, row: VideoRow): void {
  world.run(
    'UPDATE videos SET title = ?, description = ? WHERE id = ?',
    params.text('title') ?? params.text('name') ?? row.title,
    params.text('description') ?? row.description,
    row.id,
  );
}

function cancel(call: Call): Answer {
  const row = readSession(call);
  call.world.run('UPDATE videos SET deleted_at = ? WHERE id = ?', call.nowMs, row.id);
  return { success: true };
}

function updateVideo(call: Call): Answer {
  const { world, settings, params, nowMs } = call;
  const row = need(world, call.id);
  if (params.flag('published') === true && row.error !== null) {
    throw videoProblem(1363024, row.error);
  }
  world.transact(() => {
    setTexts(call, row);
    const text = params.text('description');
    if (text !== undefined && row.post_id !== null) {
      world.run('UPDATE posts SET message = ? WHERE id = ?', text, row.post_id);
    }
    if (params.flag('published') === true) wantVideo(world, settings, need(world, row.id), nowMs);
  });
  return { success: true };
}

function deleteVideo({ world, id, nowMs }: Call): Answer {
  const row = need(world, id);
  world.transact(() => {
    if (row.post_id !== null) removePost(world, row.post_id, nowMs, 'api');
    world.run('UPDATE videos SET deleted_at = ? WHERE id = ?', nowMs, id);
  });
  return { success: true };
}

function need(world: Call['world'], id: string): VideoRow {
  const row = readVideo(world, id);
  if (row === undefined) throw missingObject(id, 'post');
  return row;
}

/** Video troubles carry their number as the subcode. */
export function videoProblem(
  number: number,
  why: string,
  data?: Record<string, unknown>,
): GraphError {
  return new GraphError(
    number === 1363037 ? 6001 : number === 1363024 ? 352 : 6000,
    `(#6000) ${why}`,
    {
      subcode: number,
      userTitle: 'Video upload problem',
      userMessage: why,
      ...(data === undefined ? {} : { data }),
    },
  );
}

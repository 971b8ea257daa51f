import { publishRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter, missingObject } from '../graph/graph-error.ts';
import type { VideoRow } from '../nodes/facebook-rows.ts';
import { nextId } from '../world/ids.ts';
import { checkPhoto, readSchedule } from './post-routes.ts';
import { videoProblem } from './video-routes.ts';
import { addVideo, readVideo, showStory, wantVideo } from './videos.ts';

const reelsPerDay = 30;

/** Reels and stories of a Page: start, bytes elsewhere, finish. */
export const reelRoutes: Routes = {
  'POST page/video_reels': {
    spec: ['Page', 'video_reels'],
    rule: publishRule,
    run: (call) => phase(call, 'reel', finishReel),
  },
  'POST page/video_stories': {
    spec: ['Page', 'video_stories'],
    rule: publishRule,
    run: (call) => phase(call, 'story', finishStory),
  },
  'POST page/photo_stories': {
    spec: ['Page', 'photo_stories'],
    rule: publishRule,
    run: photoStory,
  },
};

function phase(
  call: Call,
  kind: 'reel' | 'story',
  finish: (call: Call, row: VideoRow) => Answer,
): Answer {
  switch (call.params.required('upload_phase').toLowerCase()) {
    case 'start':
      return start(call, kind);
    case 'finish':
      return finish(call, readUploaded(call, kind));
    default:
      throw badParameter('upload_phase', 'upload_phase must be START or FINISH');
  }
}

function start({ world, id, nowMs, context }: Call, kind: 'reel' | 'story'): Answer {
  const videoId = world.transact(() => addVideo(world, { pageId: id, kind, nowMs }));
  return {
    video_id: videoId,
    upload_url: `${world.origin()}/rupload/video-upload/${context.version}/${videoId}`,
  };
}

function readUploaded({ world, params, id }: Call, kind: 'reel' | 'story'): VideoRow {
  const videoId = params.required('video_id');
  const row = readVideo(world, videoId);
  if (row === undefined || row.page_id !== id || row.kind !== kind)
    throw missingObject(videoId, 'post');
  if (row.file === null) throw videoProblem(6000, 'The file has not arrived.');
  if (row.error !== null) throw videoProblem(1363024, row.error);
  return row;
}

function finishReel(call: Call, row: VideoRow): Answer {
  const { world, settings, params, nowMs } = call;
  const state = params.text('video_state')?.toUpperCase() ?? 'PUBLISHED';
  if (!['PUBLISHED', 'SCHEDULED', 'DRAFT'].includes(state)) {
    throw badParameter('video_state', 'video_state must be PUBLISHED, SCHEDULED or DRAFT');
  }
  // The same finish again changes nothing.
  if (row.published_at !== null) return { success: true };
  checkDaily(call);
  const scheduledAtMs = state === 'SCHEDULED' ? readSchedule(call) : undefined;
  world.transact(() => {
    world.run(
      'UPDATE videos SET title = ?, description = ? WHERE id = ?',
      params.text('title') ?? row.title,
      params.text('description') ?? row.description,
      row.id,
    );
    const fresh = readVideo(world, row.id);
    if (state !== 'DRAFT' && fresh !== undefined)
      wantVideo(world, settings, fresh, nowMs, scheduledAtMs);
  });
  return { success: true };
}

function checkDaily({ world, id, nowMs }: Call): void {
  const row = world.get<{ total: number }>(
    "SELECT count(*) AS total FROM videos WHERE page_id = ? AND kind = 'reel' AND published_at > ?",
    id,
    nowMs - 86_400_000,
  );
  if ((row?.total ?? 0) >= reelsPerDay) {
    throw new GraphError(368, '(#368) You are posting reels too fast.', { subcode: 1390008 });
  }
}

function finishStory(call: Call, row: VideoRow): Answer {
  const { world, settings, nowMs } = call;
  if (row.post_id !== null) return { success: true, post_id: row.post_id };
  const postId = world.transact(() => {
    const made = nextId(world, 'post');
    world.run('UPDATE videos SET post_id = ? WHERE id = ?', made, row.id);
    wantVideo(world, settings, { ...row, post_id: made }, nowMs);
    return made;
  });
  return { success: true, post_id: postId };
}

function photoStory(call: Call): Answer {
  const { world, params, nowMs } = call;
  const photo = checkPhoto(call, params.required('photo_id'));
  const postId = world.transact(() => {
    const made = nextId(world, 'post');
    world.run('UPDATE photos SET post_id = ? WHERE id = ?', made, photo.id);
    showStory(world, call.id, made, 'photo', photo.id, nowMs);
    return made;
  });
  return { success: true, post_id: postId };
}

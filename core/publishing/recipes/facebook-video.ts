import type { RemoteVideo } from 'graph-api-client';
import type { AssetFact } from '../../../shared/facts.ts';
import { photoLifeMs, pollDelayMs, processingPatienceMs } from '../patience.ts';
import type { RemoteStep } from '../step-store.ts';
import {
  answered,
  livingStep,
  minuteMs,
  once,
  refuse,
  staged,
  stop,
  unread,
  type Reading,
  type Recipe,
  type RecipeContext,
  type Staged,
} from './recipe.ts';

/** A video on a Page: uploaded and worked on while hidden, then shown by its id. */
export const facebookVideo: Recipe = {
  leadMs: 45 * minuteMs,
  patience: 'by-id',
  call: 'publish-video',
  hiddenSteps: ['video'],
  prepare,
  handle: videoHandle,
  async publish(context) {
    const videoId = videoHandle(context) ?? '';
    return answered(await context.client.publishVideo(videoId), () => ({ remoteId: videoId }));
  },
  look,
  follow: (context, remoteId) => followVideo(context, remoteId),
};

export function videoHandle(context: RecipeContext): string | undefined {
  return livingStep(context, 'video', photoLifeMs)?.remoteId;
}

async function prepare(context: RecipeContext): Promise<Staged<void>> {
  const file = await context.fileOf(0);
  if (!file.ok) return file;
  const pageId = context.account.pageRemoteId;
  const video = await once(
    context,
    {
      name: 'video',
      lifeMs: photoLifeMs,
      with: ['sent', 'finished', 'ready'],
      mediaName: file.value.name,
    },
    () => context.client.startVideo({ pageId, sizeBytes: file.value.sizeBytes }),
    ({ videoId, sessionId, startOffset, endOffset }) => ({
      remoteId: videoId,
      detail: { sessionId, startOffset, endOffset },
    }),
  );
  if (!video.ok) return video;
  const sent = await sendWindows(context, video.value, file.value);
  if (!sent.ok) return sent;
  const sessionId = String(video.value.detail.sessionId);
  const finished = await once(
    context,
    { name: 'finished', mediaName: file.value.name },
    () =>
      context.client.finishVideo({
        pageId,
        sessionId,
        title: context.content.title,
        ...(context.content.text ? { description: context.content.text } : {}),
      }),
    () => ({ remoteId: video.value.remoteId }),
  );
  if (!finished.ok) return finished;
  return awaitReady(context, video.value.remoteId, finished.value.at, file.value.name);
}

/** Sends the bytes window by window; where it stands is saved after each, so that it can go on. */
async function sendWindows(
  context: RecipeContext,
  video: RemoteStep,
  file: AssetFact,
): Promise<Staged<void>> {
  if (context.steps.get('finished')) return staged(undefined);
  const pageId = context.account.pageRemoteId;
  const sessionId = String(video.detail.sessionId);
  let { startOffset, endOffset } = offsets(context.steps.get('sent') ?? video);
  while (startOffset < endOffset) {
    const part = { pageId, sessionId, filePath: file.path, startOffset, endOffset };
    const result = await context.client.transferVideo(part);
    if (!result.ok) return resumeLater(context, video, result.failure, file);
    ({ startOffset, endOffset } = result.value);
    if (!context.steps.save('sent', video.remoteId, { startOffset, endOffset })) {
      return stop({ kind: 'lost' });
    }
  }
  return staged(undefined);
}

function offsets(step: RemoteStep): { startOffset: number; endOffset: number } {
  return { startOffset: Number(step.detail.startOffset), endOffset: Number(step.detail.endOffset) };
}

function resumeLater(
  context: RecipeContext,
  video: RemoteStep,
  failure: Extract<
    Awaited<ReturnType<typeof context.client.transferVideo>>,
    { ok: false }
  >['failure'],
  file: AssetFact,
): Staged<void> {
  if (failure.resumeAtBytes !== undefined) {
    context.steps.save('sent', video.remoteId, {
      startOffset: failure.resumeAtBytes,
      endOffset: file.sizeBytes,
    });
  } else if (failure.reaction === 'rebuild' || failure.reaction === 'gone') {
    context.steps.drop('video', 'sent', 'finished');
  }
  return stop({ kind: 'failed', failure, mediaName: file.name });
}

async function awaitReady(
  context: RecipeContext,
  videoId: string,
  sinceAt: number,
  mediaName: string,
): Promise<Staged<void>> {
  if (context.steps.get('ready')) return staged(undefined);
  const read = await context.client.readVideo(videoId);
  if (!read.ok) return stop({ kind: 'failed', failure: read.failure, mediaName });
  if (read.value.status === 'ready') {
    return context.steps.save('ready', videoId) ? staged(undefined) : stop({ kind: 'lost' });
  }
  if (hasFailed(read.value)) {
    return refuse('video-refused', { name: mediaName, message: read.value.errorMessage ?? '' });
  }
  return later(context, sinceAt, 'facebook-processing');
}

/** Looks again soon; after 15 minutes the target says that the network is still at work. */
export function later(context: RecipeContext, sinceAt: number, code: string): Staged<void> {
  const now = context.now();
  if (now - sinceAt < processingPatienceMs) {
    return stop({ kind: 'later', at: now + pollDelayMs(now - sinceAt) });
  }
  return stop({ kind: 'held', why: { code, untilAt: now + minuteMs } });
}

export function hasFailed(video: RemoteVideo): boolean {
  return [
    video.status,
    video.processingPhase,
    video.uploadingPhase,
    video.publishingPhase,
  ].includes('error');
}

async function look(context: RecipeContext): Promise<Reading> {
  const videoId = context.steps.get('video')?.remoteId;
  if (!videoId) return { kind: 'gone' };
  const read = await context.client.readVideo(videoId);
  if (!read.ok) return unread(read.failure);
  const { isPublished, permalink } = read.value;
  if (isPublished === undefined) return { kind: 'gone' };
  return isPublished ? { kind: 'found', remoteId: videoId, permalink } : { kind: 'unpublished' };
}

export async function followVideo(context: RecipeContext, remoteId: string | undefined) {
  const videoId = context.steps.get('video')?.remoteId ?? remoteId;
  if (!videoId) return undefined;
  const read = await context.client.readVideo(videoId);
  return read.ok ? { permalink: read.value.permalink, remoteId: read.value.postId } : undefined;
}

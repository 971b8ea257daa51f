import type { AssetFact } from '../../../shared/facts.ts';
import { photoLifeMs } from '../patience.ts';
import { followVideo, hasFailed, videoHandle } from './facebook-video.ts';
import {
  answered,
  minuteMs,
  once,
  staged,
  unread,
  type Reading,
  type Recipe,
  type RecipeContext,
  type Staged,
} from './recipe.ts';

/** A reel on a Page. Finishing is the visible call; the reel appears when the network is done with
 *  it, so it counts as published only when its status says so. */
export const facebookReel: Recipe = {
  leadMs: 30 * minuteMs,
  patience: 'by-id',
  call: 'finish-reel',
  hiddenSteps: ['video'],
  async prepare(context) {
    const sent = await sendVideo(context, () =>
      context.client.startReel({ pageId: context.account.pageRemoteId }),
    );
    return sent.ok ? staged(undefined) : sent;
  },
  handle: videoHandle,
  async publish(context) {
    const videoId = videoHandle(context) ?? '';
    const { text } = context.content;
    const result = await context.client.finishReel({
      pageId: context.account.pageRemoteId,
      videoId,
      ...(text ? { description: text } : {}),
    });
    return answered(result, ({ postId }) => ({ remoteId: postId ?? videoId, accepted: true }));
  },
  look: (context) => lookAtPhases(context),
  follow: (context, remoteId) => followVideo(context, remoteId),
};

type Started = { videoId: string; uploadUrl: string };

/** Opens an upload and sends the bytes, from where they broke off. */
export async function sendVideo(
  context: RecipeContext,
  start: () => ReturnType<RecipeContext['client']['startReel']>,
): Promise<Staged<string>> {
  const file = await context.fileOf(0);
  if (!file.ok) return file;
  const video = await once(
    context,
    { name: 'video', lifeMs: photoLifeMs, with: ['sent', 'begun'], mediaName: file.value.name },
    start,
    ({ videoId, uploadUrl }: Started) => ({ remoteId: videoId, detail: { uploadUrl } }),
  );
  if (!video.ok) return video;
  const sent = await sendBytes(
    context,
    video.value.remoteId,
    String(video.value.detail.uploadUrl),
    file.value,
  );
  return sent.ok ? staged(video.value.remoteId) : sent;
}

async function sendBytes(
  context: RecipeContext,
  videoId: string,
  uploadUrl: string,
  file: AssetFact,
): Promise<Staged<void>> {
  if (context.steps.get('sent')) return staged(undefined);
  const offset = await uploadedBytes(context, videoId);
  const sent = await once(
    context,
    { name: 'sent', mediaName: file.name },
    () => context.client.uploadReelBytes({ uploadUrl, filePath: file.path, offset }),
    () => ({ remoteId: videoId }),
  );
  if (sent.ok) return staged(undefined);
  if (sent.stop.kind === 'failed' && ['rebuild', 'gone'].includes(sent.stop.failure.reaction)) {
    context.steps.drop('video', 'sent', 'begun');
  }
  return sent;
}

/** A first upload begins at zero without asking; a broken one goes on from what the network has. */
async function uploadedBytes(context: RecipeContext, videoId: string): Promise<number> {
  if (!context.steps.get('begun')) {
    context.steps.save('begun', videoId);
    return 0;
  }
  const read = await context.client.readVideo(videoId);
  return read.ok ? (read.value.uploadedBytes ?? 0) : 0;
}

/** `complete` and `completed` both occur. */
function isComplete(phase: string | undefined): boolean {
  return phase === 'complete' || phase === 'completed';
}

async function lookAtPhases(context: RecipeContext): Promise<Reading> {
  const videoId = context.steps.get('video')?.remoteId;
  if (!videoId) return { kind: 'gone' };
  const read = await context.client.readVideo(videoId);
  if (!read.ok) return unread(read.failure);
  const video = read.value;
  if (isComplete(video.publishingPhase)) {
    return { kind: 'found', remoteId: video.postId ?? videoId, permalink: video.permalink };
  }
  if (hasFailed(video)) {
    const name = context.content.media[0]?.name ?? '';
    const message = video.errorMessage ?? '';
    return { kind: 'refused', why: { code: 'video-refused', params: { name, message } } };
  }
  // Finishing during processing is taken and shows only when the processing is over.
  if (video.processingPhase === 'in_progress') return { kind: 'in-progress' };
  if (video.publishingPhase === 'not_started') return { kind: 'unpublished' };
  return video.publishingPhase === undefined ? { kind: 'gone' } : { kind: 'in-progress' };
}

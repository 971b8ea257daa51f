import type { RemotePost } from 'graph-api-client';
import { handOverWindow } from '../../../shared/rules/hand-over-window.ts';
import { photoLifeMs } from '../patience.ts';
import { facebookPost } from './facebook-post.ts';
import { normaliseText } from './match-published.ts';
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

/** Text, link or photos that the Page's own scheduler shows at their time, even while this computer is
 *  off. It has no id before it is made: after an unclear answer it is searched. */
export const facebookScheduled: Recipe = {
  leadMs: handOverWindow.farthestMs - minuteMs,
  patience: 'searched',
  call: 'schedule-post',
  hiddenSteps: ['scheduled'],
  handsOver: true,
  prepare,
  // The photos are what tells it from others; without any the Page stands for it.
  handle: (context) => photoIds(context)?.join(',') || pageOf(context),
  async publish(context) {
    const { text, link } = context.content;
    const photos = photoIds(context) ?? [];
    const result = await context.client.schedulePost({
      pageId: context.account.pageRemoteId,
      ...(text ? { message: text } : {}),
      ...(link ? { link } : {}),
      ...(photos.length > 0 ? { photoIds: photos } : {}),
      publishAt: context.dueAt,
    });
    return answered(result, ({ postId }) => ({ remoteId: postId }));
  },
  look,
  follow: facebookPost.follow,
};

function pageOf(context: RecipeContext): string | undefined {
  return context.content.media.length === 0 ? context.account.pageRemoteId : undefined;
}

/** Photos that wait for the network's scheduler must be marked so, or they are swept before. */
async function prepare(context: RecipeContext): Promise<Staged<void>> {
  for (const [index, medium] of context.content.media.entries()) {
    const name = `photo:${index}`;
    if (context.steps.get(name) && !livingPhoto(context, index)) context.steps.drop(name);
    if (context.steps.get(name)) continue;
    const file = await context.fileOf(index);
    if (!file.ok) return file;
    const photo = await once(
      context,
      { name, mediaName: file.value.name },
      () =>
        context.client.uploadPhoto({
          pageId: context.account.pageRemoteId,
          filePath: file.value.path,
          temporary: true,
          ...(medium.alt ? { altText: medium.alt } : {}),
        }),
      ({ photoId }) => ({ remoteId: photoId }),
    );
    if (!photo.ok) return photo;
  }
  return staged(undefined);
}

/** It is handed over now, whenever it is due: its age counts until now. */
function livingPhoto(context: RecipeContext, index: number): string | undefined {
  const step = context.steps.get(`photo:${index}`);
  const isLiving = step && (context.wasCalled || context.now() - step.at < photoLifeMs);
  return isLiving ? step.remoteId : undefined;
}

/** All of them in their order, or undefined while one is missing. */
function photoIds(context: RecipeContext): string[] | undefined {
  const ids = context.content.media.map((_, index) => livingPhoto(context, index));
  return ids.every((id) => id !== undefined) ? ids : undefined;
}

/** Where the network has it: waiting for its time, shown, or neither. */
async function look(context: RecipeContext): Promise<Reading> {
  const postId = context.steps.get('scheduled')?.remoteId;
  if (!postId) return search(context);
  const read = await context.client.readPost(postId);
  if (!read.ok) return unread(read.failure);
  if (read.value.isPublished) {
    return { kind: 'found', remoteId: postId, permalink: read.value.permalink };
  }
  const isWaiting = context.now() < context.dueAt;
  return isWaiting ? { kind: 'found', remoteId: postId, handed: true } : { kind: 'in-progress' };
}

async function search(context: RecipeContext): Promise<Reading> {
  const pageId = context.account.pageRemoteId;
  const waiting = await context.client.scheduledPosts({ pageId, limit: 100 });
  if (!waiting.ok) return { kind: 'unread', failure: waiting.failure };
  const shown = await context.client.publishedPosts({ pageId, limit: 50 });
  if (!shown.ok) return { kind: 'unread', failure: shown.failure };
  const copies = findCopies(context, waiting.value.items);
  const [only, second] = [...copies, ...findCopies(context, shown.value.items)];
  if (!only) return { kind: 'none' };
  if (second) return { kind: 'several' };
  if (copies.length > 0) return { kind: 'found', remoteId: only.id, handed: true };
  return { kind: 'found', remoteId: only.id, permalink: only.permalink };
}

/** Those of earlier calls too: what one of them left is ours as well. */
function photosOfCalls(context: RecipeContext): string[] {
  return [...context.calledOn, photoIds(context)?.join(',') ?? ''].flatMap((ids) => ids.split(','));
}

/** The network's clock is not ours. */
const marginMs = 2 * minuteMs;

/** Ours by the photos we uploaded for it; without photos by exactly our words, made since the call and
 *  meant for our time. */
export function findCopies(context: RecipeContext, posts: readonly RemotePost[]): RemotePost[] {
  const photos = context.content.media.length > 0 ? photosOfCalls(context) : [];
  const words = normaliseText(context.content.text);
  const calledAt = context.calledAt ?? context.now();
  return posts.filter((post) => {
    if (context.isTaken(post.id)) return false;
    if (context.content.media.length > 0) return post.mediaIds.some((id) => photos.includes(id));
    const isOurTime =
      post.scheduledAt === undefined || Math.abs(post.scheduledAt - context.dueAt) < minuteMs;
    const isNew = post.createdAt !== undefined && post.createdAt >= calledAt - marginMs;
    return words !== '' && isOurTime && isNew && normaliseText(post.message) === words;
  });
}

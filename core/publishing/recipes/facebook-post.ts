import { hiddenPostLeadMs, hiddenPostLifeMs, photoLifeMs } from '../patience.ts';
import {
  answered,
  livingStep,
  minuteMs,
  once,
  staged,
  stop,
  unread,
  type Reading,
  type Recipe,
  type RecipeContext,
  type Staged,
} from './recipe.ts';

/** Text, link or photos on a Page: a hidden post is made and then shown by its id, which may be
 *  said twice without a second post. */
export const facebookPost: Recipe = {
  leadMs: 20 * minuteMs,
  patience: 'by-id',
  call: 'publish-post',
  hiddenSteps: ['post', 'photo'],
  prepare,
  handle: (context) => hiddenPost(context)?.remoteId,
  async publish(context) {
    const postId = hiddenPost(context)?.remoteId ?? '';
    return answered(await context.client.publishPost(postId), () => ({ remoteId: postId }));
  },
  look,
  async follow(context, remoteId) {
    if (!remoteId) return undefined;
    const read = await context.client.readPost(remoteId);
    return read.ok ? { permalink: read.value.permalink } : undefined;
  },
};

function hiddenPost(context: RecipeContext) {
  return livingStep(context, 'post', hiddenPostLifeMs);
}

async function prepare(context: RecipeContext): Promise<Staged<void>> {
  if (hiddenPost(context)) return staged(undefined);
  const photos = await stagePhotos(context);
  if (!photos.ok) return photos;
  const notBefore = context.dueAt - hiddenPostLeadMs;
  if (context.now() < notBefore) return stop({ kind: 'later', at: notBefore });
  const { text, link } = context.content;
  const made = await once(
    context,
    { name: 'post', lifeMs: hiddenPostLifeMs },
    () =>
      context.client.createHiddenPost({
        pageId: context.account.pageRemoteId,
        ...(text ? { message: text } : {}),
        ...(link ? { link } : {}),
        ...(photos.value.length > 0 ? { photoIds: photos.value } : {}),
      }),
    ({ postId }) => ({ remoteId: postId }),
  );
  if (made.ok) return staged(undefined);
  // A lost answer may have left a hidden post that holds the photos: new ones then.
  if (made.stop.kind === 'failed' && ['duplicate', 'gone'].includes(made.stop.failure.reaction)) {
    context.steps.drop(...context.content.media.map((_, index) => `photo:${index}`));
  }
  return made;
}

/** Uploads what is missing of the photos; answers their ids in the order of the post. */
export async function stagePhotos(context: RecipeContext): Promise<Staged<string[]>> {
  const ids: string[] = [];
  for (const [index, medium] of context.content.media.entries()) {
    const photo = await stagePhoto(context, index, medium.alt);
    if (!photo.ok) return photo;
    ids.push(photo.value);
  }
  return staged(ids);
}

async function stagePhoto(
  context: RecipeContext,
  index: number,
  altText: string | undefined,
): Promise<Staged<string>> {
  const name = `photo:${index}`;
  const before = context.steps.get(name, photoLifeMs);
  if (before) return staged(before.remoteId);
  const file = await context.fileOf(index);
  if (!file.ok) return file;
  const photo = await once(
    context,
    { name, lifeMs: photoLifeMs, mediaName: file.value.name },
    () =>
      context.client.uploadPhoto({
        pageId: context.account.pageRemoteId,
        filePath: file.value.path,
        ...(altText ? { altText } : {}),
      }),
    ({ photoId }) => ({ remoteId: photoId }),
  );
  return photo.ok ? staged(photo.value.remoteId) : photo;
}

async function look(context: RecipeContext): Promise<Reading> {
  const postId = context.steps.get('post')?.remoteId;
  if (!postId) return { kind: 'gone' };
  const read = await context.client.readPost(postId);
  if (!read.ok) return unread(read.failure);
  if (read.value.isPublished === undefined) return { kind: 'gone' };
  if (!read.value.isPublished) return { kind: 'unpublished' };
  return { kind: 'found', remoteId: postId, permalink: read.value.permalink };
}

import { photoLifeMs } from '../patience.ts';
import { sendVideo } from './facebook-reel.ts';
import { stagePhotos } from './facebook-post.ts';
import {
  answered,
  livingStep,
  minuteMs,
  staged,
  type Reading,
  type Recipe,
  type RecipeContext,
} from './recipe.ts';

/** A story on a Page. The network has no hidden form: after an unclear answer the Page's stories are
 *  searched for our photo or video, and a person decides what searching cannot. */
export const facebookStory: Recipe = {
  leadMs: 30 * minuteMs,
  patience: 'searched',
  call: 'publish-story',
  hiddenSteps: ['photo', 'video'],
  async prepare(context) {
    if (!isVideo(context)) {
      const photos = await stagePhotos(context);
      return photos.ok ? staged(undefined) : photos;
    }
    const sent = await sendVideo(context, () =>
      context.client.startVideoStory({ pageId: context.account.pageRemoteId }),
    );
    return sent.ok ? staged(undefined) : sent;
  },
  handle: mediaId,
  async publish(context) {
    const pageId = context.account.pageRemoteId;
    const id = mediaId(context) ?? '';
    const result = isVideo(context)
      ? await context.client.finishVideoStory({ pageId, videoId: id })
      : await context.client.photoStory({ pageId, photoId: id });
    // A film may still be worked on: it is there when the Page's stories show it.
    return answered(result, ({ postId }) => ({ remoteId: postId, accepted: isVideo(context) }));
  },
  look,
  async follow(context, remoteId) {
    const found = await findStory(context, remoteId);
    return found.kind === 'found'
      ? { remoteId: found.remoteId, permalink: found.permalink }
      : undefined;
  },
};

function isVideo(context: RecipeContext): boolean {
  return context.content.media[0]?.kind === 'video';
}

function mediaId(context: RecipeContext): string | undefined {
  return livingStep(context, isVideo(context) ? 'video' : 'photo:0', photoLifeMs)?.remoteId;
}

function look(context: RecipeContext): Promise<Reading> {
  return findStory(context, undefined);
}

async function findStory(context: RecipeContext, postId: string | undefined): Promise<Reading> {
  const id = mediaId(context);
  const read = await context.client.pageStories({
    pageId: context.account.pageRemoteId,
    limit: 50,
  });
  if (!read.ok) return { kind: 'unread', failure: read.failure };
  const story = read.value.items.find(
    (item) => (postId !== undefined && item.postId === postId) || (!!id && item.mediaId === id),
  );
  return story ? { kind: 'found', remoteId: story.postId, permalink: story.url } : { kind: 'none' };
}

import { normaliseText } from './match-published.ts';
import {
  answered,
  staged,
  unread,
  type Reading,
  type Recipe,
  type RecipeContext,
} from './recipe.ts';

/** Other words for what is published. Saying the same words again changes nothing, so an unclear answer
 *  is settled by reading, or by saying them once more. */
export const changeText: Recipe = {
  leadMs: 0,
  patience: 'by-id',
  call: 'change-text',
  hiddenSteps: [],
  undone: 'text-undone',
  prepare: () => Promise.resolve(staged(undefined)),
  handle: objectId,
  async publish(context) {
    const id = objectId(context) ?? '';
    const { text } = context.content;
    if (isVideo(context)) {
      const said = await context.client.updateVideo({ videoId: id, description: text });
      return answered(said, () => ({}));
    }
    const said = await context.client.updatePost({ postId: id, message: text });
    return answered(said, () => ({}));
  },
  look,
  follow: () => Promise.resolve({}),
};

function isVideo({ parent }: RecipeContext): boolean {
  return parent?.recipe === 'facebook-video' || parent?.recipe === 'facebook-reel';
}

/** Words of a video belong to the video, whatever post shows it. */
function objectId(context: RecipeContext): string | undefined {
  return isVideo(context) ? context.parent?.calledOn : context.parentRemoteId;
}

async function look(context: RecipeContext): Promise<Reading> {
  const id = objectId(context) ?? '';
  if (isVideo(context)) {
    // A video's words cannot be read back here; they may be said again.
    const read = await context.client.readVideo(id);
    return read.ok ? { kind: 'unpublished' } : unread(read.failure);
  }
  const read = await context.client.readPost(id);
  if (!read.ok) return unread(read.failure);
  const isThere = normaliseText(read.value.message) === normaliseText(context.content.text);
  return isThere ? { kind: 'found' } : { kind: 'unpublished' };
}

import {
  answered,
  staged,
  unread,
  type Reading,
  type Recipe,
  type RecipeContext,
} from './recipe.ts';
import { goneTwice } from './withdraw.ts';

/** Takes what is published off the network. Deleting by id may be said twice; it is done when two
 *  reads find nothing. */
export const deletePublished: Recipe = {
  leadMs: 0,
  patience: 'by-id',
  call: 'delete-object',
  hiddenSteps: [],
  undone: 'delete-undone',
  prepare: () => Promise.resolve(staged(undefined)),
  handle: (context) => context.parentRemoteId,
  async publish(context) {
    const result = await context.client.deleteObject(context.parentRemoteId ?? '');
    // Gone already: reading it again says so for sure.
    if (!result.ok && result.failure.reaction === 'gone') return { kind: 'done', accepted: true };
    return answered(result, () => ({}));
  },
  look,
  follow: () => Promise.resolve({}),
};

async function look(context: RecipeContext): Promise<Reading> {
  const id = context.parentRemoteId ?? '';
  const read = await readObject(context, id);
  if (read.ok) return { kind: 'unpublished' };
  return read.failure.reaction === 'gone' ? goneTwice(context) : unread(read.failure);
}

function readObject(context: RecipeContext, id: string) {
  const { client, account, parent } = context;
  if (account.network === 'instagram') return client.readMedia(id);
  return parent?.recipe === 'facebook-video' ? client.readVideo(id) : client.readPost(id);
}

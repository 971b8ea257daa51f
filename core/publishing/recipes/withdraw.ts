import {
  answered,
  refuse,
  staged,
  stop,
  unread,
  type Reading,
  type Recipe,
  type RecipeContext,
  type Staged,
} from './recipe.ts';

/** Takes a post back that the network's own scheduler has. It is looked at before: one that is out by
 *  now stays. Deleting by id may be said twice. */
export const withdraw: Recipe = {
  leadMs: 0,
  patience: 'by-id',
  call: 'withdraw-post',
  hiddenSteps: [],
  undone: 'take-back-failed',
  prepare,
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

async function prepare(context: RecipeContext): Promise<Staged<void>> {
  const id = context.parentRemoteId ?? '';
  const read = await context.client.readPost(id);
  if (read.ok && read.value.isPublished) return overtaken(id, read.value.permalink);
  if (read.ok || read.failure.reaction === 'gone') return staged(undefined);
  return stop({ kind: 'failed', failure: read.failure });
}

/** Out before it could be taken back. */
function overtaken(remoteId: string, permalink = ''): Staged<void> {
  return refuse('overtaken', { remoteId, permalink });
}

async function look(context: RecipeContext): Promise<Reading> {
  const id = context.parentRemoteId ?? '';
  const read = await context.client.readPost(id);
  if (read.ok && read.value.isPublished) {
    const params = { remoteId: id, permalink: read.value.permalink ?? '' };
    return { kind: 'refused', why: { code: 'overtaken', params } };
  }
  if (read.ok) return { kind: 'unpublished' };
  return read.failure.reaction === 'gone' ? goneTwice(context) : unread(read.failure);
}

/** One missing read proves nothing. */
export function goneTwice(context: RecipeContext): Reading {
  if (context.steps.get('gone')) return { kind: 'found' };
  context.steps.save('gone', 'once');
  return { kind: 'gone' };
}

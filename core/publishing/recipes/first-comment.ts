import type { RemoteComment } from 'graph-api-client';
import type { AccountFact } from '../../../shared/facts.ts';
import { matchPublished } from './match-published.ts';
import { answered, staged, stop, type Reading, type Recipe, type RecipeContext } from './recipe.ts';

/** The comment a merchant leaves under the own post. It has no hidden form and no id before it is
 *  there, so after an unclear answer it is searched by its words. */
export const firstComment: Recipe = {
  leadMs: 0,
  patience: 'searched',
  call: 'create-comment',
  hiddenSteps: [],
  async prepare(context) {
    const objectId = context.parentRemoteId;
    if (!objectId) return stop({ kind: 'later', at: context.now() + 15_000 });
    // Fresh objects read as missing for some seconds, and commenting them then proves nothing.
    const read =
      context.account.network === 'instagram'
        ? await context.client.readMedia(objectId)
        : await context.client.listFacebookComments({ objectId, limit: 1 });
    return read.ok ? staged(undefined) : stop({ kind: 'failed', failure: read.failure });
  },
  handle: (context) => context.parentRemoteId,
  async publish(context) {
    const result = await context.client.createComment({
      objectId: context.parentRemoteId ?? '',
      text: context.content.text,
    });
    return answered(result, ({ commentId }) => ({ remoteId: commentId }));
  },
  look,
  follow: () => Promise.resolve({}),
};

async function look(context: RecipeContext): Promise<Reading> {
  const objectId = context.parentRemoteId;
  if (!objectId) return { kind: 'gone' };
  const read =
    context.account.network === 'instagram'
      ? await context.client.listInstagramComments({ mediaId: objectId, limit: 50 })
      : await context.client.listFacebookComments({ objectId, limit: 50 });
  if (!read.ok) return { kind: 'unread', failure: read.failure };
  const own = read.value.items.filter((comment) => isOurs(comment, context.account));
  const candidates = own.map((comment) => ({
    id: comment.id,
    at: comment.createdAt,
    text: comment.text,
  }));
  const [only, second] = matchPublished(candidates, {
    text: context.content.text,
    calledAt: context.calledAt ?? context.dueAt,
    isTaken: context.isTaken,
  });
  if (!only) return { kind: 'none' };
  return second ? { kind: 'several' } : { kind: 'found', remoteId: only.id };
}

/** A network that keeps the name to itself leaves only the words to go by. */
function isOurs(comment: RemoteComment, account: AccountFact): boolean {
  const { from } = comment;
  if (!from?.id && !from?.username) return true;
  return from.id === account.remoteId || (!!from.username && from.username === account.username);
}

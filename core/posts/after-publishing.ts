import type { Check } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language, Network } from '../../shared/contract/shapes.ts';
import { instantToWall } from '../../shared/rules/zoned-time.ts';
import type { writeDrafts } from './draft-writing.ts';
import { findPost, type PostParts } from './post-parts.ts';

type Writing = ReturnType<typeof writeDrafts>;

/** Goes out by itself still. */
const coming = new Set(['scheduled', 'preparing', 'ready', 'waiting']);

/** What follows for a post from what publishing did with it, and a new post made from one that is out. */
export function afterPublishing({ tools, store, uses, checkContent }: PostParts, writing: Writing) {
  const setSource = tools.db.prepare<[string, string]>(
    'UPDATE posts SET source_id = ? WHERE id = ?',
  );
  const source = tools.db
    .prepare<[string], string | null>('SELECT source_id FROM posts WHERE id = ?')
    .pluck();

  function republish(postId: string, language: Language): { postId: string; checks: Check[] } {
    const row = findPost(store, postId);
    const targets = uses.targets.list({ postId });
    if (!targets.some((target) => target.state === 'published'))
      throw new Problem('change-not-published');
    const made = writing.duplicate(postId).postId;
    setSource.run(postId, made);
    return { postId: made, checks: checkContent(row.content, made, language) };
  }

  return {
    republish: (postId: string, clientId?: string, language?: Language) =>
      tools.applyOnce('posts/republish', clientId, () =>
        republish(postId, language ?? tools.shopLanguage()),
      ),
    /** The published post that this one was made from. */
    sourceOf: (postId: string) => source.get(postId) ?? undefined,
    /** For publishing: the last of its plan was taken back, so it is a draft again. */
    planEnded(postId: string): void {
      const targets = uses.targets.list({ postId });
      if (targets.some((target) => target.state !== 'cancelled')) return;
      store.setPlan(postId, undefined);
      tools.events.changed('posts');
    },
    /** For publishing: it was out at `at`, before a move reached the network. */
    planOvertaken(postId: string, at: number): void {
      const row = store.find(postId);
      if (!row || uses.targets.list({ postId }).some((target) => coming.has(target.state))) return;
      const zone = row.plan?.zone ?? uses.placeOf(row.content.accountIds).zone;
      store.setPlan(postId, { at, wall: instantToWall(at, zone), zone });
      tools.events.changed('posts');
    },
    /** For publishing: what is written now never went out, and is not lost for it. */
    keepAsDraft(postId: string): void {
      if (store.find(postId)) setSource.run(postId, writing.duplicate(postId).postId);
    },
    /** For publishing: customers read other words there now. */
    wordsChanged(postId: string, network: Network, text: string): void {
      if (store.find(postId)) writing.setWords(postId, network, text);
    },
  };
}

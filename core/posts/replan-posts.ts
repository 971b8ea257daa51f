import { Problem } from '../../shared/contract/problem.ts';
import type { Replanned, ReplanMove } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { sayRefusal } from './batches.ts';
import type { planning } from './planning.ts';
import { findPost, type PostParts } from './post-parts.ts';
import type { PostRow } from './store.ts';

type Plans = Pick<ReturnType<typeof planning>, 'schedule' | 'cancel'>;

/** Many posts to other times, or back to drafts, in one step. One that cannot stays as it was and says
 *  why; what each was before is answered, so that the same procedure takes it back. */
export function replanPosts({ tools, store, uses }: PostParts, { schedule, cancel }: Plans) {
  function move({ postId, at, zone }: ReplanMove, language: Language): void {
    if (at !== null) return void schedule({ postId, at, zone }, undefined, language);
    const isOut = uses.targets.list({ postId }).some((target) => target.state === 'published');
    if (isOut || uses.targets.isLocked(postId)) throw new Problem('post-not-editable', { postId });
    cancel(postId, undefined, language);
  }

  function replan(moves: readonly ReplanMove[], language: Language): Replanned {
    const answer: Replanned = { moved: [], refused: [] };
    for (const one of moves) {
      const { postId } = one;
      const row = findPost(store, postId);
      const before = planOf(row);
      try {
        move(one, language);
      } catch (error) {
        const { text } = sayRefusal(error, tools.say, language);
        answer.refused.push({ postId, title: row.title, text });
        continue;
      }
      const at = store.find(postId)?.plan?.at;
      const now = at === undefined ? {} : { at: new Date(at).toISOString() };
      answer.moved.push({ postId, ...now, before });
    }
    return answer;
  }

  return {
    replan: (moves: readonly ReplanMove[], clientId?: string, language?: Language): Replanned =>
      tools.applyOnce('posts/replan', clientId, () =>
        replan(moves, language ?? tools.shopLanguage()),
      ),
  };
}

/** By its instant: the wall time may be one that is shown twice. */
function planOf({ id, plan }: PostRow): ReplanMove {
  if (!plan) return { postId: id, at: null };
  return { postId: id, at: new Date(plan.at).toISOString(), zone: plan.zone };
}

import { Problem } from '../../shared/contract/problem.ts';
import type { PlacedPosts } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { UsualTime } from '../../shared/rules/calendar-grid.ts';
import { freeSlots } from '../../shared/rules/free-slots.ts';
import type { ChosenTime } from './choose-time.ts';
import { findPost, type PostParts } from './post-parts.ts';

export type PlaceNext = { postIds: readonly string[]; slots?: readonly UsualTime[] | undefined };

/** Puts posts, in their order, into the next free ones of the shop's usual hours or of `slots`. One that
 *  a network would refuse takes no slot: it stays what it is and is named. */
export function placePosts(
  { tools, store, uses }: PostParts,
  schedule: (postId: string, chosen: ChosenTime, language: Language) => void,
) {
  return ({ postIds, slots }: PlaceNext, language: Language): PlacedPosts => {
    const { zone, usualTimes } = uses.readShop();
    const ids = [...new Set(postIds)];
    const now = tools.clock.now();
    const taken = new Set(store.planTimes(now, Number.MAX_SAFE_INTEGER));
    const free = freeSlots(slots ?? usualTimes, zone, now, taken, ids.length);
    if (free.length === 0) throw new Problem('no-usual-times');
    const answer: PlacedPosts = { placed: [], refused: [] };
    for (const postId of ids) {
      const slot = free[answer.placed.length];
      if (!slot) break;
      const at = new Date(slot.at).toISOString();
      const refusal = refusalOf(() => schedule(postId, { at, zone }, language));
      if (refusal === undefined) answer.placed.push({ postId, at, wall: slot.wall });
      else answer.refused.push({ postId, title: findPost(store, postId).title, text: refusal });
    }
    return answer;
  };
}

/** The first thing that stands against the post; anything else ends the whole. */
function refusalOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'post-refused') throw error;
    const { first } = error.params;
    return typeof first === 'string' ? first : '';
  }
}

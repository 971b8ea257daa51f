import { Problem } from '../../shared/contract/problem.ts';
import type { PlacedPosts } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { UsualTime } from '../../shared/rules/calendar-grid.ts';
import { freeSlots } from '../../shared/rules/free-slots.ts';
import type { PlacedTime } from '../../shared/rules/zoned-time.ts';
import type { ChosenTime } from './choose-time.ts';
import { findPost, type PostParts } from './post-parts.ts';
import { stateOf } from './post-tiles.ts';
import type { PostPlace, PostsUses } from './posts-uses.ts';

export type PlaceNext = { postIds: readonly string[]; slots?: readonly UsualTime[] | undefined };

/** Puts posts, in their order, into the next free ones of their shop's or account's usual hours or of
 *  `slots`. One that a network would refuse takes no slot: it stays what it is and is named. */
export function placePosts(
  parts: PostParts,
  schedule: (postId: string, chosen: ChosenTime, language: Language) => void,
) {
  return ({ postIds, slots }: PlaceNext, language: Language): PlacedPosts => {
    const { store, uses } = parts;
    const ids = [...new Set(postIds)];
    const slotsOf = slotsByQueue(parts, ids.length, slots);
    const answer: PlacedPosts = { placed: [], refused: [] };
    for (const postId of ids) {
      const { title, content } = findPost(store, postId);
      const place = uses.placeOf(content.accountIds);
      const free = slotsOf(place);
      const slot = free[0];
      if (!slot) continue;
      const at = new Date(slot.at).toISOString();
      const refusal = refusalOf(() => schedule(postId, { at, zone: place.zone }, language));
      if (refusal === undefined) {
        free.shift();
        answer.placed.push({ postId, at, wall: slot.wall });
      } else answer.refused.push({ postId, title, text: refusal });
    }
    return answer;
  };
}

export type PlannedFact = {
  postId: string;
  title: string;
  at: number;
  queueId: string;
  accountIds: string[];
  state: string;
};

/** For other features: what is planned from `from` to `to` (UTC ms, not included), in order. */
export function plannedPosts({ store, uses }: PostParts) {
  return (from: number, to: number): PlannedFact[] => {
    const queueOf = queueReader(uses);
    return store.planned(from, to).flatMap(({ id, title, plan, accountIds, marks }) =>
      plan
        ? {
            postId: id,
            title,
            at: plan.at,
            queueId: queueOf(accountIds),
            accountIds,
            state: stateOf(marks.filter((mark) => mark.role === 'post')),
          }
        : [],
    );
  };
}

/** Thousands of posts share a few accounts: each place is read once for an answer. */
function queueReader({ placeOf }: Pick<PostsUses, 'placeOf'>): (ids: readonly string[]) => string {
  const known = new Map<string, string>();
  return (accountIds) => {
    const key = accountIds.join(' ');
    const queueId = known.get(key) ?? placeOf(accountIds).queueId;
    known.set(key, queueId);
    return queueId;
  };
}

/** The free hours of each queue, looked for when its first post asks. */
function slotsByQueue(
  { tools, store, uses }: PostParts,
  count: number,
  slots: readonly UsualTime[] | undefined,
): (place: PostPlace) => PlacedTime[] {
  const now = tools.clock.now();
  const planned = store.planned(now, Number.MAX_SAFE_INTEGER);
  const queueOf = queueReader(uses);
  const byQueue = Map.groupBy(planned, (row) => queueOf(row.accountIds));
  const found = new Map<string, PlacedTime[]>();
  return ({ queueId, usualTimes, zone }) => {
    const before = found.get(queueId);
    if (before) return before;
    const taken = new Set((byQueue.get(queueId) ?? []).flatMap(({ plan }) => plan?.at ?? []));
    const free = freeSlots(slots ?? usualTimes, zone, now, taken, count);
    if (free.length === 0) throw new Problem('no-usual-times');
    found.set(queueId, free);
    return free;
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

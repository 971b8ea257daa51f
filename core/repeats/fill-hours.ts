import type { PostContent } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { usualSlots } from '../../shared/rules/calendar-grid.ts';
import { chooseEvergreen } from '../../shared/rules/choose-evergreen.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { findPost } from './follow-series.ts';
import type { Entry, Pool, PoolStore } from './pool-store.ts';
import type { PlannedPost, RepeatsUses } from './repeats-uses.ts';

export type PoolParts = { tools: FeatureTools; store: PoolStore; uses: RepeatsUses };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** New posts come first: only hours this near that are still free are filled. */
const aheadMs = 3 * dayMs;
const weekMs = 7 * dayMs;

/** Fills the free usual hours of the next days from a pool: each hour once, since its row is written with
 *  the post. Joins the caller's transaction; answers how many posts were made. */
export function fillHours(parts: PoolParts, pool: Pool): number {
  const { tools, store, uses } = parts;
  if (!pool.on) return 0;
  const now = tools.clock.now();
  const { zone, usualTimes, queueId } = uses.placeOf(pool.accountIds);
  const planned = uses.plannedBetween(now - weekMs, now + aheadMs + weekMs);
  const taken = new Set(planned.flatMap((post) => (post.queueId === queueId ? [post.at] : [])));
  const filled = new Set(store.uses(pool.id).map((use) => use.slotAt));
  let made = 0;
  for (const slot of usualSlots(usualTimes, zone, now + hourMs, now + aheadMs)) {
    if (taken.has(slot.at) || filled.has(slot.at)) continue;
    if (fillOne(parts, pool, slot.at, zone)) made += 1;
  }
  if (made > 0) tools.events.changed('posts', 'targets');
  return made;
}

function fillOne(parts: PoolParts, pool: Pool, slotAt: number, zone: string): boolean {
  const { store, uses } = parts;
  const used = Map.groupBy(store.uses(pool.id), (use) => use.entryId);
  const entries = new Map(store.entries(pool.id).map((entry) => [entry.id, entry]));
  const chosen = chooseEvergreen(
    [...entries.values()].map((entry) => ({
      id: entry.id,
      texts: [entry.content.caption, ...entry.variants],
      usedAt: (used.get(entry.id) ?? []).map((use) => use.slotAt),
    })),
    slotAt,
    { minDays: pool.minDays, maxUses: pool.maxUses, nearTexts: textsNear(uses, pool, slotAt) },
  );
  return chosen.some(({ id, textIndex }) => {
    const entry = entries.get(id);
    return entry !== undefined && makePost(parts, pool, entry, { slotAt, textIndex, zone });
  });
}

/** What the pool's accounts say within seven days of the hour. */
function textsNear(uses: RepeatsUses, pool: Pool, slotAt: number): Set<string> {
  const isOfPool = ({ accountIds }: PlannedPost) =>
    accountIds.some((id) => pool.accountIds.includes(id));
  return new Set(
    uses
      .plannedBetween(slotAt - weekMs + hourMs, slotAt + weekMs - hourMs)
      .filter((post) => isOfPool(post) && post.state !== 'removed')
      .flatMap(({ postId }) => findPost(uses, postId) ?? [])
      .flatMap(({ caption, captions }) => [caption, ...Object.values(captions ?? {})])
      .map((text) => text.trim()),
  );
}

/** False where a network would refuse the post: another one may take the hour. */
function makePost(
  { tools, store, uses }: PoolParts,
  pool: Pool,
  { id: entryId, content, variants }: Entry,
  { slotAt, textIndex, zone }: { slotAt: number; textIndex: number; zone: string },
): boolean {
  const { captions, ...common } = content;
  const own = textIndex === 0 ? { captions } : { caption: variants[textIndex - 1] ?? '' };
  const post: PostContent = { ...common, ...own, accountIds: pool.accountIds };
  // A savepoint: a post that cannot be planned leaves no draft behind.
  const make = tools.db.transaction(() => {
    const { postId } = uses.createPost(post);
    uses.schedulePost(postId, new Date(slotAt).toISOString(), zone);
    store.addUse(pool.id, { slotAt, entryId, postId });
  });
  try {
    make();
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return false;
  }
}

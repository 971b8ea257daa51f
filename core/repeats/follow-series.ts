import type { Post } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { repeatTimeOf } from '../../shared/rules/repeat-dates.ts';
import { contentAt, type SeriesParts } from './make-occurrences.ts';
import type { RepeatsUses } from './repeats-uses.ts';
import type { OccurrenceRow, Series } from './series-store.ts';

const early = new Set(['scheduled', 'preparing', 'ready', 'waiting', 'cancelled']);

export function findPost(uses: Pick<RepeatsUses, 'readPost'>, postId: string): Post | undefined {
  try {
    return uses.readPost(postId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Whether a person changed this post alone: its words, its time, or that it is there at all. */
export function isOwn(row: OccurrenceRow, post: Post | undefined): boolean {
  if (row.state !== 'made') return false;
  // By the wall time: an instant may move with the rules of its zone.
  return post?.plan?.wall !== row.wall || post?.version !== row.postVersion;
}

/** Nothing of it is out or on its way. */
export function isStillToCome(post: Post): boolean {
  return post.targets.every((target) => early.has(target.state));
}

/** Brings the posts that follow `date` to what the series says now; those that a person changed alone
 *  stay, and so does what is out. A day that is no longer one of it loses its post. */
export function followSeries(parts: SeriesParts, series: Series, date: string): void {
  const { tools, store, uses } = parts;
  const now = tools.clock.now();
  for (const row of store.rows(series.id, date)) {
    const post = row.postId === null ? undefined : findPost(uses, row.postId);
    if (row.state === 'made' && (!post || isOwn(row, post) || !isStillToCome(post))) continue;
    if (post?.plan && Date.parse(post.plan.at) <= now) continue;
    const time = repeatTimeOf(series.rule, series.zone, row.date);
    if (time && row.state === 'skipped') continue;
    if (!time || time.at <= now || !post) {
      if (post) uses.removePost(post.id);
      store.drop(series.id, row.date);
      continue;
    }
    const { version } = uses.savePost({ ...contentAt(series, time.index), postId: post.id });
    if (time.wall !== row.wall)
      uses.schedulePost(post.id, new Date(time.at).toISOString(), series.zone);
    store.put({ ...row, wall: time.wall, postVersion: version });
  }
}

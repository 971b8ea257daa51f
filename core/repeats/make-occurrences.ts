import type { PostContent } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { repeatTimes, type RepeatTime } from '../../shared/rules/repeat-dates.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { RepeatsUses } from './repeats-uses.ts';
import type { OccurrenceRow, Series, SeriesStore } from './series-store.ts';

/** Posts of a series are made this far ahead, and so many of them at most. */
export const aheadMs = 60 * 86_400_000;
export const mostAhead = 20;

export type SeriesParts = { tools: FeatureTools; store: SeriesStore; uses: RepeatsUses };

/** What the post at one place of a series says: each text has its turn. */
export function contentAt({ content, variants }: Series, index: number): PostContent {
  const turn = index % (variants.length + 1);
  if (turn === 0) return content;
  const { captions: _, ...common } = content;
  return { ...common, caption: variants[turn - 1] ?? content.caption };
}

/** What is to come of a series, as far ahead as its posts are made. */
export function comingTimes({ rule, zone }: Series, now: number): RepeatTime[] {
  return repeatTimes(rule, zone, now, now + aheadMs).slice(0, mostAhead);
}

/** Makes the posts of a series that are due to be made and not there yet: each day once, since its row
 *  is written with it. What has passed meanwhile is not made up for. Joins the caller's transaction. */
export function makeOccurrences(parts: SeriesParts, series: Series): number {
  const { tools, store } = parts;
  const now = tools.clock.now();
  const times = comingTimes(series, now);
  const first = times[0];
  if (!first) return 0;
  const rows = new Map(store.rows(series.id, first.date).map((row) => [row.date, row]));
  let made = 0;
  for (const time of times) {
    const row = rows.get(time.date);
    if (row && row.state !== 'held') continue;
    const next = makeOne(parts, series, time);
    if (row?.state === 'held' && next.state === 'held' && row.reason === next.reason) continue;
    store.put(next);
    made += 1;
  }
  if (made > 0) tools.events.changed('posts', 'targets');
  return made;
}

/** The post of one day; `held`, with the reason, where a network would refuse it. */
function makeOne(
  { tools, uses }: SeriesParts,
  series: Series,
  { date, at, wall, index }: RepeatTime,
): OccurrenceRow {
  const row = { repeatId: series.id, date, wall };
  // A savepoint: a post that cannot be planned leaves no draft behind.
  const make = tools.db.transaction(() => {
    const { postId, version } = uses.createPost(contentAt(series, index));
    uses.schedulePost(postId, new Date(at).toISOString(), series.zone);
    return { postId, version };
  });
  try {
    const { postId, version } = make();
    return { ...row, state: 'made', postId, postVersion: version, reason: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { first } = error.params;
    const reason = typeof first === 'string' && first !== '' ? first : error.code;
    return { ...row, state: 'held', postId: null, postVersion: null, reason };
  }
}

import type { Repeat, RepeatOccurrence } from '../../shared/contract/repeats.ts';
import { firstLine } from '../../shared/rules/caption.ts';
import { addDays, dateAt } from '../../shared/rules/calendar-grid.ts';
import { repeatDates } from '../../shared/rules/repeat-dates.ts';
import { settleWallTime } from '../../shared/rules/zoned-time.ts';
import { findPost, isOwn } from './follow-series.ts';
import type { SeriesParts } from './make-occurrences.ts';
import type { OccurrenceRow, Series } from './series-store.ts';

/** Longer than the longest pause that a rhythm can have. */
const longestPauseDays = 400;

/** A series as a person sees it, with what is to come of it. */
export function seriesView({ tools, store, uses }: SeriesParts) {
  function occurrence(row: OccurrenceRow, zone: string): RepeatOccurrence {
    const post = row.postId === null ? undefined : findPost(uses, row.postId);
    const isGone = row.state === 'made' && post === undefined;
    const settled = row.wall === null ? undefined : settleWallTime(row.wall, zone)?.at;
    const at =
      post?.plan?.at ?? (settled === undefined ? undefined : new Date(settled).toISOString());
    return {
      date: row.date,
      state: isGone ? 'skipped' : row.state,
      ...(post && { postId: post.id }),
      ...(at !== undefined && { at }),
      ...(row.reason !== null && { text: row.reason }),
      own: !isGone && isOwn(row, post),
    };
  }

  function view(series: Series): Repeat {
    const { id, rule, zone, content, variants } = series;
    const now = tools.clock.now();
    const today = dateAt(now, zone);
    const coming = store
      .rows(id, today)
      .map((row) => occurrence(row, zone))
      .filter(({ at }) => at !== undefined && Date.parse(at) > now);
    const thumbUrl = content.media[0] && uses.thumbOf(content.media[0].assetId);
    const later = repeatDates(rule, addDays(today, longestPauseDays)).some((date) => date > today);
    return {
      id,
      title: firstLine(content.caption) || tools.say(tools.shopLanguage(), 'posts:untitled'),
      ...(thumbUrl !== undefined && { thumbUrl }),
      rule,
      zone,
      accountIds: content.accountIds,
      variants,
      ended: !later,
      coming,
    };
  }

  return Object.assign(view, { occurrence });
}

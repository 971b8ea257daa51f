import { postContent, type Post } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Repeat, RepeatOccurrence, RepeatRule } from '../../shared/contract/repeats.ts';
import { addDays, dateAt } from '../../shared/rules/calendar-grid.ts';
import { repeatTimeOf, repeatTimes, textsNeeded } from '../../shared/rules/repeat-dates.ts';
import { isKnownZone } from '../../shared/rules/zoned-time.ts';
import { findPost, followSeries } from './follow-series.ts';
import { makeOccurrences, type SeriesParts } from './make-occurrences.ts';
import { seriesView } from './series-view.ts';
import type { OccurrenceRow, Series } from './series-store.ts';
import { withoutGaps } from '../../shared/rules/plain-records.ts';

const yearMs = 366 * 86_400_000;

export type NewSeries = { postId: string; rule: RepeatRule; variants?: string[] | undefined };
export type SeriesChange = {
  postId: string;
  rule?: { [K in 'days' | 'time' | 'endDate']?: RepeatRule[K] | undefined } | undefined;
  variants?: string[] | undefined;
};

/** Posts that come again in a rhythm. Each one is a real post, made some time ahead. */
export function seriesCases(parts: SeriesParts) {
  const { tools, store, uses } = parts;
  const view = seriesView(parts);

  function find(repeatId: string): Series {
    const series = store.find(repeatId);
    if (!series) throw new Problem('not-found', { what: 'repeat' });
    return series;
  }

  function create({ postId, rule, variants = [] }: NewSeries): Repeat {
    if (store.ofPost(postId)) throw new Problem('repeat-has-post');
    const post = uses.readPost(postId);
    const { zone } = uses.placeOf(post.accountIds);
    const now = tools.clock.now();
    const [first] = repeatTimes(rule, zone, now, now + yearMs);
    if (!first) throw new Problem('repeat-empty');
    const series: Series = {
      id: tools.newId(),
      // What has passed is none of it: "ten times" are ten to come.
      rule: { ...rule, startDate: first.date },
      zone,
      content: postContent.parse(post),
      variants: [...variants],
    };
    uses.schedulePost(postId, new Date(first.at).toISOString(), zone);
    store.insert(series, now);
    store.put({
      repeatId: series.id,
      date: first.date,
      state: 'made',
      postId,
      postVersion: post.version,
      wall: first.wall,
      reason: null,
    });
    makeOccurrences(parts, series);
    return view(series);
  }

  function changeFollowing({ postId, rule, variants }: SeriesChange): Repeat {
    const row = store.ofPost(postId);
    if (!row) throw new Problem('repeat-not-of-post');
    const post = uses.readPost(postId);
    const before = find(row.repeatId);
    const time = rule?.time ?? movedTime(row, post) ?? before.rule.time;
    const series = withWords(
      {
        ...before,
        rule: { ...before.rule, ...withoutGaps(rule ?? {}), time },
        variants: variants ?? before.variants,
      },
      post,
      repeatTimeOf(before.rule, before.zone, row.date)?.index ?? 0,
    );
    store.update(series);
    // This one says it all already; only its time may be another now.
    const here = repeatTimeOf(series.rule, series.zone, row.date);
    if (rule && here && here.wall !== post.plan?.wall)
      uses.schedulePost(postId, new Date(here.at).toISOString(), series.zone);
    store.put({
      ...row,
      postVersion: post.version,
      wall: (rule && here?.wall) ?? post.plan?.wall ?? null,
    });
    followSeries(parts, series, addDays(row.date, 1));
    makeOccurrences(parts, series);
    return view(series);
  }

  function skip(repeatId: string, date: string, undo: boolean): Repeat {
    const series = find(repeatId);
    const time = repeatTimeOf(series.rule, series.zone, date);
    if (!time) throw new Problem('not-found', { what: 'repeat' });
    if (time.at <= tools.clock.now()) throw new Problem('repeat-over');
    const row = store.rows(repeatId, date).find((one) => one.date === date);
    if (undo) takeInAgain(series, row);
    else {
      if (row?.postId && findPost(uses, row.postId)) uses.removePost(row.postId);
      const kept = row ?? { repeatId, date, postId: null, postVersion: null, wall: time.wall };
      store.put({ ...kept, state: 'skipped', reason: null });
    }
    tools.events.changed('posts', 'targets');
    return view(series);
  }

  /** The post that was left out comes back as it was; one that was never made is made. */
  function takeInAgain(series: Series, row: OccurrenceRow | undefined): void {
    if (row?.state !== 'skipped') return;
    const time = repeatTimeOf(series.rule, series.zone, row.date);
    if (row.postId === null || !time) store.drop(series.id, row.date);
    else {
      uses.restorePost(row.postId);
      uses.schedulePost(row.postId, new Date(time.at).toISOString(), series.zone);
      store.put({ ...row, state: 'made', wall: time.wall });
    }
    makeOccurrences(parts, series);
  }

  function end(repeatId: string, from: string | undefined): Repeat {
    const before = find(repeatId);
    const first = from ?? dateAt(tools.clock.now(), before.zone);
    const series = { ...before, rule: { ...before.rule, endDate: addDays(first, -1) } };
    store.update(series);
    followSeries(parts, series, first);
    tools.events.changed('posts', 'targets');
    return view(series);
  }

  return {
    list: (): { items: Repeat[] } => ({
      items: store
        .all()
        .map(view)
        .filter((one) => !one.ended || one.coming.length > 0),
    }),
    preview(rule: RepeatRule, zone: string, limit = 5) {
      if (!isKnownZone(zone)) throw new Problem('invalid-input', { fields: 'zone' });
      const now = tools.clock.now();
      const times = repeatTimes(rule, zone, now, now + 3 * yearMs);
      return {
        items: times.slice(0, limit).map(({ date, at, wall, moved }) => ({
          date,
          at: new Date(at).toISOString(),
          wall,
          moved,
        })),
        textsNeeded: textsNeeded(times.slice(0, 60).map((time) => time.date)),
      };
    },
    ofPost(postId: string): { repeat?: Repeat; occurrence?: RepeatOccurrence } {
      const row = store.ofPost(postId);
      if (!row) return {};
      const series = find(row.repeatId);
      return { repeat: view(series), occurrence: view.occurrence(row, series.zone) };
    },
    create: (asked: NewSeries, clientId?: string) =>
      tools.applyOnce('repeats/create', clientId, () => create(asked)),
    changeFollowing: (asked: SeriesChange, clientId?: string) =>
      tools.applyOnce('repeats/changeFollowing', clientId, () => changeFollowing(asked)),
    skip: (repeatId: string, date: string, undo = false, clientId?: string) =>
      tools.applyOnce('repeats/skip', clientId, () => skip(repeatId, date, undo)),
    end: (repeatId: string, from?: string, clientId?: string) =>
      tools.applyOnce('repeats/end', clientId, () => end(repeatId, from)),
    /** Makes what is due to be made; answers how many posts. */
    makeAhead: (): number =>
      store
        .all()
        .reduce((sum, series) => sum + tools.transact(() => makeOccurrences(parts, series)), 0),
  };

  function movedTime(row: OccurrenceRow, post: Post): string | undefined {
    const wall = post.plan?.wall;
    const isMoved = wall !== undefined && wall !== row.wall;
    return isMoved && wall.startsWith(row.date) ? wall.slice(11, 16) : undefined;
  }
}

/** The words of this post become those of its turn, the rest becomes that of all. */
function withWords(series: Series, post: Post, index: number): Series {
  const content = postContent.parse(post);
  const turn = index % (series.variants.length + 1);
  if (turn === 0) return { ...series, content };
  const { caption, captions } = series.content;
  return {
    ...series,
    content: { ...content, caption, captions },
    variants: series.variants.map((text, place) => (place === turn - 1 ? post.caption : text)),
  };
}

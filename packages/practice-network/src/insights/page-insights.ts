import { rowTypes } from '../graph/row-types.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import { badParameter } from '../graph/graph-error.ts';
import type { PageRow } from '../nodes/facebook-rows.ts';
import { seededBetween } from '../seeded-random.ts';
import { dayMs } from '../world/identity.ts';
import {
  shareOfViews,
  uniqueShare,
  viewsAt,
  type Audience,
  type MeasuredObject,
} from './growth.ts';
import { countComments, countReactionKinds, sumOf } from './happenings.ts';
import { insightRow, valueAt } from './insight-row.ts';
import { dayEnds, daysOfPeriod, readRange, type InsightRange } from './insight-range.ts';
import { objectsOfPage } from './measured-objects.ts';
import { notAMetric, readMetrics } from './read-metrics.ts';

interface Scope {
  context: ReadContext;
  pageId: string;
  audience: Audience;
  objects: readonly MeasuredObject[];
}

type Meter = (scope: Scope, fromMs: number, toMs: number) => unknown;

interface Metric {
  periods: readonly string[];
  measure: Meter;
}

const sums = ['day', 'week', 'days_28', 'total_over_range'];

/** Metrics that are alive; all others fail the call. */
const metrics: Readonly<Record<string, Metric>> = {
  page_media_view: { periods: sums, measure: gained(viewsAt) },
  page_total_media_view_unique: { periods: sums, measure: gained(part('unique', uniqueShare)) },
  page_post_engagements: { periods: sums, measure: engagements },
  page_views_total: { periods: sums, measure: visits },
  page_daily_follows_unique: { periods: ['day'], measure: gained(part('follows', [0.002, 0.01])) },
  page_daily_unfollows_unique: {
    periods: ['day'],
    measure: gained(part('unfollows', [0, 0.004])),
  },
  page_follows: { periods: ['day'], measure: ({ audience }) => audience.followers },
  page_actions_post_reactions_total: {
    periods: ['day', 'total_over_range'],
    measure: (scope, fromMs, toMs) => reactions(scope, fromMs, toMs),
  },
};

type Counter = (audience: Audience, object: MeasuredObject, atMs: number) => number;

function part(what: string, shares: readonly [number, number]): Counter {
  return (audience, object, atMs) => shareOfViews(audience, object, atMs, what, shares);
}

/** What all posts together gained between two instants. */
function gained(count: Counter): (scope: Scope, fromMs: number, toMs: number) => number {
  return ({ audience, objects }, fromMs, toMs) => {
    let total = 0;
    for (const object of objects)
      total += count(audience, object, toMs) - count(audience, object, fromMs);
    return total;
  };
}

function reactions(
  { context, pageId }: Scope,
  fromMs: number,
  toMs: number,
): Record<string, number> {
  return countReactionKinds(context.world, { network: 'fb', id: pageId }, fromMs, toMs);
}

function engagements(scope: Scope, fromMs: number, toMs: number): number {
  const { context, pageId } = scope;
  const written = countComments(context.world, { network: 'fb', id: pageId }, fromMs, toMs);
  const clicks = gained(part('clicks', [0.01, 0.06]))(scope, fromMs, toMs);
  return sumOf(reactions(scope, fromMs, toMs)) + written + clicks;
}

/** Some come every day; others by what they saw. */
function visits(scope: Scope, fromMs: number, toMs: number): number {
  const { seed, followers } = scope.audience;
  let total = gained(part('visits', [0.01, 0.05]))(scope, fromMs, toMs);
  for (let end = toMs; end > fromMs; end -= dayMs)
    total += Math.floor(
      seededBetween(seed, 0, followers * 0.03, 'visits', Math.round(end / dayMs)),
    );
  return total;
}

const fewestFollowers = 100;
const knownPeriods = ['day', 'week', 'days_28', 'month', 'lifetime', 'total_over_range'];

/** The insights of a Page. Below a hundred followers there are none. */
export function pageInsights(row: PageRow, query: EdgeQuery, context: ReadContext): EdgePage {
  const { modifiers } = query;
  const names = readMetrics(modifiers['metric'], Object.keys(metrics), notAMetric);
  const range = readRange(modifiers, context.nowMs, { usualDays: 2, maxDays: 90 });
  const period = modifiers['period'];
  if (period !== undefined && !knownPeriods.includes(period))
    throw badParameter(
      'period',
      `period must be one of the following values: ${knownPeriods.join(', ')}`,
    );
  const { world, settings } = context;
  if (settings.followers < fewestFollowers)
    return { items: [], more: false, rowType: rowTypes.insight };
  const objects = objectsOfPage(world, row.id, range.sinceMs - 28 * dayMs, range.untilMs);
  const audience = { seed: world.seed, followers: settings.followers };
  const scope: Scope = { context, pageId: row.id, audience, objects };
  const items = names.flatMap((name) =>
    (metrics[name]?.periods ?? [])
      .filter((one) => (period === undefined ? one !== 'total_over_range' : one === period))
      .map((one) => insightRow(row.id, name, one, { values: valuesOf(scope, name, one, range) })),
  );
  return { items, more: false, rowType: rowTypes.insight, span: range };
}

function valuesOf(scope: Scope, name: string, period: string, range: InsightRange): unknown[] {
  const measure = metrics[name]?.measure;
  if (measure === undefined) return [];
  const days = daysOfPeriod(period);
  const { nowMs, settings } = scope.context;
  if (days === undefined) {
    const toMs = Math.min(range.untilMs, nowMs);
    return [valueAt(measure(scope, range.sinceMs, toMs), toMs)];
  }
  return dayEnds(range, nowMs).map((endMs) =>
    valueAt(
      provisional(measure(scope, endMs - days * dayMs, endMs), endMs, nowMs, settings.lag),
      endMs,
    ),
  );
}

/** The last two days are counted only roughly at first, and a little too low. */
export function provisional(value: unknown, endMs: number, nowMs: number, lag: boolean): unknown {
  if (!lag || typeof value !== 'number' || nowMs - endMs > 2 * dayMs) return value;
  return Math.floor(value * 0.97);
}

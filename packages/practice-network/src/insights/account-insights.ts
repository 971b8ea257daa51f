import { badParameter, type GraphError } from '../graph/graph-error.ts';
import { rowTypes } from '../graph/row-types.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import type { InstagramRow } from '../nodes/instagram-rows.ts';
import { seededBetween } from '../seeded-random.ts';
import { dayMs } from '../world/identity.ts';
import { demographics, demographicMetrics } from './demographics.ts';
import {
  shareOfViews,
  splitWhole,
  uniqueShare,
  viewsAt,
  type Audience,
  type MeasuredObject,
} from './growth.ts';
import { countComments, countReactionKinds, sumOf } from './happenings.ts';
import { insightRow, totalValue, valueAt } from './insight-row.ts';
import { dayEnds, daysOfPeriod, readRange } from './insight-range.ts';
import { objectsOfAccount } from './measured-objects.ts';
import { provisional } from './page-insights.ts';
import { notOneOf, readChoice, readMetrics, withdrawn } from './read-metrics.ts';

interface Scope {
  context: ReadContext;
  row: InstagramRow;
  audience: Audience;
  objects: readonly MeasuredObject[];
}

type Meter = (scope: Scope, fromMs: number, toMs: number) => number;

const part =
  (what: string, shares: readonly [number, number]): Meter =>
  ({ audience, objects }, fromMs, toMs) => {
    let total = 0;
    for (const object of objects) {
      total += shareOfViews(audience, object, toMs, what, shares);
      total -= shareOfViews(audience, object, fromMs, what, shares);
    }
    return total;
  };

const views: Meter = ({ audience, objects }, fromMs, toMs) => {
  let total = 0;
  for (const object of objects)
    total += viewsAt(audience, object, toMs) - viewsAt(audience, object, fromMs);
  return total;
};

const likes: Meter = ({ context, row }, fromMs, toMs) =>
  sumOf(countReactionKinds(context.world, { network: 'ig', id: row.id }, fromMs, toMs));
const comments: Meter = ({ context, row }, fromMs, toMs) =>
  countComments(context.world, { network: 'ig', id: row.id }, fromMs, toMs);
const saves = part('saved', [0.002, 0.02]);
const shares = part('shares', [0.001, 0.015]);
const replies = part('replies', [0, 0.003]);
const interactions: Meter = (...asked) =>
  [likes, comments, saves, shares, replies].reduce((sum, meter) => sum + meter(...asked), 0);

/** Told as one sum only. */
const totals: Readonly<Record<string, Meter>> = {
  views,
  accounts_engaged: (...asked) => Math.ceil(interactions(...asked) * 0.8),
  total_interactions: interactions,
  likes,
  comments,
  saves,
  shares,
  replies,
  reposts: part('reposts', [0, 0.005]),
  profile_links_taps: part('links', [0.002, 0.01]),
  follows_and_unfollows: part('follows', [0.002, 0.01]),
};

/** Told day by day. */
const series: Readonly<Record<string, Meter>> = {
  reach: part('unique', uniqueShare),
  follower_count: part('follows', [0.002, 0.01]),
};

const known = [
  ...Object.keys(totals),
  ...Object.keys(series),
  'online_followers',
  ...demographicMetrics,
];

/** Still on the published list, and dead. */
const dead = [
  'profile_views',
  'website_clicks',
  'impressions',
  'email_contacts',
  'get_directions_clicks',
  'text_message_clicks',
  'phone_call_clicks',
  'video_views',
];

function refusal(name: string, index: number): GraphError {
  return dead.includes(name) ? withdrawn(name) : notOneOf(known)(name, index);
}

const fewestFollowers = 100;

/** The insights of an account: series of days, sums, and who the followers are. */
export function accountInsights(
  row: InstagramRow,
  query: EdgeQuery,
  context: ReadContext,
): EdgePage {
  const { modifiers } = query;
  const names = readMetrics(modifiers['metric'], known, refusal);
  const period = readChoice('period', modifiers['period'], [
    'day',
    'week',
    'days_28',
    'lifetime',
    'month',
    'total_over_range',
  ]);
  if (period === undefined) throw badParameter('period', '(param period) must be non-empty');
  const type = readChoice('metric_type', modifiers['metric_type'], [
    'default',
    'time_series',
    'total_value',
  ]);
  if (names.some((name) => demographicMetrics.includes(name)))
    return demographics(row, names, period, type, query, context);
  const range = readRange(modifiers, context.nowMs, { usualDays: 1, maxDays: 30 });
  const { world, settings } = context;
  const objects = objectsOfAccount(world, row.id, range.sinceMs - 28 * dayMs, range.untilMs);
  const audience = { seed: world.seed, followers: settings.followers };
  const scope: Scope = { context, row, audience, objects };
  const items = names.flatMap((name) => {
    const needsMany = name === 'follower_count' || name === 'online_followers';
    if (needsMany && settings.followers < fewestFollowers) return [];
    if (name === 'online_followers') return onlineRow(scope, period);
    return type === 'total_value'
      ? totalRow(scope, name, period, range, modifiers['breakdown'])
      : seriesRow(scope, name, period, range);
  });
  return { items, more: false, rowType: rowTypes.instagramInsight, span: range };
}

type Range = ReturnType<typeof readRange>;
type Rows = Record<string, unknown>[];

function seriesRow(scope: Scope, name: string, period: string, range: Range): Rows {
  const measure = series[name];
  if (measure === undefined) {
    throw badParameter(
      'metric_type',
      `The following metrics (${name}) should be specified with parameter metric_type=total_value`,
    );
  }
  const days = daysOfPeriod(period);
  if (days === undefined || (name === 'follower_count' && days > 1))
    throw wrongPeriod(name, period);
  const { nowMs, settings } = scope.context;
  const values = dayEnds(range, nowMs).map((endMs) =>
    valueAt(
      provisional(measure(scope, endMs - days * dayMs, endMs), endMs, nowMs, settings.lag),
      endMs,
    ),
  );
  return [insightRow(scope.row.id, name, period, { values })];
}

function wrongPeriod(name: string, period: string): GraphError {
  return badParameter('period', `The period ${period} is not compatible with the metric ${name}`);
}

const breakdownParts: Readonly<Record<string, readonly string[]>> = {
  follow_type: ['FOLLOWER', 'NON_FOLLOWER'],
  contact_button_type: ['BOOK_NOW', 'CALL', 'DIRECTION', 'EMAIL', 'TEXT'],
};

/** Which parts a sum can be told in. */
function dimensionsOf(name: string): readonly string[] {
  if (name === 'follows_and_unfollows') return ['follow_type'];
  if (name === 'profile_links_taps') return ['contact_button_type'];
  if (name === 'views' || name === 'reach') return ['media_product_type', 'follow_type'];
  return name === 'accounts_engaged' || name === 'replies' ? [] : ['media_product_type'];
}

function totalRow(scope: Scope, name: string, period: string, range: Range, asked?: string): Rows {
  const measure = totals[name] ?? series[name];
  if (measure === undefined || name === 'follower_count')
    throw badParameter('metric_type', `The metric ${name} has no total_value`);
  if (period !== 'day') throw wrongPeriod(name, period);
  const toMs = Math.min(range.untilMs, scope.context.nowMs);
  const value = measure(scope, range.sinceMs, toMs);
  const dimension = readChoice('breakdown', asked, [
    ...Object.keys(breakdownParts),
    'media_product_type',
    'age',
    'city',
    'country',
    'gender',
  ]);
  if (dimension !== undefined && !dimensionsOf(name).includes(dimension))
    throw badParameter('breakdown', `Incompatible breakdowns (${dimension}) for ${name}`);
  const parts =
    dimension === undefined
      ? []
      : dimension === 'media_product_type'
        ? byProduct(scope, measure, range.sinceMs, toMs, value)
        : splitWhole(scope.audience.seed, value, breakdownParts[dimension] ?? [], name);
  return [
    insightRow(scope.row.id, name, period, { total_value: totalValue(value, dimension, parts) }),
  ];
}

const productNames = { post: 'POST', reel: 'REELS', story: 'STORY' } as const;

/** A sum by the kind of what was published; what cannot be told apart counts for posts. */
function byProduct(
  scope: Scope,
  measure: Meter,
  fromMs: number,
  toMs: number,
  total: number,
): { name: string; value: number }[] {
  if (measure === likes || measure === comments || measure === interactions)
    return [{ name: productNames.post, value: total }];
  return (['post', 'reel', 'story'] as const).map((kind) => {
    const objects = scope.objects.filter((object) => object.kind === kind);
    return { name: productNames[kind], value: measure({ ...scope, objects }, fromMs, toMs) };
  });
}

/** Followers online by hour of the day, on the last whole day. */
function onlineRow(scope: Scope, period: string): Rows {
  if (period !== 'lifetime') throw wrongPeriod('online_followers', period);
  const { audience, context, row } = scope;
  const [end] = dayEnds({ sinceMs: context.nowMs - dayMs, untilMs: context.nowMs }, context.nowMs);
  const hours = Array.from({ length: 24 }, (_, hour) => [
    String(hour),
    Math.floor(audience.followers * seededBetween(audience.seed, 0.05, 0.5, 'online', hour)),
  ]);
  const value = valueAt(Object.fromEntries(hours), end ?? context.nowMs);
  return [insightRow(row.id, 'online_followers', period, { values: [value] })];
}

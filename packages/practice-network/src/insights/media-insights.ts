import { badParameter, GraphError } from '../graph/graph-error.ts';
import { rowTypes } from '../graph/row-types.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import type { MediaRow } from '../nodes/instagram-rows.ts';
import { reactionTotal } from '../nodes/reactions-edge.ts';
import { seededBetween } from '../seeded-random.ts';
import { dayMs } from '../world/identity.ts';
import { shareOfViews, splitWhole, uniqueShare, viewsAt } from './growth.ts';
import { insightRow, totalValue } from './insight-row.ts';
import { measuredMedia } from './measured-objects.ts';
import { notOneOf, readChoice, readMetrics, withdrawn } from './read-metrics.ts';

type Meter = (row: MediaRow, context: ReadContext) => number;

const part =
  (what: string, shares: readonly [number, number]): Meter =>
  (row, { world, settings, nowMs }) => {
    const audience = { seed: world.seed, followers: settings.followers };
    return shareOfViews(audience, measuredMedia(row), nowMs, what, shares);
  };

const views: Meter = (row, { world, settings, nowMs }) =>
  viewsAt({ seed: world.seed, followers: settings.followers }, measuredMedia(row), nowMs);

const comments: Meter = (row, { world, nowMs }) =>
  world.get<{ total: number }>(
    'SELECT count(*) AS total FROM comments WHERE object_id = ? AND counted_at <= ? AND deleted_at IS NULL',
    row.id,
    nowMs,
  )?.total ?? 0;

const likes: Meter = (row, context) => reactionTotal(row.id, context);
const saved = part('saved', [0.002, 0.02]);
const shares = part('shares', [0.001, 0.015]);

const interactions: Meter = (row, context) =>
  [likes, comments, saved, shares].reduce((sum, meter) => sum + meter(row, context), 0);

const watchedMs: Meter = (row, { world }) => {
  const facts = JSON.parse(row.facts ?? '{}') as { durationMs?: number };
  const share = seededBetween(world.seed, 0.25, 0.7, 'watched', row.id);
  return Math.floor((facts.durationMs ?? 0) * share);
};

const everywhere: Readonly<Record<string, Meter>> = {
  views,
  reach: part('unique', uniqueShare),
  shares,
  total_interactions: interactions,
};

const feed: Readonly<Record<string, Meter>> = {
  ...everywhere,
  likes,
  comments,
  saved,
  follows: part('follows', [0.001, 0.008]),
  profile_visits: part('visits', [0.01, 0.05]),
  profile_activity: part('activity', [0.002, 0.01]),
};

const reel: Readonly<Record<string, Meter>> = {
  ...everywhere,
  likes,
  comments,
  saved,
  reposts: part('reposts', [0, 0.005]),
  ig_reels_avg_watch_time: watchedMs,
  ig_reels_video_view_total_time: (row, context) => watchedMs(row, context) * views(row, context),
  reels_skip_rate: (row, { world }) =>
    Math.floor(seededBetween(world.seed, 20, 60, 'skip', row.id)),
  crossposted_views: () => 0,
  facebook_views: () => 0,
};

const story: Readonly<Record<string, Meter>> = {
  ...everywhere,
  total_interactions: (row, context) => shares(row, context) + replies(row, context),
  replies,
  navigation: part('navigation', [0.6, 1.2]),
  follows: part('follows', [0, 0.004]),
  profile_visits: part('visits', [0.01, 0.05]),
};

function replies(row: MediaRow, context: ReadContext): number {
  return part('replies', [0, 0.01])(row, context);
}

/** Still on the published list, and dead. */
const dead = [
  'impressions',
  'plays',
  'clips_replays_count',
  'ig_reels_aggregated_all_plays_count',
  'video_views',
];

const breakdowns: Readonly<Record<string, { dimension: string; parts: readonly string[] }>> = {
  profile_activity: {
    dimension: 'action_type',
    parts: ['bio_link_clicked', 'call', 'direction', 'email', 'other', 'text'],
  },
  navigation: {
    dimension: 'story_navigation_action_type',
    parts: ['tap_forward', 'tap_back', 'tap_exit', 'swipe_forward'],
  },
};

const fewestViewers = 5;

/** The insights of a media: one number each, for its whole life. */
export function mediaInsights(row: MediaRow, query: EdgeQuery, context: ReadContext): EdgePage {
  const table = row.product_type === 'STORY' ? story : row.product_type === 'REELS' ? reel : feed;
  const names = readMetrics(query.modifiers['metric'], Object.keys(table), refusal);
  if (row.parent_id !== null)
    throw new GraphError(100, '(#100) Insights of the items of a carousel are not supported.');
  if (row.product_type === 'STORY') {
    // A story is measured while it is up.
    if (row.published_at + dayMs <= context.nowMs)
      return { items: [], more: false, rowType: rowTypes.instagramInsight };
    if (views(row, context) < fewestViewers)
      throw new GraphError(10, '(#10) Not enough viewers for the media to show insights');
  }
  const dimension = readChoice('breakdown', query.modifiers['breakdown'], [
    'action_type',
    'follow_type',
    'story_navigation_action_type',
    'surface_type',
  ]);
  const items = names.map((name) => {
    const value = table[name]?.(row, context) ?? 0;
    if (dimension === undefined)
      return insightRow(row.id, name, 'lifetime', { values: [{ value }] });
    const breakdown = breakdowns[name];
    if (breakdown?.dimension !== dimension)
      throw badParameter('breakdown', `Incompatible breakdowns (${dimension}) for ${name}`);
    const parts = splitWhole(context.world.seed, value, breakdown.parts, row.id);
    return insightRow(row.id, name, 'lifetime', {
      total_value: totalValue(value, dimension, parts),
    });
  });
  return { items, more: false, rowType: rowTypes.instagramInsight };
}

const listed = [...new Set([...Object.keys(feed), ...Object.keys(reel), ...Object.keys(story)])];

/** A metric may be dead, of another kind of media, or none at all. */
function refusal(name: string, index: number): GraphError {
  if (dead.includes(name)) return withdrawn(name);
  if (!listed.includes(name)) return notOneOf(listed)(name, index);
  return badParameter(
    'metric',
    `The Media Insights API does not support the ${name} metric for this media product type.`,
  );
}

import { rowTypes } from '../graph/row-types.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import type { PostRow, VideoRow } from '../nodes/facebook-rows.ts';
import { countReactions } from '../nodes/reactions-edge.ts';
import { seededBetween } from '../seeded-random.ts';
import type { World } from '../world/world.ts';
import {
  shareOfViews,
  uniqueShare,
  viewsAt,
  type Audience,
  type MeasuredObject,
} from './growth.ts';
import { insightRow } from './insight-row.ts';
import { measuredPost } from './measured-objects.ts';
import { notAMetric, readMetrics } from './read-metrics.ts';

interface Scope {
  audience: Audience;
  object: MeasuredObject;
  context: ReadContext;
  /** How long the clip is, when there is one. */
  durationMs: number | undefined;
}

type Meter = (scope: Scope) => unknown;

const part =
  (what: string, shares: readonly [number, number]): Meter =>
  ({ audience, object, context }) =>
    shareOfViews(audience, object, context.nowMs, what, shares);

const views: Meter = ({ audience, object, context }) => viewsAt(audience, object, context.nowMs);

/** Reactions by kind in small letters; a kind that nobody chose is missing. */
const byKind: Meter = ({ object, context }) =>
  Object.fromEntries(
    Object.entries(countReactions(context.world, object.id, 0, context.nowMs)).map(
      ([kind, total]) => [kind.toLowerCase(), total],
    ),
  );

const ofClip =
  (meter: Meter): Meter =>
  (scope) =>
    scope.durationMs === undefined ? 0 : meter(scope);

const watchedMs: Meter = ({ audience, object, durationMs = 0 }) =>
  Math.floor(durationMs * seededBetween(audience.seed, 0.25, 0.7, 'watched', object.id));

const watchTimeMs: Meter = (scope) => Number(watchedMs(scope)) * Number(views(scope));

const postMetrics: Readonly<Record<string, Meter>> = {
  post_media_view: views,
  post_total_media_view_unique: part('unique', uniqueShare),
  post_clicks: part('clicks', [0.01, 0.06]),
  post_reactions_by_type_total: byKind,
  post_reactions_like_total: ({ object, context }) =>
    countReactions(context.world, object.id, 0, context.nowMs).LIKE ?? 0,
  post_reactions_love_total: ({ object, context }) =>
    countReactions(context.world, object.id, 0, context.nowMs).LOVE ?? 0,
  post_video_views: ofClip(views),
  post_video_avg_time_watched: ofClip(watchedMs),
  post_video_view_time: ofClip(watchTimeMs),
};

const videoMetrics: Readonly<Record<string, Meter>> = {
  blue_reels_play_count: views,
  fb_reels_total_plays: views,
  fb_reels_replay_count: part('replays', [0.05, 0.2]),
  post_video_avg_time_watched: watchedMs,
  post_video_view_time: watchTimeMs,
  post_video_likes_by_reaction_type: byKind,
  post_video_followers: part('follows', [0.002, 0.01]),
};

/** The insights of a post: one number each, for its whole life. */
export function postInsights(row: PostRow, query: EdgeQuery, context: ReadContext): EdgePage {
  const names = readMetrics(query.modifiers['metric'], Object.keys(postMetrics), notAMetric);
  const video = context.world.get<VideoRow>('SELECT * FROM videos WHERE post_id = ?', row.id);
  return rowsOf(row.id, names, postMetrics, query, scopeOf(row, video, context));
}

/** The insights of a clip of a Page; all of them when none is named. */
export function videoInsights(row: VideoRow, query: EdgeQuery, context: ReadContext): EdgePage {
  const known = Object.keys(videoMetrics);
  const names = readMetrics(query.modifiers['metric'], known, notAMetric, known);
  const post =
    row.post_id === null
      ? undefined
      : context.world.get<PostRow>('SELECT * FROM posts WHERE id = ?', row.post_id);
  if (post === undefined) return { items: [], more: false, rowType: rowTypes.insight };
  const page = rowsOf(row.id, names, videoMetrics, query, scopeOf(post, row, context));
  return page;
}

function scopeOf(row: PostRow, video: VideoRow | undefined, context: ReadContext): Scope {
  const facts = JSON.parse(video?.facts ?? '{}') as { durationMs?: number };
  const audience = { seed: context.world.seed, followers: context.settings.followers };
  return { audience, object: measuredPost(row), context, durationMs: facts.durationMs };
}

function rowsOf(
  id: string,
  names: readonly string[],
  metrics: Readonly<Record<string, Meter>>,
  query: EdgeQuery,
  scope: Scope,
): EdgePage {
  const period = query.modifiers['period'] ?? 'lifetime';
  if (period !== 'lifetime') return { items: [], more: false, rowType: rowTypes.insight };
  const items = names.map((name) =>
    insightRow(id, name, period, { values: [{ value: metrics[name]?.(scope) }] }),
  );
  return { items, more: false, rowType: rowTypes.insight };
}

/** How often a post was shared: a small part of its views. */
export function sharesOf(
  row: PostRow,
  { world, settings, nowMs }: Pick<ReadContext, 'settings' | 'nowMs'> & { world: World },
): number {
  const audience = { seed: world.seed, followers: settings.followers };
  return shareOfViews(audience, measuredPost(row), nowMs, 'shares', [0, 0.01]);
}

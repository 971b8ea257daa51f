import type { Call, CallOptions } from './result.ts';

export type InsightPeriod = 'day' | 'week' | 'days_28' | 'month' | 'lifetime' | 'total_over_range';

/** UTC ms; the network cuts at days of its own (Pacific) clock. */
export type InsightRange = { sinceAt?: number; untilAt?: number };

export type InsightQuery = InsightRange & {
  /** One metric the network does not know fails them all: see readWithoutDeadMetrics. */
  metrics: readonly string[];
  period?: InsightPeriod;
};

export type InstagramInsightQuery = InsightQuery & {
  metricType?: 'time_series' | 'total_value';
  breakdowns?: readonly string[];
  /** For demographics. */
  timeframe?:
    'this_week' | 'this_month' | 'prev_month' | 'last_14_days' | 'last_30_days' | 'last_90_days';
};

/** Metrics by type come as one count a type; a type without any is missing. */
export type InsightNumber = number | Record<string, number>;

export type InsightBreakdown = {
  dimensions: string[];
  results: { values: string[]; count: number; endAt?: number }[];
};

export type Insight = {
  name: string;
  period?: string;
  /** In the language of the token's owner. */
  title?: string;
  /** Each up to `endAt`, not included; the last two days may still change. */
  values: { value: InsightNumber; endAt?: number }[];
  /** For `total_value`. */
  total?: number;
  breakdowns: InsightBreakdown[];
};

export type InsightCalls = {
  /** Page token. Empty for Pages with fewer than 100 likes; at most 90 days at once. */
  pageInsights(
    query: { pageId: string; breakdowns?: readonly string[] } & InsightQuery,
    options?: CallOptions,
  ): Call<Insight[]>;
  postInsights(query: { postId: string } & InsightQuery, options?: CallOptions): Call<Insight[]>;
  /** Of a video or reel of a Page; every metric unless some are named. */
  videoInsights(
    query: { videoId: string } & Partial<InsightQuery>,
    options?: CallOptions,
  ): Call<Insight[]>;
  /** At most 30 days at once for days in a row. */
  instagramInsights(
    query: { igId: string } & InstagramInsightQuery,
    options?: CallOptions,
  ): Call<Insight[]>;
  mediaInsights(
    query: {
      mediaId: string;
      breakdowns?: readonly string[];
    } & Pick<InsightQuery, 'metrics' | 'period'>,
    options?: CallOptions,
  ): Call<Insight[]>;
};

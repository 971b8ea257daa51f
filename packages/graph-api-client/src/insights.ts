import type {
  Insight,
  InsightBreakdown,
  InsightCalls,
  InsightNumber,
  InsightRange,
} from './insight-types.ts';
import { parseList } from './parse-list.ts';
import {
  compact,
  fieldsOf,
  instantOf,
  listOf,
  numberOf,
  wordsOf,
  type Fields,
} from './read-values.ts';
import type { Parameters } from './request-body.ts';
import type { CallOptions } from './result.ts';
import type { Sender } from './send.ts';

/** Numbers of Pages, posts, accounts and media. Source: Graph API reference, Page and post insights;
 *  Instagram Platform, account and media insights. */
export function insightCalls(sender: Sender): InsightCalls {
  const ask = (node: string, query: Parameters, options?: CallOptions, edge = 'insights') =>
    sender.read({ node, edge, query }, (body) => parseList(body, parseInsight)?.items, options);
  return {
    pageInsights: ({ pageId, metrics, period, breakdowns, ...range }, options) =>
      ask(
        pageId,
        {
          metric: named(metrics),
          period,
          breakdown: named(breakdowns),
          ...rangeQuery(range),
        },
        options,
      ),
    postInsights: ({ postId, metrics, period = 'lifetime', ...range }, options) =>
      ask(postId, { metric: named(metrics), period, ...rangeQuery(range) }, options),
    videoInsights: ({ videoId, metrics, period, ...range }, options) =>
      ask(
        videoId,
        { metric: named(metrics), period, ...rangeQuery(range) },
        options,
        'video_insights',
      ),
    instagramInsights: ({ igId, metrics, period = 'day', ...query }, options) =>
      ask(
        igId,
        {
          metric: named(metrics),
          period,
          metric_type: query.metricType,
          breakdown: named(query.breakdowns),
          timeframe: query.timeframe,
          ...rangeQuery(query),
        },
        options,
      ),
    mediaInsights: ({ mediaId, metrics, period, breakdowns }, options) =>
      ask(mediaId, { metric: named(metrics), period, breakdown: named(breakdowns) }, options),
  };
}

function named(names: readonly string[] | undefined): string | undefined {
  return names && names.length > 0 ? names.join(',') : undefined;
}

function rangeQuery({ sinceAt, untilAt }: InsightRange): Parameters {
  const seconds = (at: number | undefined): number | undefined =>
    at === undefined ? undefined : Math.floor(at / 1000);
  return { since: seconds(sinceAt), until: seconds(untilAt) };
}

function parseInsight(row: Fields): Insight | undefined {
  const name = wordsOf(row['name']);
  if (name === undefined) return undefined;
  const total = fieldsOf(row['total_value']);
  return compact({
    name,
    period: wordsOf(row['period']),
    title: wordsOf(row['title']),
    values: listOf(row['values'])
      .map((value) => parseValue(fieldsOf(value)))
      .filter((value) => value !== undefined),
    total: numberOf(total?.['value']),
    breakdowns: listOf(total?.['breakdowns'])
      .map((one) => fieldsOf(one))
      .filter((one) => one !== undefined)
      .map(parseBreakdown),
  });
}

function parseValue(row: Fields | undefined): Insight['values'][number] | undefined {
  const value = numbersIn(row?.['value']);
  return value === undefined ? undefined : compact({ value, endAt: instantOf(row?.['end_time']) });
}

function numbersIn(value: unknown): InsightNumber | undefined {
  const number = numberOf(value);
  const byType = fieldsOf(value);
  if (number !== undefined || !byType) return number;
  return Object.fromEntries(
    Object.entries(byType).flatMap(([type, count]) => {
      const counted = numberOf(count);
      return counted === undefined ? [] : [[type, counted]];
    }),
  );
}

function parseBreakdown(row: Fields): InsightBreakdown {
  return {
    dimensions: textsIn(row['dimension_keys']),
    results: listOf(row['results'])
      .map(fieldsOf)
      .filter((result) => result !== undefined)
      .map((result) =>
        compact({
          values: textsIn(result['dimension_values']),
          count: numberOf(result['value']) ?? 0,
          endAt: instantOf(result['end_time']),
        }),
      ),
  };
}

function textsIn(value: unknown): string[] {
  return listOf(value).filter((text) => typeof text === 'string');
}

import { insightMetrics } from '../src/insight-metrics.ts';
import { shop, type CallCase } from './call-case.ts';

const since = Date.UTC(2026, 10, 1);
const until = Date.UTC(2026, 10, 20);
const range = { since: String(since / 1000), until: String(until / 1000) };
const days = {
  answer: {
    data: [
      {
        name: 'page_media_view',
        period: 'day',
        title: 'Views',
        values: [
          { value: 132, end_time: '2026-11-19T08:00:00+0000' },
          { value: 97, end_time: '2026-11-20T08:00:00+0000' },
        ],
      },
      { name: 'page_follows', period: 'day', values: [{}, { value: 'many' }] },
    ],
    paging: { next: 'https://graph/next?access_token=EAAxxxxxxxx' },
  },
  value: [
    {
      name: 'page_media_view',
      period: 'day',
      title: 'Views',
      values: [
        { value: 132, endAt: Date.UTC(2026, 10, 19, 8) },
        { value: 97, endAt: Date.UTC(2026, 10, 20, 8) },
      ],
      breakdowns: [],
    },
    { name: 'page_follows', period: 'day', values: [], breakdowns: [] },
  ],
};
const byType = {
  answer: {
    data: [
      {
        name: 'post_reactions_by_type_total',
        period: 'lifetime',
        values: [{ value: { like: 3, love: 1, odd: null } }],
      },
    ],
  },
  value: [
    {
      name: 'post_reactions_by_type_total',
      period: 'lifetime',
      values: [{ value: { like: 3, love: 1 } }],
      breakdowns: [],
    },
  ],
};
const totals = {
  answer: {
    data: [
      {
        name: 'views',
        period: 'day',
        total_value: {
          value: 812,
          breakdowns: [
            {
              dimension_keys: ['media_product_type'],
              results: [
                { dimension_values: ['REELS'], value: 600 },
                { dimension_values: ['POST'], value: 212, end_time: '2026-11-20T08:00:00+0000' },
              ],
            },
          ],
        },
      },
    ],
  },
  value: [
    {
      name: 'views',
      period: 'day',
      values: [],
      total: 812,
      breakdowns: [
        {
          dimensions: ['media_product_type'],
          results: [
            { values: ['REELS'], count: 600 },
            { values: ['POST'], count: 212, endAt: Date.UTC(2026, 10, 20, 8) },
          ],
        },
      ],
    },
  ],
};

export const insightCases: CallCase[] = [
  {
    name: 'pageInsights',
    run: (client) =>
      client.pageInsights({
        pageId: shop.page,
        metrics: insightMetrics.page,
        period: 'day',
        sinceAt: since,
        untilAt: until,
      }),
    request: `GET /${shop.page}/insights`,
    parameters: { metric: insightMetrics.page.join(','), period: 'day', ...range },
    spec: { file: 'Page', edge: 'GET insights' },
    ...days,
  },
  {
    name: 'postInsights',
    run: (client) => client.postInsights({ postId: shop.post, metrics: insightMetrics.post }),
    request: `GET /${shop.post}/insights`,
    parameters: { metric: insightMetrics.post.join(','), period: 'lifetime' },
    spec: { file: 'PagePost', edge: 'GET insights' },
    ...byType,
  },
  {
    name: 'videoInsights',
    run: (client) => client.videoInsights({ videoId: shop.video }),
    request: `GET /${shop.video}/video_insights`,
    parameters: {},
    spec: { file: 'AdVideo', edge: 'GET video_insights' },
    ...byType,
  },
  {
    name: 'instagramInsights',
    run: (client) =>
      client.instagramInsights({
        igId: shop.instagram,
        metrics: insightMetrics.instagramTotals,
        metricType: 'total_value',
        breakdowns: ['media_product_type'],
        sinceAt: since,
        untilAt: until,
      }),
    request: `GET /${shop.instagram}/insights`,
    parameters: {
      metric: insightMetrics.instagramTotals.join(','),
      period: 'day',
      metric_type: 'total_value',
      breakdown: 'media_product_type',
      ...range,
    },
    spec: { file: 'IGUser', edge: 'GET insights' },
    ...totals,
  },
  {
    name: 'instagramInsights',
    run: (client) =>
      client.instagramInsights({
        igId: shop.instagram,
        metrics: insightMetrics.instagramDemographics,
        period: 'lifetime',
        metricType: 'total_value',
        timeframe: 'this_month',
        breakdowns: ['city'],
      }),
    request: `GET /${shop.instagram}/insights`,
    parameters: {
      metric: insightMetrics.instagramDemographics.join(','),
      period: 'lifetime',
      metric_type: 'total_value',
      timeframe: 'this_month',
      breakdown: 'city',
    },
    spec: { file: 'IGUser', edge: 'GET insights' },
    ...totals,
  },
  ...(['instagramPost', 'instagramReel', 'instagramStory'] as const).map((kind): CallCase => ({
    name: 'mediaInsights',
    run: (client) => client.mediaInsights({ mediaId: shop.media, metrics: insightMetrics[kind] }),
    request: `GET /${shop.media}/insights`,
    parameters: { metric: insightMetrics[kind].join(',') },
    spec: { file: 'IGMedia', edge: 'GET insights' },
    ...totals,
  })),
];

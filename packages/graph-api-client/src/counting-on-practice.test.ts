// Insights over real HTTP against the simulator: every list of metrics, and what is refused.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPractice, type PracticeForTests } from '../../../tests/support/practice.ts';
import type { GraphClient } from './client-types.ts';
import { readWithoutDeadMetrics } from './dead-metrics.ts';
import { insightMetrics } from './insight-metrics.ts';
import type { Insight } from './insight-types.ts';
import { failureOf, must } from '../test-support/read-result.ts';

const dayMs = 24 * 3_600_000;
let practice: PracticeForTests;
let page: GraphClient;
let pageId: string;
let igId: string;
let postId: string;
let mediaId: string;
let nowAt: number;

beforeAll(async () => {
  practice = await startPractice();
  page = practice.client();
  pageId = practice.ready.page.id;
  igId = practice.ready.instagram.id;
  postId = must(await page.createPost({ pageId, message: 'Counted' })).postId;
  mediaId = await publishedImage();
  must(await page.setLike({ objectId: postId, liked: true }));
  await practice.control.addComment({ object: mediaId, message: 'Prix ?' });
  await practice.control.advance(4 * dayMs);
  const read = await page.me();
  nowAt = (read.ok && read.dateMs) || 0;
});
afterAll(() => practice.close());

async function publishedImage(): Promise<string> {
  const filePath = join(mkdtempSync(join(tmpdir(), 'graph-counting-')), 'mug.jpg');
  const pixels = { width: 1080, height: 1080, channels: 3, background: '#24402F' } as const;
  writeFileSync(filePath, await sharp({ create: pixels }).jpeg().toBuffer());
  const { photoId } = must(await page.uploadPhoto({ pageId, filePath, temporary: true }));
  const imageUrl = must(await page.readPhoto(photoId)).images[0]?.url ?? '';
  const { containerId } = must(await page.createImageContainer({ igId, imageUrl }));
  await practice.control.advance(60_000);
  expect(must(await page.readContainer(containerId)).statusCode).toBe('FINISHED');
  return must(await page.publishContainer({ igId, containerId })).mediaId;
}

const names = (insights: Insight[]): string[] => [...new Set(insights.map((one) => one.name))];
const valueOf = (insights: Insight[], name: string): unknown =>
  insights.find((one) => one.name === name)?.values[0]?.value;

test('a Page is counted day by day', async () => {
  const query = { pageId, period: 'day', sinceAt: nowAt - 5 * dayMs, untilAt: nowAt } as const;
  const insights = must(await page.pageInsights({ ...query, metrics: insightMetrics.page }));
  expect(names(insights)).toEqual([...insightMetrics.page]);
  for (const { values, period } of insights) {
    expect(period).toBe('day');
    expect(values.length).toBeGreaterThanOrEqual(3);
    const ends = values.map((one) => one.endAt ?? 0);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  }
});

test('a post is counted, its reactions by kind', async () => {
  const insights = must(await page.postInsights({ postId, metrics: insightMetrics.post }));
  expect(names(insights)).toEqual([...insightMetrics.post]);
  expect(valueOf(insights, 'post_reactions_by_type_total')).toEqual({ like: 1 });
  expect(valueOf(insights, 'post_media_view')).toBeGreaterThan(0);
});

test('an account is counted in sums, in days and by who follows it', async () => {
  const range = { igId, sinceAt: nowAt - 5 * dayMs, untilAt: nowAt };
  const totals = must(
    await page.instagramInsights({
      ...range,
      metrics: insightMetrics.instagramTotals,
      metricType: 'total_value',
    }),
  );
  expect(names(totals)).toEqual([...insightMetrics.instagramTotals]);
  expect(totals.find((one) => one.name === 'comments')?.total).toBe(1);
  const [reach] = must(
    await page.instagramInsights({ ...range, metrics: insightMetrics.instagramDays }),
  );
  expect(reach?.values.length).toBeGreaterThanOrEqual(3);
  const [followers] = must(
    await page.instagramInsights({
      igId,
      metrics: insightMetrics.instagramDemographics.slice(0, 1),
      period: 'lifetime',
      metricType: 'total_value',
      timeframe: 'this_month',
      breakdowns: ['age'],
    }),
  );
  const [ages] = followers?.breakdowns ?? [];
  expect(ages?.dimensions).toEqual(['age']);
  expect(ages?.results.length).toBeGreaterThan(1);
  expect(ages?.results.every((one) => one.values.length === 1 && one.count >= 0)).toBe(true);
});

test('a picture is counted', async () => {
  const insights = must(
    await page.mediaInsights({ mediaId, metrics: insightMetrics.instagramPost }),
  );
  expect(names(insights)).toEqual([...insightMetrics.instagramPost]);
  expect(valueOf(insights, 'comments')).toBe(1);
});

test.each([
  ['of a Page', 'page_fans', () => insightMetrics.page],
  ['of an account', 'impressions', () => insightMetrics.instagramTotals],
])('a metric %s that was withdrawn hides no other', async (_, gone, living) => {
  const range = { sinceAt: nowAt - 5 * dayMs, untilAt: nowAt };
  const ask = (metrics: readonly string[]) =>
    gone === 'page_fans'
      ? page.pageInsights({ pageId, metrics, period: 'day', ...range })
      : page.instagramInsights({ igId, metrics, metricType: 'total_value', ...range });
  const read = must(await readWithoutDeadMetrics(ask, [...living(), gone]));
  expect(read.dead).toEqual([gone]);
  expect(names(read.insights)).toEqual([...living()]);
});

test('too long a span is the question’s fault, no metric’s', async () => {
  const sinceAt = nowAt - 200 * dayMs;
  const read = await readWithoutDeadMetrics(
    (metrics) => page.pageInsights({ pageId, metrics, period: 'day', sinceAt, untilAt: nowAt }),
    insightMetrics.page,
  );
  expect(failureOf(read)).toMatchObject({ code: 100, meaning: 'bad-parameter' });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let tester: Tester;
beforeEach(async () => {
  tester = await openTester();
});
afterEach(() => tester.close());

interface Row {
  name: string;
  period: string;
  id: string;
  title: string;
  values?: { value: unknown; end_time?: string }[];
  total_value?: { value?: number; breakdowns?: { results: { value: number }[] }[] };
}

async function rows(path: string): Promise<Row[]> {
  const answer = await tester.get(path);
  expect(answer.body).toHaveProperty('data');
  return (answer.body as { data: Row[] }).data;
}

async function single(path: string): Promise<unknown> {
  const [row] = await rows(path);
  return row?.values?.[0]?.value ?? row?.total_value?.value;
}

async function refusal(path: string, code = 100): Promise<string> {
  const answer = await tester.get(path);
  expect(answer.body).toMatchObject({ error: { code } });
  return dig(answer.body, 'error', 'message');
}

function comment(object: string, message: string): Promise<unknown> {
  return tester.control('/comments', { object, message });
}

test('a Page has a number for each whole day, with the days before and after', async () => {
  const { page } = tester.ready;
  await tester.visiblePost();
  await tester.advance(4 * dayMs);
  const since = Math.floor(Date.parse(dig(await tester.control('/clock'), 'now')) / 1000) - 345_600;
  const path = `/me/insights?metric=page_media_view,page_follows&period=day&since=${since}`;
  const { body } = await tester.get(path);
  const [views, follows] = (body as { data: Row[] }).data;
  expect(views).toMatchObject({
    name: 'page_media_view',
    period: 'day',
    id: `${page.id}/insights/page_media_view/day`,
  });
  expect(views?.values).toHaveLength(4);
  const ends = views?.values?.map((value) => value.end_time ?? '') ?? [];
  expect(ends.every((end) => /T0[78]:00:00\+0000$/.test(end))).toBe(true);
  expect(views?.values?.some((value) => Number(value.value) > 0)).toBe(true);
  expect(follows?.values?.every((value) => value.value === 318)).toBe(true);
  for (const way of ['previous', 'next']) {
    const url = new URL(dig(body, 'paging', way));
    expect(url.searchParams.get('metric')).toBe('page_media_view,page_follows');
    expect(Number(url.searchParams.get('until')) - Number(url.searchParams.get('since'))).toBe(
      345_600,
    );
  }
});

test('the same question has the same answer, and days in the past do not change', async () => {
  await tester.visiblePost();
  await tester.advance(6 * dayMs);
  const now = Date.parse(dig(await tester.control('/clock'), 'now')) / 1000;
  const path = `/me/insights?metric=page_media_view,page_views_total&since=${Math.floor(now) - 6 * 86_400}&until=${Math.floor(now)}`;
  const before = await rows(path);
  expect(before.map((row) => row.period)).toEqual([
    'day',
    'week',
    'days_28',
    'day',
    'week',
    'days_28',
  ]);
  expect(await rows(path)).toEqual(before);
  await tester.visiblePost('later');
  await tester.advance(dayMs);
  expect(await rows(path)).toEqual(before);
});

test('the last two days are a little low at first', async () => {
  await tester.control('/settings', { lag: true, followers: 900_000 });
  await tester.visiblePost();
  await tester.advance(2 * dayMs);
  const now = Math.floor(Date.parse(dig(await tester.control('/clock'), 'now')) / 1000);
  const path = `/me/insights?metric=page_media_view&period=day&since=${now - 2 * 86_400}&until=${now}`;
  const rough = Number(await single(path));
  await tester.advance(5 * dayMs);
  const final = Number(await single(path));
  expect(rough).toBeGreaterThan(0);
  expect(final).toBeGreaterThan(rough);
});

test('what happened is counted: comments and reactions on the Page', async () => {
  const post = await tester.visiblePost();
  await tester.advance(hourMs);
  await comment(post, 'One');
  await tester.post(`/${post}/likes`);
  const range = '&period=total_over_range';
  const before = Number(await single(`/me/insights?metric=page_post_engagements${range}`));
  await comment(post, 'Two');
  await comment(post, 'Three');
  await tester.advance(1000);
  const after = Number(await single(`/me/insights?metric=page_post_engagements${range}`));
  expect(after - before).toBeGreaterThanOrEqual(2);
  expect(after - before).toBeLessThan(5);
  const reactions = await single(`/me/insights?metric=page_actions_post_reactions_total${range}`);
  expect(reactions).toEqual({ like: 1 });
});

test('a post tells views that grow, and its reactions by kind', async () => {
  const post = await tester.visiblePost();
  await tester.post(`/${post}/likes`);
  const path = `/${post}/insights?metric=post_media_view,post_total_media_view_unique,post_reactions_by_type_total,post_video_views`;
  const numbers = async (): Promise<unknown[]> =>
    (await rows(path)).map((row) => row.values?.[0]?.value);
  await tester.advance(2 * hourMs);
  const [early, earlyUnique, reactions, clips] = await numbers();
  expect(reactions).toEqual({ like: 1 });
  expect(clips).toBe(0);
  await tester.advance(dayMs);
  const [late] = await numbers();
  expect(Number(earlyUnique)).toBeLessThan(Number(early));
  expect(Number(late)).toBeGreaterThan(Number(early));
  expect(await rows(`/${post}/insights?metric=post_media_view&period=day`)).toEqual([]);
  const expanded = await tester.get(
    `/${post}?fields=insights.metric(post_media_view){name,values}`,
  );
  expect(expanded.body).toMatchObject({
    insights: { data: [{ name: 'post_media_view', values: [{ value: late }] }] },
  });
  const shares = await tester.get(`/${post}?fields=shares`);
  expect(Number(dig(shares.body, 'shares', 'count'))).toBeLessThan(Number(late));
});

test.each([
  ['/me/insights', 'page_impressions'],
  ['/me/insights', 'page_fans'],
  ['/me/insights', 'page_media_view,page_engaged_users'],
  ['post', 'post_impressions_unique'],
  ['post', 'post_media_view,sausages'],
])('on Facebook %s with %s fails as a whole', async (place, metric) => {
  const path = place === 'post' ? `/${await tester.visiblePost()}/insights` : place;
  expect(await refusal(`${path}?metric=${metric}`)).toContain('must be a valid insights metric');
});

test.each([
  ['metric=', 'non-empty'],
  ['metric=page_follows&period=decade', 'period must be one of'],
  ['metric=page_follows&since=2026-01-01&until=2026-06-01', 'more than 90 days'],
  ['metric=page_follows&since=whenever', 'not valid'],
  ['metric=page_follows&colour=red', 'Unknown parameter (colour)'],
  ['metric=page_follows&fields=nam', 'nonexisting field (nam)'],
])('of a Page %s', async (query, words) => {
  expect(await refusal(`/me/insights?${query}`)).toContain(words);
});

test('a Page with few followers has no insights', async () => {
  await tester.control('/settings', { followers: 99 });
  expect(await rows('/me/insights?metric=page_follows')).toEqual([]);
});

test('an account tells sums, and in what parts', async () => {
  const { instagram } = tester.ready;
  const media = await tester.media();
  await tester.advance(hourMs);
  await comment(media, 'Prix ?');
  await comment(media, 'Taille ?');
  await tester.advance(20 * hourMs);
  const total = `/${instagram.id}/insights?period=day&metric_type=total_value`;
  const [views, comments, likes] = await rows(`${total}&metric=views,comments,likes`);
  expect(views?.total_value?.value).toBeGreaterThan(0);
  expect(comments?.total_value).toEqual({ value: 2 });
  expect(likes?.total_value).toEqual({ value: 0 });
  for (const dimension of ['media_product_type', 'follow_type']) {
    const [row] = await rows(`${total}&metric=views&breakdown=${dimension}`);
    expect(row?.total_value?.breakdowns).toMatchObject([{ dimension_keys: [dimension] }]);
    const parts = row?.total_value?.breakdowns?.[0]?.results ?? [];
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(row?.total_value?.value);
  }
});

test('an account tells its reach day by day, and who follows it', async () => {
  const { instagram } = tester.ready;
  await tester.media();
  await tester.advance(3 * dayMs);
  const [reach] = await rows(
    `/${instagram.id}/insights?metric=reach&period=day&since=${Math.floor((Date.parse(dig(await tester.control('/clock'), 'now')) - 3 * dayMs) / 1000)}`,
  );
  expect(reach?.values).toHaveLength(3);
  expect(reach?.values?.some((value) => Number(value.value) > 0)).toBe(true);
  const who = `/${instagram.id}/insights?metric=follower_demographics&period=lifetime&metric_type=total_value&timeframe=this_month&breakdown=age`;
  const [ages] = await rows(who);
  const counts = ages?.total_value?.breakdowns?.[0]?.results ?? [];
  expect(counts.reduce((sum, part) => sum + part.value, 0)).toBe(318);
  const [online] = await rows(`/${instagram.id}/insights?metric=online_followers&period=lifetime`);
  expect(Object.keys(online?.values?.[0]?.value as object)).toHaveLength(24);
  await tester.control('/settings', { followers: 12 });
  expect(await rows(who)).toEqual([]);
  expect(await rows(`/${instagram.id}/insights?metric=follower_count&period=day`)).toEqual([]);
});

test.each([
  ['metric=views&period=day', 'metric_type=total_value'],
  ['metric=reach', 'period'],
  ['metric=impressions&period=day', 'no longer supported'],
  ['metric=profile_views&period=day&metric_type=total_value', 'no longer supported'],
  ['metric=sausages&period=day', 'metric[0] must be one of'],
  ['metric=views,sausages&period=day', 'metric[1] must be one of'],
  ['metric=reach&period=day&since=2026-01-01&until=2026-03-01', 'more than 30 days'],
  ['metric=reach&period=lifetime', 'not compatible'],
  ['metric=views&period=week&metric_type=total_value', 'not compatible'],
  ['metric=views&period=day&metric_type=guess', 'metric_type must be one of'],
  [
    'metric=accounts_engaged&period=day&metric_type=total_value&breakdown=follow_type',
    'Incompatible',
  ],
  [
    'metric=follower_demographics&period=lifetime&metric_type=total_value&timeframe=this_month',
    'breakdown',
  ],
  [
    'metric=follower_demographics&period=lifetime&metric_type=total_value&breakdown=age',
    'timeframe',
  ],
  ['metric=follower_demographics,reach&period=lifetime', 'cannot be asked for with'],
  ['metric=reach&period=day&colour=red', 'Unknown parameter (colour)'],
])('of an account %s is refused', async (query, words) => {
  expect(await refusal(`/${tester.ready.instagram.id}/insights?${query}`)).toContain(words);
});

test('a media tells what its kind has', async () => {
  const media = await tester.media();
  await comment(media, 'Prix ?');
  await tester.advance(5 * hourMs);
  const names = 'views,reach,likes,comments,saved,shares,total_interactions,follows,profile_visits';
  const told = await rows(`/${media}/insights?metric=${names},profile_activity`);
  expect(told.map((row) => row.name)).toEqual([...names.split(','), 'profile_activity']);
  const number = (name: string): number =>
    Number(told.find((row) => row.name === name)?.values?.[0]?.value);
  expect(number('comments')).toBe(1);
  expect(number('views')).toBeGreaterThan(number('reach'));
  expect(number('total_interactions')).toBe(
    number('likes') + number('comments') + number('saved') + number('shares'),
  );
  const [activity] = await rows(`/${media}/insights?metric=profile_activity&breakdown=action_type`);
  expect(activity?.total_value?.value).toBe(number('profile_activity'));
  for (const [query, words] of [
    ['metric=impressions', 'no longer supported'],
    ['metric=ig_reels_avg_watch_time', 'does not support'],
    ['metric=navigation', 'does not support'],
    ['metric=sausages', 'must be one of'],
    ['metric=views&breakdown=action_type', 'Incompatible'],
    ['metric=views&breakdown=age', 'must be one of'],
    ['', 'non-empty'],
  ])
    expect(await refusal(`/${media}/insights?${query}`)).toContain(words);
});

test('a story is measured for a day, and not before five people saw it', async () => {
  const { instagram } = tester.ready;
  const made = await tester.post(`/${instagram.id}/media`, {
    media_type: 'STORIES',
    image_url: await tester.imageUrl(1080, 1920),
  });
  await tester.advance(6000);
  const { body } = await tester.post(`/${instagram.id}/media_publish`, {
    creation_id: dig(made.body, 'id'),
  });
  const path = `/${dig(body, 'id')}/insights?metric=views,navigation`;
  expect(await refusal(path, 10)).toContain('Not enough viewers');
  await tester.advance(12 * hourMs);
  const [views] = await rows(path);
  expect(Number(views?.values?.[0]?.value)).toBeGreaterThanOrEqual(5);
  const [taps] = await rows(`${path.replace('views,', '')}&breakdown=story_navigation_action_type`);
  expect(taps?.total_value?.breakdowns?.[0]?.results.length).toBeGreaterThan(1);
  await tester.advance(13 * hourMs);
  expect(await rows(path)).toEqual([]);
});

test('insights want their permission and the Page', async () => {
  const { page, user, instagram } = tester.ready;
  const post = await tester.visiblePost();
  const asUser = await tester.get(`/${page.id}/insights?metric=page_follows`, user.token);
  expect(asUser.body).toMatchObject({ error: { code: 200 } });
  await tester.control('/permissions', { permission: 'read_insights', granted: false });
  await tester.control('/permissions', { permission: 'instagram_manage_insights', granted: false });
  for (const path of [
    '/me/insights?metric=page_follows',
    `/${post}/insights?metric=post_clicks`,
    `/${instagram.id}/insights?metric=reach&period=day`,
  ])
    expect(await refusal(path, 10)).toMatch(/'(read_insights|instagram_manage_insights)'/);
});

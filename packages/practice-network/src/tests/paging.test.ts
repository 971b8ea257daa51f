import { afterAll, beforeAll, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
const made: string[] = [];
beforeAll(async () => {
  tester = await openTester();
  for (let n = 0; n < 7; n += 1) {
    made.unshift(await tester.visiblePost(`post ${n}`));
    await tester.advance(1000);
  }
});
afterAll(() => tester.close());

function ids(body: unknown): string[] {
  const { data } = body as { data: { id: string }[] };
  return data.map((row) => row.id);
}

async function pageOf(query: string): Promise<unknown> {
  return (await tester.get(`/me/published_posts?fields=id&${query}`)).body;
}

test('walks all pages by cursor, newest first, and ends without next', async () => {
  const seen: string[] = [];
  let after = '';
  for (let guard = 0; guard < 10; guard += 1) {
    const body = await pageOf(`limit=3${after === '' ? '' : `&after=${after}`}`);
    seen.push(...ids(body));
    after = dig(body, 'paging', 'cursors', 'after');
    if (dig(body, 'paging', 'next') === '') break;
  }
  expect(seen).toEqual(made);
});

test('next carries the token and leads on; previous leads back', async () => {
  const first = await pageOf('limit=3');
  const next = new URL(dig(first, 'paging', 'next'));
  expect(next.searchParams.get('access_token')).toBe(tester.ready.page.token);
  const second: unknown = await (await fetch(next)).json();
  expect(ids(second)).toEqual(made.slice(3, 6));
  const back: unknown = await (await fetch(dig(second, 'paging', 'previous'))).json();
  expect(ids(back)).toEqual(made.slice(0, 3));
});

test('a new post does not shift pages that are being walked', async () => {
  const first = await pageOf('limit=3');
  const extra = await tester.visiblePost('in between');
  const second = await pageOf(`limit=3&after=${dig(first, 'paging', 'cursors', 'after')}`);
  expect(ids(second)).toEqual(made.slice(3, 6));
  await tester.del(`/${extra}`);
});

test('the feed family takes at most a hundred, and nonsense is refused', async () => {
  expect(await pageOf('limit=101')).toMatchObject({ error: { code: 100 } });
  expect(await pageOf('limit=x')).toMatchObject({ error: { code: 100 } });
  expect(await pageOf('after=nonsense')).toMatchObject({ error: { code: 100 } });
  expect(ids(await pageOf('limit=100'))).toHaveLength(7);
});

test('cursors are opaque: no date or id shows', async () => {
  const cursor = dig(await pageOf('limit=1'), 'paging', 'cursors', 'after');
  expect(cursor).not.toContain(made[0]);
});

test('expanded edges have their own limit, order and summary', async () => {
  const post = made[0] ?? '';
  for (const message of ['one', 'two', 'three']) {
    await tester.control('/comments', { action: 'add', object: post, message });
    await tester.advance(2000);
  }
  const fields = 'comments.limit(2).order(reverse_chronological).summary(true){message}';
  const { body } = await tester.get(`/${post}?fields=${fields}`);
  expect(body).toMatchObject({
    comments: {
      data: [{ message: 'three' }, { message: 'two' }],
      summary: { total_count: 3 },
      paging: { next: expect.stringContaining('/comments?') as string },
    },
  });
  const counts = await tester.get(
    '/me/published_posts?fields=id,comments.limit(0).summary(true)&limit=2',
  );
  expect(counts.body).toMatchObject({
    data: [
      { comments: { summary: { total_count: 3 } } },
      { comments: { summary: { total_count: 0 } } },
    ],
  });
});

test('a batch answers each part as JSON text with its own code', async () => {
  const batch = [
    { method: 'GET', relative_url: 'v26.0/me?fields=id' },
    { method: 'GET', relative_url: `v26.0/${tester.ready.instagram.id}/media?fields=id` },
    { method: 'GET', relative_url: 'me?fields=nope' },
  ];
  const { page } = tester.ready;
  const body = new URLSearchParams({ access_token: page.token, batch: JSON.stringify(batch) });
  const response = await fetch(`${tester.ready.url}/v26.0/`, { method: 'POST', body });
  const parts = (await response.json()) as { code: number; body: string }[];
  expect(parts.map((part) => part.code)).toEqual([200, 200, 400]);
  expect(JSON.parse(parts[0]?.body ?? '')).toEqual({ id: page.id });
  await tester.control('/faults', { edge: 'POST *', mode: 'missing-row' });
  const unfinished = await fetch(`${tester.ready.url}/`, { method: 'POST', body });
  expect(((await unfinished.json()) as unknown[]).at(-1)).toBeNull();
  const many = new URLSearchParams({
    access_token: page.token,
    batch: JSON.stringify(Array(51).fill(batch[0])),
  });
  expect((await fetch(`${tester.ready.url}/`, { method: 'POST', body: many })).status).toBe(400);
});

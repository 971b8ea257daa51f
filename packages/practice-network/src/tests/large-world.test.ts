import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillWorld, filled } from '../testing/fill-world.ts';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';
import { openTables } from '../world/world.ts';

const size = { posts: 10_000, commentsEach: 5, commentsOnNewest: 50_000 };
const { posts, commentsEach } = size;
const topOnNewest = size.commentsOnNewest * 0.9 + commentsEach;

let dir = '';
let tester: Tester;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'practice-large-'));
  const first = await openTester({ dataDir: dir });
  const { page } = first.ready;
  await first.close();
  const tables = openTables(dir);
  fillWorld(tables, page.id, size, Date.now());
  tables.close();
  tester = await openTester({ dataDir: dir });
});
afterAll(async () => {
  await tester.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Steps of a query that read a whole table instead of an index. */
function scans(sql: string, ...values: (string | number)[]): string[] {
  const tables = openTables(dir);
  const plan = tables.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
  tables.close();
  return plan
    .map((step) => step.detail)
    .filter((detail) => /^SCAN (posts|comments|nodes)/.test(detail));
}

test('any depth of the list is read through an index', async () => {
  let after = '';
  const seen = new Set<string>();
  for (let guard = 0; guard <= posts / 100; guard += 1) {
    const { body } = await tester.get(
      `/me/published_posts?fields=id&limit=100${after && `&after=${after}`}`,
    );
    for (const row of (body as { data: { id: string }[] }).data) seen.add(row.id);
    after = dig(body, 'paging', 'cursors', 'after');
    if (dig(body, 'paging', 'next') === '') break;
  }
  expect(seen.size).toBe(posts);
});

test('counts and comments of a page of posts come right among a hundred thousand', async () => {
  const { body } = await tester.get(
    '/me/published_posts?limit=100&fields=id,comments.limit(2).order(chronological).summary(true){message}',
  );
  const { data } = body as { data: unknown[] };
  expect(data).toHaveLength(100);
  for (const row of data) {
    const isNewest = dig(row, 'id') === filled.post(tester.ready.page.id, posts - 1);
    const total = isNewest ? size.commentsOnNewest + commentsEach : commentsEach;
    expect(dig(row, 'comments', 'summary', 'total_count')).toBe(String(total));
    if (!isNewest) expect(dig(row, 'comments', 'data', 0, 'message')).toBe('comment 0');
  }
});

test('a post with tens of thousands of comments is read from end to end', async () => {
  const post = filled.post(tester.ready.page.id, posts - 1);
  let after = '';
  let guard = 0;
  const seen = new Set<string>();
  do {
    const { body } = await tester.get(
      `/${post}/comments?fields=id&order=reverse_chronological&limit=500${after && `&after=${after}`}`,
    );
    for (const row of (body as { data: { id: string }[] }).data) seen.add(row.id);
    after = dig(body, 'paging', 'next') === '' ? '' : dig(body, 'paging', 'cursors', 'after');
    guard += 1;
  } while (after !== '' && guard < 200);
  expect(seen.size).toBe(topOnNewest);
});

test('customers still write, and the newest of them is read first', async () => {
  const post = filled.post(tester.ready.page.id, posts - 1);
  await tester.control('/comments', { object: post, message: 'the very last' });
  const { body } = await tester.get(
    `/${post}/comments?fields=message&order=reverse_chronological&limit=2`,
  );
  expect(dig(body, 'data', 0, 'message')).toBe('the very last');
});

test('a person looks at any depth of the feed and of the comments', async () => {
  const look = async (path: string): Promise<string> =>
    (await fetch(tester.ready.url + path)).text();
  const older = (html: string): string =>
    (/class="older"[^>]*href="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
  const account = `/pages/${tester.ready.page.id}`;
  const middle = Date.now() - (posts / 2) * 60_000;
  const deep = await look(`${account}?before=${middle}-x`);
  expect(deep.match(/<article>/g)).toHaveLength(20);
  expect(older(deep)).not.toBe('');
  const newest = await look(`/p/${filled.post(tester.ready.page.id, posts - 1)}`);
  expect(newest.match(/newest \d+/g)?.length).toBeGreaterThanOrEqual(40);
  expect(await look(older(newest))).toContain('class="newer"');
  expect(await look(account)).toContain(`<b>${posts.toLocaleString('en-GB')}</b> posts`);
});

test('no query of these reads a whole table', () => {
  expect(
    scans(
      'SELECT * FROM posts WHERE page_id = ? AND created_at <= ? AND (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT 26',
      'p',
      1,
      1,
      'x',
    ),
  ).toEqual([]);
  expect(
    scans(
      'SELECT * FROM comments WHERE object_id = ? ORDER BY created_at DESC, id DESC LIMIT 26',
      'p',
    ),
  ).toEqual([]);
  expect(
    scans('SELECT * FROM comments WHERE object_id = ? ORDER BY rank DESC, id DESC LIMIT 26', 'p'),
  ).toEqual([]);
  expect(scans("SELECT 1 FROM posts WHERE mode = 'scheduled' AND scheduled_at <= ?", 1)).toEqual(
    [],
  );
  expect(
    scans(
      'SELECT * FROM posts WHERE page_id = ? AND deleted_at IS NULL AND published_at <= ? AND (published_at, id) < (?, ?) ORDER BY published_at DESC, id DESC LIMIT 21',
      'p',
      1,
      1,
      'x',
    ),
  ).toEqual([]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';
import { openTables, type Tables } from '../world/world.ts';

const posts = 10_000;
const commentsEach = 10;

let dir = '';
let tester: Tester;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'practice-large-'));
  const first = await openTester({ dataDir: dir });
  const { page } = first.ready;
  await first.close();
  const tables = openTables(dir);
  tables.transact(() => fill(tables, page.id));
  tables.close();
  tester = await openTester({ dataDir: dir });
});
afterAll(async () => {
  await tester.close();
  rmSync(dir, { recursive: true, force: true });
});

function fill(tables: Tables, pageId: string): void {
  const startMs = Date.now() - posts * 60_000;
  for (let n = 0; n < posts; n += 1) {
    const id = `${pageId}_${n + 1}`;
    const atMs = startMs + n * 60_000;
    tables.run("INSERT INTO nodes VALUES (?, 'post')", id);
    tables.run(
      `INSERT INTO posts (id, page_id, kind, message, mode, created_at, published_at, updated_at)
       VALUES (?, ?, 'feed', ?, 'live', ?, ?, ?)`,
      id,
      pageId,
      `post ${n}`,
      atMs,
      atMs,
      atMs,
    );
    for (let c = 0; c < commentsEach; c += 1) {
      const comment = String(5_000_000 + n * commentsEach + c);
      tables.run("INSERT INTO nodes VALUES (?, 'comment')", comment);
      tables.run(
        `INSERT INTO comments (id, network, object_id, from_id, from_name, message, created_at,
           arrived_at, counted_at, rank) VALUES (?, 'fb', ?, '1', 'Eva', ?, ?, ?, ?, ?)`,
        comment,
        id,
        `comment ${c}`,
        atMs + c,
        atMs + c,
        atMs + c,
        c,
      );
    }
  }
}

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
    expect(dig(row, 'comments', 'summary', 'total_count')).toBe(String(commentsEach));
    expect(dig(row, 'comments', 'data', 0, 'message')).toBe('comment 0');
  }
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
});

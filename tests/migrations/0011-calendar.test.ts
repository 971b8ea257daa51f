import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 11) migration.up(db);
  add('p1', { accountIds: ['fb', 'ig'], media: [{ assetId: 'a1' }, { assetId: 'a2' }] }, 5);
  add('p2', { accountIds: [], media: [] }, null);
  migrations.find((migration) => migration.version === 11)?.up(db);
});
afterEach(() => db.close());

function add(id: string, content: unknown, planAt: number | null): void {
  const wall = planAt === null ? null : '1970-01-01T00:00';
  db.prepare(
    `INSERT INTO posts (id, content, title, version, plan_at, plan_wall, plan_zone, content_print,
       created_at, updated_at) VALUES (?, ?, 'Arum', 1, ?, ?, ?, 'x', 1, 1)`,
  ).run(id, JSON.stringify(content), planAt, wall, planAt === null ? null : 'UTC');
}

it('reads accounts and first picture out of the posts that were there, and leaves them be', () => {
  expect(
    db.prepare('SELECT id, title, plan_at, account_ids, first_asset_id FROM posts').all(),
  ).toEqual([
    { id: 'p1', title: 'Arum', plan_at: 5, account_ids: '["fb","ig"]', first_asset_id: 'a1' },
    { id: 'p2', title: 'Arum', plan_at: null, account_ids: '[]', first_asset_id: null },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a month is read from one index', () => {
  const plan = db
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT id, title, plan_wall, account_ids, first_asset_id FROM posts
       WHERE plan_at >= 1 AND plan_at < 9 AND removed_at IS NULL ORDER BY plan_at, id`,
    )
    .all();
  expect(plan.map((row) => row.detail)).toEqual([
    expect.stringContaining('COVERING INDEX posts_calendar'),
  ]);
});

it('refuses accounts that are no JSON', () => {
  expect(() => db.exec(`UPDATE posts SET account_ids = 'fb'`)).toThrow('CHECK');
});

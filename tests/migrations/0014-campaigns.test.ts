import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 14) migration.up(db);
  db.exec(
    `INSERT INTO posts (id, content, title, version, plan_at, plan_wall, plan_zone, content_print,
       created_at, updated_at)
     VALUES ('p1', '{"accountIds":[],"media":[]}', 'Arum', 1, 5, '1970-01-01T00:00', 'UTC', 'x', 1, 1)`,
  );
  migrations.find((migration) => migration.version === 14)?.up(db);
});
afterEach(() => db.close());

const add = (id: string, startsOn: string, endsOn: string) =>
  db
    .prepare(
      `INSERT INTO campaigns (id, name, starts_on, ends_on, colour, updated_at)
       VALUES (?, 'Noël', ?, ?, 'leaf', 1)`,
    )
    .run(id, startsOn, endsOn);

it('leaves the posts that were there, in no campaign', () => {
  expect(db.prepare('SELECT id, plan_at, campaign_id FROM posts').all()).toEqual([
    { id: 'p1', plan_at: 5, campaign_id: null },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a post belongs to a campaign that exists, or to none', () => {
  add('c1', '2026-12-01', '2026-12-24');
  db.exec(`UPDATE posts SET campaign_id = 'c1'`);
  expect(() => db.exec(`UPDATE posts SET campaign_id = 'c2'`)).toThrow('FOREIGN KEY');
});

it('refuses a campaign that ends before it begins', () => {
  expect(() => add('c1', '2026-12-24', '2026-12-01')).toThrow('CHECK');
});

it('a month with its campaigns is read from one index', () => {
  const plan = db
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT id, title, plan_wall, account_ids, first_asset_id, campaign_id
       FROM posts WHERE plan_at >= 1 AND plan_at < 9 AND removed_at IS NULL ORDER BY plan_at, id`,
    )
    .all();
  expect(plan.map((row) => row.detail)).toEqual([
    expect.stringContaining('COVERING INDEX posts_calendar'),
  ]);
});

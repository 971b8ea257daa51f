import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 12) migration.up(db);
  db.exec(
    `INSERT INTO targets (id, post_id, account_id, network, role, due_at, claim, state, progress)
     VALUES ('t1', 'p1', 'fb', 'facebook', 'post', 5, 1, 'published',
       '{"state":"published","tries":3}')`,
  );
  migrations.find((migration) => migration.version === 12)?.up(db);
});
afterEach(() => db.close());

it('leaves published targets as they were: not read back, and not looked at again', () => {
  expect(db.prepare('SELECT id, progress, next_at, live FROM targets').all()).toEqual([
    { id: 't1', progress: '{"state":"published","tries":3}', next_at: null, live: null },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('refuses a reading that is no JSON', () => {
  expect(() => db.exec(`UPDATE targets SET live = 'seen'`)).toThrow('CHECK');
});

it('counts a day from an index', () => {
  const plan = db
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT due_at FROM targets
       WHERE account_id = 'fb' AND role = 'post' AND due_at > 1 AND due_at < 9`,
    )
    .all();
  expect(plan.map((row) => row.detail)).toEqual([expect.stringContaining('targets_day')]);
});

import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 16) migration.up(db);
  db.exec(`INSERT INTO posts (id, content, title, version, content_print, created_at, updated_at)
    VALUES ('p1', '{}', 'Arum', 1, 'x', 1, 1)`);
  migrations.find((migration) => migration.version === 16)?.up(db);
});
afterEach(() => db.close());

it('leaves the posts that were there, and takes them into a batch', () => {
  db.exec(`INSERT INTO post_batches (id, name, created_at) VALUES ('b1', 'plan.csv', 5);
    INSERT INTO post_batch_items (batch_id, place, post_id) VALUES ('b1', 0, 'p1')`);
  expect(
    db.prepare('SELECT title, removed FROM posts JOIN post_batch_items ON id = post_id').all(),
  ).toEqual([{ title: 'Arum', removed: 0 }]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('refuses a batch of posts that never were', () => {
  db.exec(`INSERT INTO post_batches (id, name, created_at) VALUES ('b1', '', 5)`);
  const add = `INSERT INTO post_batch_items (batch_id, place, post_id) VALUES ('b1', 0, 'p2')`;
  expect(() => db.exec(add)).toThrow('FOREIGN KEY');
});

it('a table that is discarded takes its rows and files along', () => {
  db.exec(`INSERT INTO bulk_sessions (id, name, state, reading, mapping, created_at)
      VALUES ('s1', 'plan.csv', 'open', '{}', '{}', 5);
    INSERT INTO bulk_rows (session_id, row, cells) VALUES ('s1', 2, '["a"]');
    INSERT INTO bulk_files (session_id, name, asset_id) VALUES ('s1', 'a.jpg', 'x');
    DELETE FROM bulk_sessions WHERE id = 's1'`);
  for (const table of ['bulk_rows', 'bulk_files'])
    expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
  expect(() =>
    db.exec(`INSERT INTO bulk_sessions (id, name, state, reading, mapping, created_at)
      VALUES ('s2', '', 'lost', '{}', '{}', 5)`),
  ).toThrow('CHECK');
});

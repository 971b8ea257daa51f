import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 10) migration.up(db);
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run('shop', '{"name":"La Serre"}');
  migrations.find((migration) => migration.version === 10)?.up(db);
});
afterEach(() => db.close());

const add = (id: string, place: string): void =>
  void db
    .prepare(
      `INSERT INTO hosted_pictures (id, place, put_at, keep_until, next_at) VALUES (?, ?, 1, 2, 1)`,
    )
    .run(id, place);

it('leaves what was there as it was', () => {
  expect(db.prepare('SELECT value FROM settings').all()).toEqual([
    { value: '{"name":"La Serre"}' },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('takes a picture without a target and without an address to remove, and starts at no try', () => {
  add('p1', '{"way":"bucket"}');
  expect(db.prepare('SELECT * FROM hosted_pictures').all()).toEqual([
    {
      id: 'p1',
      target_id: null,
      place: '{"way":"bucket"}',
      remove_url: null,
      put_at: 1,
      keep_until: 2,
      tries: 0,
      next_at: 1,
    },
  ]);
});

it('refuses a place that is not JSON, and the same picture twice', () => {
  expect(() => add('p1', 'elsewhere')).toThrow('CHECK');
  add('p1', '{}');
  expect(() => add('p1', '{}')).toThrow('UNIQUE');
});

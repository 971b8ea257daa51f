import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 15) migration.up(db);
  db.exec(`INSERT INTO settings (key, value) VALUES ('shop', '{"name":"La Serre"}')`);
  db.exec(
    `INSERT INTO accounts (id, network, remote_id, name, page_remote_id, user_remote_id, graph_url,
       is_practice, can, missing, health, connected_at)
     VALUES ('fb', 'facebook', '1', 'La Serre', '1', '2', '', 1, '[]', '[]', 'ok', 1)`,
  );
  migrations.find((migration) => migration.version === 15)?.up(db);
});
afterEach(() => db.close());

it('leaves the shop and its accounts as they were, with nothing beside them', () => {
  expect(db.prepare("SELECT value FROM settings WHERE key = 'shop'").pluck().get()).toBe(
    '{"name":"La Serre"}',
  );
  expect(db.prepare('SELECT id FROM accounts').pluck().all()).toEqual(['fb']);
  for (const table of ['shops', 'account_places', 'repeats', 'evergreen_pools', 'post_results'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a day of a series stands once, and so does an hour of a pool', () => {
  db.exec(`INSERT INTO repeats VALUES ('r', '{}', 'Europe/Paris', '{}', '[]', 1);
    INSERT INTO repeat_occurrences (repeat_id, date, state) VALUES ('r', '2027-01-04', 'made');
    INSERT INTO evergreen_pools VALUES ('p', 'x', '[]', 30, NULL, 1, 1, NULL);
    INSERT INTO evergreen_entries VALUES ('e', 'p', '{}', '[]', 1, NULL);
    INSERT INTO evergreen_uses VALUES ('p', 5, 'e', 'post');`);
  expect(() =>
    db.exec(`INSERT INTO repeat_occurrences (repeat_id, date, state)
      VALUES ('r', '2027-01-04', 'skipped')`),
  ).toThrow('UNIQUE');
  expect(() => db.exec(`INSERT INTO evergreen_uses VALUES ('p', 5, 'e', 'other')`)).toThrow(
    'UNIQUE',
  );
});

it('keeps no account in a shop that is not there', () => {
  expect(() => db.exec(`INSERT INTO account_places VALUES ('fb', 'nowhere', NULL)`)).toThrow(
    'FOREIGN KEY',
  );
});

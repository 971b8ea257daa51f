import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('adds what acts by itself beside the inbox that was there, each deed once to a comment', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 33) migration.up(db);
  db.exec(`INSERT INTO settings (key, value) VALUES ('shop', '{"name":"La Serre"}')`);
  const before = db.prepare('SELECT * FROM settings').all();

  migrations.find((migration) => migration.version === 33)?.up(db);

  expect(db.prepare('SELECT * FROM settings').all()).toEqual(before);
  const deed = (id: string, state: string, slot = 'reply') =>
    db.exec(`INSERT INTO automation_deeds (id, source, rule_id, comment_key, thread_id, account_id, kind, slot,
      state, at) VALUES ('${id}', 'rule', 'r', 1, 't', 'a', 'reply', '${slot}', '${state}', 1)`);
  deed('d1', 'not-done');
  deed('d2', 'done');
  deed('d3', 'not-done');
  expect(() => deed('d4', 'done')).toThrow('UNIQUE');
  expect(() => deed('d5', 'undone')).toThrow('UNIQUE');
  deed('d6', 'done', 'tag:vip');
  const order = (quantity: number, currency: string) =>
    db.exec(`INSERT INTO order_drafts (id, account_id, thread_id, person_name, title, quantity, price_minor,
      currency, state, created_at, updated_at)
      VALUES ('o', 'a', 't', 'Emma', 'Arum', ${quantity}, 500, ${currency}, 'open', 1, 1)`);
  expect(() => order(0, "'EUR'")).toThrow('CHECK');
  expect(() => order(1, 'NULL')).toThrow('CHECK');
  order(1, "'EUR'");
  db.close();
});

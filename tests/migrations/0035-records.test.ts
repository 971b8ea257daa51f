import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('leaves what stands as it is, and looks up who points at a comment', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 35) migration.up(db);
  db.exec(`
    INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name, last_key, snippet)
      VALUES ('t', 'a', 'facebook', 'p', 'c', 'Emma', 8, 'Bonjour');
    INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, from_name, text, created_at, mine, hidden)
      VALUES (8, 'a', 'c', 'p_c', 't', 'Emma', 'Bonjour', 1, 0, 0);
    INSERT INTO outbox (id, kind, account_id, thread_id, comment_key, text, parent_text, state, created_at)
      VALUES ('o', 'reply', 'a', 't', 8, 'Oui', 'Bonjour', 'sent', 1);
  `);
  const stands = () =>
    ['threads', 'comments', 'outbox'].map((name) => db.prepare(`SELECT * FROM ${name}`).all());
  const before = stands();
  migrations.find((migration) => migration.version === 35)?.up(db);
  expect(stands()).toEqual(before);

  const plan = db.prepare('EXPLAIN QUERY PLAN SELECT 1 FROM outbox WHERE comment_key = 8').all();
  expect(JSON.stringify(plan)).toContain('outbox_of_comment');
  const rule = db.prepare('INSERT INTO keep_rules (shop_id, months) VALUES (?, ?)');
  rule.run('first', 12);
  expect(() => rule.run('second', 7)).toThrow(/CHECK/);
  db.close();
});

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('leaves threads and the log as they were, and keeps names of filters apart', () => {
  const db = new Database(':memory:');
  for (const migration of migrations) if (migration.version < 37) migration.up(db);
  db.exec(`
    INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name, last_key, snippet, intent, language)
      VALUES ('t', 'a', 'facebook', 'p', 'c', 'Emma', 8, 'Bonjour', 'price', 'fr');
    INSERT INTO automation_deeds (id, source, comment_key, thread_id, account_id, kind, slot, state, at)
      VALUES ('d', 'rule', 8, 't', 'a', 'reply', 'reply', 'done', 1);
  `);
  const threads = () => db.prepare('SELECT * FROM threads').all();
  const before = threads();
  const [deed] = db.prepare('SELECT * FROM automation_deeds').all() as object[];
  migrations.find((migration) => migration.version === 37)?.up(db);
  expect(threads()).toEqual(before);
  expect(db.prepare('SELECT * FROM automation_deeds').all()).toEqual([{ ...deed, undo_id: null }]);

  const insert = db.prepare(
    "INSERT INTO inbox_filters (id, name, folded, content, place) VALUES (?, 'Été', 'ete', '{}', 1)",
  );
  insert.run('one');
  expect(() => insert.run('two')).toThrow(/UNIQUE/);
  db.exec("UPDATE inbox_filters SET removed_at = 1 WHERE id = 'one'");
  insert.run('two');
  const plan = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT 1 FROM threads
       WHERE intent = 'price' AND spoken = 1 AND spam = 0 ORDER BY last_key DESC`,
    )
    .all();
  expect(JSON.stringify(plan)).toContain('threads_of_intent');
  db.close();
});

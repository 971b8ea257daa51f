import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('keeps threads; their drafts go with them, and a shortcut is free again when its reply is removed', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 32) migration.up(db);
  db.exec(`INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name,
    last_key, snippet) VALUES ('t1', 'a', 'facebook', 'p', 'c', 'Emma', 10, 'Bonjour')`);

  migrations.find(({ version }) => version === 32)?.up(db);

  expect(db.prepare('SELECT id, person_name FROM threads').raw().all()).toEqual([['t1', 'Emma']]);
  db.exec("INSERT INTO reply_drafts VALUES ('t1', '', 'Bonj', 1), ('t1', 'julie', 'Merci', 1)");
  db.exec("DELETE FROM threads WHERE id = 't1'");
  expect(db.prepare('SELECT count(*) FROM reply_drafts').pluck().get()).toBe(0);
  const save = (id: string) =>
    db
      .prepare("INSERT INTO saved_replies VALUES (?, 'Merci', 'merci', NULL, '{}', 1, NULL)")
      .run(id);
  save('one');
  expect(() => save('two')).toThrow(/UNIQUE/);
  db.exec("UPDATE saved_replies SET removed_at = 2 WHERE id = 'one'");
  save('two');
});

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('finds the words that stood there before', () => {
  const db = new Database(':memory:');
  for (const migration of migrations) if (migration.version < 36) migration.up(db);
  db.exec(`
    INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name, last_key, snippet)
      VALUES ('t', 'a', 'facebook', 'p', 'c', 'Emma', 8, 'Bonjour');
    INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, from_name, text, created_at, mine, hidden)
      VALUES (8, 'a', 'c', 'p_c', 't', 'Emma', 'Un géranium', 1, 0, 0);
  `);
  migrations.find((migration) => migration.version === 36)?.up(db);
  const setting = db.prepare('SELECT v FROM comments_words_config WHERE k = ?').pluck();
  expect([setting.get('automerge'), setting.get('usermerge')]).toEqual([8, 2]);
  const found = db.prepare("SELECT rowid FROM comments_words WHERE comments_words MATCH 'geran*'");
  expect(found.pluck().all()).toEqual([8]);
  db.close();
});

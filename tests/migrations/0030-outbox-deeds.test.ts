import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('keeps what waits in the outbox, and a like goes with its comment', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 30) migration.up(db);
  db.exec(`
    INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name, last_key, snippet)
      VALUES ('t', 'a', 'facebook', 'p', 'c', 'Emma', 10, '');
    INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, from_name, text, created_at,
      mine, hidden) VALUES (10, 'a', 'c', 'p_c', 't', 'Emma', 'Combien ?', 1, 0, 0);
    INSERT INTO outbox (id, kind, account_id, thread_id, comment_key, text, hidden, parent_text, state,
      next_at, created_at) VALUES ('o', 'reply', 'a', 't', 10, 'Douze euros', 0, 'Combien ?', 'queued', 0, 1);
  `);

  migrations.find(({ version }) => version === 30)?.up(db);

  const row = db.prepare('SELECT text, state, is_on, asset_id, asset_hash FROM outbox').get();
  expect(row).toEqual({
    ...{ text: 'Douze euros', state: 'queued' },
    ...{ is_on: null, asset_id: null, asset_hash: null },
  });
  db.exec("INSERT INTO comment_likes VALUES (10); DELETE FROM outbox WHERE id = 'o'");
  db.exec('DELETE FROM comments WHERE key = 10');
  expect(db.prepare('SELECT count(*) FROM comment_likes').pluck().get()).toBe(0);
  db.close();
});

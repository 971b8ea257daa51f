import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('keeps what is begun in answer, and lets a begun note go with its thread', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 41) migration.up(db);
  db.exec(`INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name,
    last_key, snippet) VALUES ('t1', 'a', 'facebook', 'p', 'c', 'Emma', 10, 'Bonjour')`);
  db.exec("INSERT INTO reply_drafts VALUES ('t1', 'julie', 'Merci', 1)");

  migrations.find(({ version }) => version === 41)?.up(db);

  expect(db.prepare('SELECT text FROM reply_drafts').pluck().all()).toEqual(['Merci']);
  db.exec("INSERT INTO note_drafts VALUES ('t1', '', 'Voir', 1), ('t1', 'julie', 'Voir avec', 1)");
  db.exec("DELETE FROM threads WHERE id = 't1'");
  expect(db.prepare('SELECT count(*) FROM note_drafts').pluck().get()).toBe(0);
  db.close();
});

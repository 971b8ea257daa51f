import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('knows the pictures of comments that came before, and drops them with their comment', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 38) migration.up(db);
  db.exec(`
    INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name, last_key, snippet)
      VALUES ('t', 'a', 'facebook', 'p', 'c', 'Emma', 8, 'Bonjour');
    INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, from_name, text, created_at,
        mine, hidden, attachment_url)
      VALUES (8, 'a', 'c', 'p_c', 't', 'Emma', 'Bonjour', 1, 0, 0, NULL),
        (9, 'a', 'd', 'p_d', 't', 'Emma', '', 2, 0, 0, 'https://scontent.xx.fbcdn.net/a.jpg');
  `);
  migrations.find((migration) => migration.version === 38)?.up(db);
  const all = () => db.prepare('SELECT * FROM comment_pictures').all();
  expect(all()).toMatchObject([
    { comment_key: 9, place: 0, kind: 'image', state: 'new', hash: null, moves: 0 },
  ]);
  expect(() => db.exec("UPDATE comment_pictures SET state = 'here'")).toThrow(/CHECK/);
  db.exec('DELETE FROM comments WHERE key = 9');
  expect(all()).toEqual([]);
  db.close();
});

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('leaves the posts that were there free of any yes, and takes notes about them', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 18) migration.up(db);
  db.prepare(
    `INSERT INTO posts (id, content, title, version, content_print, created_at, updated_at)
     VALUES ('p', '{}', 'Arum', 1, 'x', 1, 1)`,
  ).run();
  migrations.find((migration) => migration.version === 18)?.up(db);
  expect(db.prepare('SELECT count(*) AS n FROM approvals').get()).toEqual({ n: 0 });
  db.prepare("INSERT INTO post_notes (id, post_id, text, at) VALUES ('n', 'p', 'Oui', 1)").run();
  const state = db.prepare(
    "INSERT INTO approvals (post_id, state, author_id) VALUES ('p', 'maybe', NULL)",
  );
  expect(() => state.run()).toThrow(/CHECK/);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('leaves threads and comments as they were, and what is noted of a thread goes with it', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 34) migration.up(db);
  db.exec(`
    INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name, last_key, snippet)
      VALUES ('t', 'a', 'facebook', 'p', 'c', 'Emma', 8, 'Bonjour');
    INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, from_name, text, created_at, mine, hidden)
      VALUES (8, 'a', 'c', 'p_c', 't', 'Emma', 'Bonjour', 1, 0, 0);
  `);
  const comments = () => db.prepare('SELECT * FROM comments').all();
  const before = comments();
  migrations.find((migration) => migration.version === 34)?.up(db);
  expect(comments()).toEqual(before);

  db.exec(`
    INSERT INTO thread_notes (id, thread_id, text, at) VALUES ('n', 't', 'Oui', 1);
    INSERT INTO thread_mentions (note_id, person_id) VALUES ('n', 'julie');
    INSERT INTO thread_claims VALUES ('t', NULL, 'window', 1, 2);
    INSERT INTO thread_deeds VALUES ('d', 't', NULL, NULL, 0, 'done', '{}', 1);
    INSERT INTO customers (id, account_id, thread_id, name, created_at) VALUES ('c', 'a', 't', 'Emma', 1);
    INSERT INTO customer_tags VALUES ('g', 'Fidèle', 'fidele', 'leaf');
    INSERT INTO customer_tagged VALUES ('c', 'g', 1);
    INSERT INTO customer_notes (id, customer_id, text, at) VALUES ('m', 'c', 'Offre souvent', 1);
  `);
  const nobody = db.prepare("INSERT INTO customers VALUES ('x', 'a', NULL, NULL, 'Ana', NULL, 1)");
  expect(() => nobody.run()).toThrow(/CHECK/);
  db.exec("DELETE FROM comments; DELETE FROM threads WHERE id = 't'");
  const left = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const tables = ['thread_notes', 'thread_mentions', 'thread_claims', 'thread_deeds'];
  const ofPeople = ['customers', 'customer_tagged', 'customer_notes'];
  expect([...tables, ...ofPeople].map(left)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

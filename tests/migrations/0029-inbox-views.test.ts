import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

function openBefore(version: number): Database.Database {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < version) migration.up(db);
  return db;
}

it('keeps threads, finds since when they wait, and counts what stands by the new rules', () => {
  const db = openBefore(29);
  const thread = db.prepare(
    `INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name, last_key,
       snippet, spoken, unread, waits, done) VALUES (?, ?, 'facebook', 'p', ?, 'Emma', ?, '', 1, ?, ?, ?)`,
  );
  const comment = db.prepare(
    `INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, from_name, text,
       created_at, mine, hidden) VALUES (?, 'a', ?, ?, 't1', 'Emma', 'Quel été', 1, ?, 0)`,
  );
  thread.run('t1', 'a', 't1', 40, 1, 1, 0);
  thread.run('t2', 'a', 't2', 50, 0, 0, 1);
  thread.run('t3', 'b', 't3', 60, 1, 1, 0);
  // Asked, answered, and asked twice since.
  for (const [key, mine] of [
    [10, 0],
    [20, 1],
    [30, 0],
    [40, 0],
  ])
    comment.run(key, key, key, mine);

  migrations.find((migration) => migration.version === 29)?.up(db);

  const since = db.prepare('SELECT waits_since FROM threads ORDER BY id').pluck().all();
  expect(since).toEqual([30, null, 60]);
  const terms = db.prepare('SELECT term FROM inbox_terms ORDER BY term').pluck().all();
  expect(terms).toEqual(['emma', 'ete', 'quel']);
  const figures = () =>
    db
      .prepare(
        'SELECT account_id, n_all, n_unread, n_unanswered, n_done, n_spam FROM inbox_figures',
      )
      .raw()
      .all();
  const named = () =>
    db.prepare('SELECT name, n FROM inbox_named_figures WHERE n <> 0 ORDER BY name').raw().all();
  const of = (account: string, ...counts: number[]) => [account, ...counts];
  expect(figures()).toEqual([of('a', 2, 1, 1, 1, 0), of('b', 1, 1, 1, 0, 0)]);
  db.exec("UPDATE threads SET spam = 1, intent = 'spam', assignee_id = 'julie' WHERE id = 't3'");
  expect(figures()).toEqual([of('a', 2, 1, 1, 1, 0), of('b', 0, 0, 0, 0, 1)]);
  expect(named()).toEqual([]);
  db.exec("UPDATE threads SET spam = 0 WHERE id = 't3'");
  expect(figures()).toEqual([of('a', 2, 1, 1, 1, 0), of('b', 1, 1, 1, 0, 0)]);
  expect(named()).toEqual([
    ['intent:spam', 1],
    ['mine:julie', 1],
  ]);
  db.exec("DELETE FROM threads WHERE id = 't3'");
  expect(figures()).toEqual([of('a', 2, 1, 1, 1, 0), of('b', 0, 0, 0, 0, 0)]);
  expect(named()).toEqual([]);
  db.close();
});

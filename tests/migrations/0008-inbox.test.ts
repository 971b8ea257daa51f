import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 8) migration.up(db);
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run('shop', '{"name":"La Serre"}');
  migrations.find((migration) => migration.version === 8)?.up(db);
});
afterEach(() => db.close());

const farKey = 2n ** 53n + 1n;

function addThread(id: string, flags = { spoken: 1, unread: 1, waits: 1, done: 0 }): void {
  const add = db.prepare(
    `INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name, last_key,
       snippet, spoken, unread, waits, done) VALUES (@id, 'a', 'facebook', 'p', @id, 'Emma', 1, '', @spoken, @unread, @waits, @done)`,
  );
  add.run({ id, ...flags });
}

function addComment(key: bigint, text: string, remoteId = String(key)): void {
  db.prepare(
    `INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, from_name, text,
       created_at, mine, hidden) VALUES (?, 'a', ?, ?, 't', 'Emma', ?, 1, 0, 0)`,
  ).run(key, remoteId, remoteId, text);
}

const counters = () =>
  Object.fromEntries(
    db
      .prepare<[], { name: string; n: number }>('SELECT name, n FROM inbox_counters')
      .all()
      .map(({ name, n }) => [name, n]),
  );
const found = (words: string) =>
  db
    .prepare<[string], bigint>('SELECT rowid FROM comments_words WHERE comments_words MATCH ?')
    .pluck()
    .safeIntegers(true)
    .all(words);

describe('the schema of the inbox', () => {
  it('leaves what was there as it was', () => {
    const rows = db.prepare('SELECT value FROM settings').all();
    expect(rows).toEqual([{ value: '{"name":"La Serre"}' }]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  it('keeps the counters of the badges with each change', () => {
    addThread('t');
    addThread('u', { spoken: 1, unread: 0, waits: 1, done: 1 });
    // Our own first comment alone is no conversation.
    addThread('v', { spoken: 0, unread: 0, waits: 0, done: 0 });
    expect(counters()).toEqual({ all: 2, unread: 1, unanswered: 1 });
    db.exec("UPDATE threads SET done = 0 WHERE id = 'u'");
    db.exec("UPDATE threads SET unread = 0 WHERE id = 't'");
    expect(counters()).toEqual({ all: 2, unread: 0, unanswered: 2 });
    db.exec("UPDATE threads SET spoken = 1, unread = 1, waits = 1 WHERE id = 'v'");
    expect(counters()).toEqual({ all: 3, unread: 1, unanswered: 3 });
    db.exec('DELETE FROM threads');
    expect(counters()).toEqual({ all: 0, unread: 0, unanswered: 0 });
  });

  it('finds words under keys past 2^53, and no longer what was changed or removed', () => {
    addThread('t');
    addComment(farKey, 'L’été prochain');
    addComment(farKey + 1n, 'Ouvert dimanche ?');
    expect(found('ete')).toEqual([farKey]);
    db.prepare('UPDATE comments SET text = ? WHERE key = ?').run('Fermé', farKey);
    expect(found('ete')).toEqual([]);
    expect(found('ferme')).toEqual([farKey]);
    db.prepare('DELETE FROM comments WHERE key = ?').run(farKey);
    expect(found('ferme')).toEqual([]);
    db.exec("INSERT INTO comments_words (comments_words) VALUES ('integrity-check')");
  });

  it('knows a comment of an account once', () => {
    addThread('t');
    addComment(1n, 'Bonjour', '9001');
    expect(() => addComment(2n, 'Bonjour', '9001')).toThrow('UNIQUE');
  });
});

import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 13) migration.up(db);
  addTarget('t1', 'post', null);
  addTarget('t2', 'first-comment', 't1');
  db.exec(`
    INSERT INTO intents (id, target_id, call, handle, content_hash, boot_id, at)
      VALUES ('i1', 't1', 'publish-post', '9', 'x', 'boot', 3);
    INSERT INTO receipts (intent_id, remote_id, at) VALUES ('i1', '9', 4);
    INSERT INTO remote_steps (target_id, name, remote_id, detail, at)
      VALUES ('t1', 'post', '9', '{}', 2);
    INSERT INTO posts (id, content, title, version, content_print, created_at, updated_at)
      VALUES ('p1', '{}', 'Arum', 1, 'x', 1, 1);
  `);
  before = snapshot();
  migrations.find((migration) => migration.version === 13)?.up(db);
});
afterEach(() => db.close());

let before: unknown[][];
const tables = ['targets', 'intents', 'receipts', 'remote_steps', 'posts'];
const snapshot = () => tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all());

function addTarget(id: string, role: string, parentId: string | null): void {
  db.prepare(
    `INSERT INTO targets (id, post_id, account_id, network, role, parent_id, due_at, claim, state,
       progress) VALUES (?, 'p1', 'fb', 'facebook', ?, ?, 1, 1, 'published', '{"state":"published"}')`,
  ).run(id, role, parentId);
}

it('keeps every target, call, receipt and step as it was', () => {
  const [targets = [], intents, receipts, steps, posts = []] = before;
  expect(snapshot()).toEqual([
    targets.map((row) => ({ ...(row as object), removed_at: null })),
    intents,
    receipts,
    steps,
    posts.map((row) => ({ ...(row as object), source_id: null })),
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

it('takes several changes of one post, but one post and one first comment', () => {
  for (const id of ['t3', 't4']) addTarget(id, 'text', 't1');
  addTarget('t5', 'deletion', 't1');
  addTarget('t6', 'withdrawal', 't1');
  expect(() => addTarget('t7', 'post', null)).toThrow('UNIQUE');
  expect(() => addTarget('t8', 'first-comment', 't1')).toThrow('UNIQUE');
  expect(() => addTarget('t9', 'wish', 't1')).toThrow('CHECK');
});

it('the calls of a target still need it to be there', () => {
  expect(() => db.exec(`DELETE FROM targets WHERE id = 't1'`)).toThrow('FOREIGN KEY');
  const leftOver = `SELECT count(*) AS n FROM sqlite_schema WHERE name LIKE 'old!_%' ESCAPE '!'`;
  expect(db.prepare(leftOver).get()).toEqual({ n: 0 });
});

it('finds the targets of a post and what is due by their indices', () => {
  const plan = (sql: string) =>
    db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all()[0]?.detail;
  expect(plan(`SELECT * FROM targets WHERE post_id = 'p1'`)).toContain('targets_post');
  expect(
    plan('SELECT DISTINCT account_id FROM targets INDEXED BY targets_due WHERE next_at <= 1'),
  ).toContain('targets_due');
});

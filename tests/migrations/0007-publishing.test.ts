import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 7) migration.up(db);
});
afterEach(() => db.close());

function migrate(): void {
  migrations.find((migration) => migration.version === 7)?.up(db);
}

const columns = 'id, post_id, account_id, network, role, due_at, claim, state, progress';
const insert = (id: string, state: string, role = 'post') =>
  db
    .prepare(`INSERT INTO targets (${columns}) VALUES (?, 'p', 'a', 'facebook', ?, 1, 1, ?, ?)`)
    .run(id, role, state, JSON.stringify({ state }));

describe('the schema of publishing', () => {
  it('leaves what was there as it was', () => {
    db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run(
      'shop',
      '{"name":"La Serre"}',
    );
    migrate();
    const rows = db.prepare('SELECT value FROM settings').all();
    expect(rows).toEqual([{ value: '{"name":"La Serre"}' }]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  it('knows the states of the contract and no other', () => {
    migrate();
    insert('1', 'scheduled');
    expect(() => insert('2', 'claimed', 'first-comment')).toThrow('CHECK');
  });

  it('keeps one target for each post and account', () => {
    migrate();
    insert('1', 'scheduled');
    expect(() => insert('2', 'scheduled')).toThrow('UNIQUE');
  });

  it('takes no call for a target that is not there', () => {
    migrate();
    const call = db.prepare(
      `INSERT INTO intents (id, target_id, call, handle, content_hash, boot_id, at)
       VALUES ('i', 'nobody', 'publish-post', '1', 'h', 'b', 1)`,
    );
    expect(() => call.run()).toThrow('FOREIGN KEY');
  });

  it('finds what is due by an index, however many there are', () => {
    migrate();
    const plan = db
      .prepare('EXPLAIN QUERY PLAN SELECT DISTINCT account_id FROM targets WHERE next_at <= 1')
      .all() as { detail: string }[];
    expect(plan.map((step) => step.detail).join()).toMatch(/INDEX targets_due/);
  });
});

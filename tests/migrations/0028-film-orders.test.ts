import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('gives films their orders and work its place, and keeps what was there', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 28) migration.up(db);
  db.exec(`INSERT INTO films VALUES ('f1', 'Été', '{}', '[]', 1, 1, 1, NULL)`);
  db.exec(`INSERT INTO jobs (id, kind, title, state, total, input, created_at)
    VALUES ('j1', 'video', 'Été', 'queued', 1, '{}', 1)`);

  migrations.find((migration) => migration.version === 28)?.up(db);

  expect(db.prepare('SELECT name, begun, batch_id, job_id FROM films').get()).toEqual({
    ...{ name: 'Été', begun: null, batch_id: null, job_id: null },
  });
  expect(db.prepare('SELECT place FROM jobs').pluck().get()).toBe(0);
  expect(() => db.exec(`UPDATE films SET begun = 'no json'`)).toThrow('CHECK');
  db.exec(`UPDATE films SET job_id = 'j1'`);
  db.exec('DELETE FROM jobs');
  expect(db.prepare('SELECT job_id FROM films').pluck().get()).toBeNull();
  db.close();
});

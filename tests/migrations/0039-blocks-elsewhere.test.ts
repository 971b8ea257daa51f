import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('keeps who was blocked here as blocked here, with the reason', () => {
  const db = new Database(':memory:');
  for (const migration of migrations) if (migration.version < 39) migration.up(db);
  db.exec(`INSERT INTO blocked_people (account_id, person_id, name, reason, at)
    VALUES ('a', 'p', 'Emma', 'Publicité', 7)`);
  migrations.find((migration) => migration.version === 39)?.up(db);
  expect(db.prepare('SELECT * FROM blocked_people').all()).toEqual([
    { account_id: 'a', person_id: 'p', name: 'Emma', reason: 'Publicité', at: 7, elsewhere: 0 },
  ]);
  db.close();
});

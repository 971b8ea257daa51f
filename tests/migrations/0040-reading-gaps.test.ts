import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('keeps a reading that was cut, from a place of which nothing else is known', () => {
  const db = new Database(':memory:');
  for (const migration of migrations) if (migration.version < 40) migration.up(db);
  db.exec(`INSERT INTO watched_objects (account_id, object_id, published_at, next_at, gap_cursor, gap_whole)
    VALUES ('a', 'p', 1, 2, 'QVFI', 1)`);
  migrations.find((migration) => migration.version === 40)?.up(db);
  expect(db.prepare('SELECT gap_cursor, gap_whole, gap_at FROM watched_objects').get()).toEqual({
    ...{ gap_cursor: 'QVFI', gap_whole: 1, gap_at: null },
  });
  db.close();
});

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('keeps what is watched, and lets all of it be read once more from end to end', () => {
  const db = new Database(':memory:');
  for (const migration of migrations) if (migration.version < 31) migration.up(db);
  db.exec(`INSERT INTO watched_objects (account_id, object_id, published_at, counted, counted_when_read,
    next_at) VALUES ('a', 'post', 1, 7, 7, 50)`);

  migrations.find((migration) => migration.version === 31)?.up(db);

  expect(db.prepare('SELECT * FROM watched_objects').get()).toMatchObject({
    ...{ object_id: 'post', kind: 'post', next_at: 50, counted: 7 },
    ...{ read_at: null, hourly: 0, whole_at: 0, gap_cursor: null, uncounted: null },
  });
  const of = (kind: string) => () =>
    db
      .prepare(
        "INSERT INTO watched_objects VALUES ('a', ?, 1, 1, 1, 1, 0, ?, 1, 0, 0, 1, 1, '', 0, 1)",
      )
      .run(kind, kind);
  expect(of('conversation')).not.toThrow();
  expect(of('album')).toThrow('CHECK');
  db.close();
});

import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 17) migration.up(db);
  db.exec(
    `INSERT INTO assets (id, kind, origin, state, name, mime, place, size_bytes, hash, created_at)
     VALUES ('a', 'video', 'import', 'ready', 'a.mp4', 'video/mp4', 'aa/a.mp4', 1, 'h', 1),
            ('b', 'video', 'studio', 'ready', 'b.mp4', 'video/mp4', 'bb/b.mp4', 1, 'i', 2)`,
  );
  migrations.find((migration) => migration.version === 17)?.up(db);
});
afterEach(() => db.close());

it('leaves what was in the library as it is: how it is encoded is not known', () => {
  expect(db.prepare('SELECT id, name, film FROM assets ORDER BY id').all()).toEqual([
    { id: 'a', name: 'a.mp4', film: null },
    { id: 'b', name: 'b.mp4', film: null },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a cut goes with its own asset, not with the one it was cut from', () => {
  db.exec(`INSERT INTO renditions VALUES ('b', 'a', '{"kind":"video"}', 3)`);
  db.exec(`DELETE FROM assets WHERE id = 'a'`);
  expect(db.prepare('SELECT count(*) FROM renditions').pluck().get()).toBe(1);
  db.exec(`DELETE FROM assets WHERE id = 'b'`);
  expect(db.prepare('SELECT count(*) FROM renditions').pluck().get()).toBe(0);
});

it('refuses kinds and facts that nobody could read', () => {
  expect(() => db.exec(`INSERT INTO snippets VALUES ('s', 'poem', 'n', 't', 1, NULL)`)).toThrow(
    'CHECK',
  );
  expect(() => db.exec(`UPDATE assets SET film = 'h264' WHERE id = 'a'`)).toThrow('CHECK');
});

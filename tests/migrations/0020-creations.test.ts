import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('adds creations and the files made of them beside the pictures that were there', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 20) migration.up(db);
  db.exec(`INSERT INTO assets (id, kind, origin, state, name, mime, place, size_bytes, hash, notes, created_at)
    VALUES ('a1', 'photo', 'studio', 'ready', 'arum.jpg', 'image/jpeg', 'aa/aa.jpg', 3, 'h', '[]', 1)`);
  const before = db.prepare('SELECT * FROM assets').all();

  migrations.find((migration) => migration.version === 20)?.up(db);

  expect(db.prepare('SELECT * FROM assets').all()).toEqual(before);
  const add = (scenes: string) =>
    db.prepare(`INSERT INTO creations VALUES ('c1', 'Arum', ?, '{}', 1, 1, 1, NULL)`).run(scenes);
  expect(() => add('no json')).toThrow('CHECK');
  add('{}');
  const picture = (asset: string, creation: string) =>
    db.exec(`INSERT INTO creation_pictures VALUES ('${asset}', '${creation}', '1:1', 'p', 1)`);
  expect(() => picture('a1', 'c2')).toThrow('FOREIGN KEY');
  picture('a1', 'c1');
  expect(() => picture('a1', 'c1')).toThrow('UNIQUE');
  db.exec(`DELETE FROM assets`);
  expect(db.prepare('SELECT count(*) FROM creation_pictures').pluck().get()).toBe(0);
  db.close();
});

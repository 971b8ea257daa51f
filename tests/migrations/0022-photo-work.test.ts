import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('keeps the work of a photo beside it, once, as long as the photo is there', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 22) migration.up(db);
  db.exec(`INSERT INTO assets (id, kind, origin, state, name, mime, place, size_bytes, hash, created_at)
    VALUES ('a1', 'photo', 'import', 'ready', 'mug.jpg', 'image/jpeg', 'x', 9, 'h', 1)`);
  const before = db.prepare('SELECT * FROM assets').all();

  migrations.find((migration) => migration.version === 22)?.up(db);

  expect(db.prepare('SELECT * FROM assets').all()).toEqual(before);
  const work = (id: string, json: string) =>
    db.prepare('INSERT INTO photo_work VALUES (?, ?, 2)').run(id, json);
  work('a1', '{"contrast":12}');
  expect(() => work('a1', '{}')).toThrow('UNIQUE');
  expect(() => work('nobody', '{}')).toThrow('FOREIGN KEY');
  expect(() => db.exec(`UPDATE photo_work SET work = 'no json'`)).toThrow('CHECK');
  db.exec(`DELETE FROM assets WHERE id = 'a1'`);
  expect(db.prepare('SELECT count(*) FROM photo_work').pluck().get()).toBe(0);
  db.close();
});

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('adds looks, merges, alt texts and the watched folder beside what was there', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 24) migration.up(db);
  for (const id of ['a1', 'a2'])
    db.exec(`INSERT INTO assets (id, kind, origin, state, name, mime, place, size_bytes, hash, created_at)
      VALUES ('${id}', 'photo', 'import', 'ready', 'mug.jpg', 'image/jpeg', 'x', 9, '${id}', 1)`);
  const before = db.prepare<[], object>('SELECT * FROM assets').all();

  migrations.find((migration) => migration.version === 24)?.up(db);

  const after = before.map((row) => ({ ...row, source_place: null, source_hash: null }));
  expect(db.prepare('SELECT * FROM assets').all()).toEqual(after);
  const look = (id: string) =>
    db.exec(`INSERT INTO asset_looks VALUES ('${id}', '0123456789abcdef', zeroblob(192))`);
  look('a1');
  expect(() => look('a1')).toThrow('UNIQUE');
  expect(() => look('nobody')).toThrow('FOREIGN KEY');
  expect(() => db.exec(`INSERT INTO looks_apart VALUES ('a2', 'a1', 1)`)).toThrow('CHECK');
  expect(() => db.exec(`INSERT INTO asset_alts VALUES ('a1', '', 1)`)).toThrow('CHECK');
  db.exec(`UPDATE assets SET source_hash = 'h' WHERE id = 'a1'`);
  expect(() => db.exec(`UPDATE assets SET source_hash = 'h' WHERE id = 'a2'`)).toThrow('UNIQUE');
  db.exec(`DELETE FROM assets WHERE id = 'a1'`);
  expect(db.prepare('SELECT count(*) FROM asset_looks').pluck().get()).toBe(0);
  db.close();
});

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('adds batches and exports beside what was there; a picture that goes leaves its place', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 23) migration.up(db);
  db.exec(`INSERT INTO assets (id, kind, origin, state, name, mime, place, size_bytes, hash, created_at)
    VALUES ('a1', 'photo', 'studio', 'ready', 'mug.jpg', 'image/jpeg', 'x', 9, 'h', 1)`);
  const before = db.prepare('SELECT * FROM assets').all();

  migrations.find((migration) => migration.version === 23)?.up(db);

  expect(db.prepare('SELECT * FROM assets').all()).toEqual(before);
  db.exec(
    `INSERT INTO batches (id, name, spec, created_at, updated_at) VALUES ('b1', 'x', '{}', 1, 1)`,
  );
  const picture = (productId: string) =>
    db.exec(`INSERT INTO batch_pictures (batch_id, product_id, template_id, format, asset_id)
      VALUES ('b1', '${productId}', 't', '1:1', 'a1')`);
  picture('p1');
  expect(() => picture('p1')).toThrow('UNIQUE');
  expect(() => db.exec(`UPDATE batch_pictures SET problem = 'no json'`)).toThrow('CHECK');
  expect(db.prepare('SELECT notes, excluded FROM batch_pictures').get()).toEqual({
    notes: '[]',
    excluded: 0,
  });
  db.exec(`DELETE FROM assets WHERE id = 'a1'`);
  expect(db.prepare('SELECT asset_id FROM batch_pictures').pluck().get()).toBeNull();
  db.exec(`DELETE FROM batches`);
  expect(db.prepare('SELECT count(*) FROM batch_pictures').pluck().get()).toBe(0);
  db.close();
});

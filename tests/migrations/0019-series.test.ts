import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('adds series beside what was there, each product once in each', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 19) migration.up(db);
  db.exec(`INSERT INTO posts (id, content, title, version, content_print, created_at, updated_at)
    VALUES ('p1', '{"caption":"Arum"}', 'Arum', 3, 'x', 1, 2)`);
  const before = db.prepare('SELECT * FROM posts').all();

  migrations.find((migration) => migration.version === 19)?.up(db);

  expect(db.prepare('SELECT * FROM posts').all()).toEqual(before);
  db.exec(`INSERT INTO product_series VALUES ('s1', '{}', 'Europe/Paris', 1)`);
  const item = (seriesId: string) =>
    db.exec(`INSERT INTO product_series_items (series_id, product_id, place, at, wall, price_minor)
      VALUES ('${seriesId}', 'a', 0, 5, '1970-01-01T00:00', 2490)`);
  item('s1');
  expect(() => item('s1')).toThrow('UNIQUE');
  expect(() => item('s2')).toThrow('FOREIGN KEY');
  expect(() => db.exec(`UPDATE product_series_items SET made = 'no json'`)).toThrow('CHECK');
  expect(db.prepare('SELECT is_excluded FROM product_series_items').pluck().get()).toBe(0);
  db.close();
});

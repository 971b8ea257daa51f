import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('keeps one kit a shop beside the settings that were there', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 26) migration.up(db);
  db.exec(`INSERT INTO settings (key, value) VALUES ('shop', '{"name":"La Serre"}')`);
  const before = db.prepare('SELECT * FROM settings').all();

  migrations.find((migration) => migration.version === 26)?.up(db);

  expect(db.prepare('SELECT * FROM settings').all()).toEqual(before);
  const keep = (shopId: string, kit: string) =>
    db.prepare('INSERT INTO brand_kits VALUES (?, ?, 2)').run(shopId, kit);
  keep('first', '{"logoText":"La Serre"}');
  expect(() => keep('first', '{}')).toThrow('UNIQUE');
  expect(() => keep('other', 'no json')).toThrow('CHECK');
  db.close();
});

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('adds a place for fonts beside what was there', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 21) migration.up(db);
  db.exec(`INSERT INTO settings (key, value) VALUES ('shop', '{"name":"La Serre"}')`);
  const before = db.prepare('SELECT * FROM settings').all();

  migrations.find((migration) => migration.version === 21)?.up(db);

  expect(db.prepare('SELECT * FROM settings').all()).toEqual(before);
  const add = (id: string, embedding: string) =>
    db.exec(
      `INSERT INTO brand_fonts VALUES ('${id}', 'Fleur', 400, 'normal', '${embedding}', '', 9, 1)`,
    );
  add('a', 'free');
  expect(() => add('a', 'free')).toThrow('UNIQUE');
  expect(() => add('b', 'perhaps')).toThrow('CHECK');
  db.close();
});

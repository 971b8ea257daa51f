import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

it('adds films and the files made of them beside the videos that were there', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 27) migration.up(db);
  db.exec(`INSERT INTO assets (id, kind, origin, state, name, mime, place, size_bytes, hash, notes, created_at)
    VALUES ('v1', 'video', 'studio', 'ready', 'film.mp4', 'video/mp4', 'aa/aa.mp4', 3, 'h', '[]', 1)`);
  const before = db.prepare('SELECT * FROM assets').all();

  migrations.find((migration) => migration.version === 27)?.up(db);

  expect(db.prepare('SELECT * FROM assets').all()).toEqual(before);
  const add = (film: string) =>
    db.prepare(`INSERT INTO films VALUES ('f1', 'Été', ?, '[]', 1, 1, 1, NULL)`).run(film);
  expect(() => add('no json')).toThrow('CHECK');
  add('{}');
  const video = (film: string) =>
    db.exec(`INSERT INTO film_videos VALUES ('v1', '${film}', '9:16', 'p', 1)`);
  expect(() => video('f2')).toThrow('FOREIGN KEY');
  video('f1');
  db.exec('DELETE FROM films');
  expect(db.prepare('SELECT count(*) FROM film_videos').pluck().get()).toBe(0);
  db.close();
});

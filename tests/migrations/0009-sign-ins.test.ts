import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

let db: Database.Database;
const account = {
  id: 'a',
  network: 'facebook',
  remote_id: '1',
  name: 'La Serre',
  page_remote_id: '1',
  user_remote_id: '7',
  graph_url: 'https://graph.facebook.com',
  is_practice: 0,
  can: '[]',
  missing: '[]',
  health: 'ok',
  connected_at: 5,
};

beforeEach(() => {
  db = new Database(':memory:');
  for (const migration of migrations) if (migration.version < 9) migration.up(db);
  const names = Object.keys(account);
  db.prepare(
    `INSERT INTO accounts (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  ).run(account);
  migrations.find((migration) => migration.version === 9)?.up(db);
});
afterEach(() => db.close());

const add = (row: object) =>
  db
    .prepare(
      'INSERT INTO sign_ins (user_remote_id, way, expires_at, signed_in_at, told) VALUES (@id, @way, @end, 1, @told)',
    )
    .run({ id: '7', way: 'own-app', end: null, told: null, ...row });

it('leaves connected accounts as they were, their sign-in unknown', () => {
  expect(db.prepare('SELECT * FROM accounts').get()).toMatchObject(account);
  expect(db.prepare('SELECT count(*) AS n FROM sign_ins').get()).toEqual({ n: 0 });
});

it('keeps one sign-in a person, with or without an end', () => {
  add({ end: 99 });
  expect(() => add({})).toThrow(/UNIQUE/);
  add({ id: '8' });
  expect(db.prepare('SELECT expires_at AS at FROM sign_ins ORDER BY user_remote_id').all()).toEqual(
    [{ at: 99 }, { at: null }],
  );
});

it('knows three ways to sign in and two things to be told', () => {
  expect(() => add({ way: 'password' })).toThrow(/CHECK/);
  expect(() => add({ told: 'maybe' })).toThrow(/CHECK/);
  add({ told: 'soon' });
  expect(() => add({ id: '9', end: 'tomorrow' })).toThrow(/cannot store TEXT/);
});

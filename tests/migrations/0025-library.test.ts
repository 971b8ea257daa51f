import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../core/db/migrations.ts';

const asset = (id: string, more: { kind?: string; scene?: object; sameAs?: string } = {}) => {
  const { kind = 'photo', scene, sameAs } = more;
  const json = scene ? `'${JSON.stringify(scene)}'` : 'NULL';
  return `INSERT INTO assets (id, kind, origin, state, same_as, name, mime, place, size_bytes, hash,
      scene, created_at) VALUES ('${id}', '${kind}', '${scene ? 'studio' : 'import'}', 'ready',
      ${sameAs ? `'${sameAs}'` : 'NULL'}, 'Été ${id}.jpg', 'image/jpeg', 'p-${id}', 9, 'h-${id}',
      ${json}, 5)`;
};
const post = (id: string, assetIds: string[]) => {
  const content = JSON.stringify({ media: assetIds.map((assetId) => ({ assetId })) });
  return `INSERT INTO posts (id, content, title, version, content_print, created_at, updated_at)
    VALUES ('${id}', '${content}', '${id}', 1, 'x', 1, 2)`;
};

function open(): Database.Database {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) if (migration.version < 25) migration.up(db);
  for (const sql of [
    asset('a1'),
    asset('upload', { kind: 'file' }),
    asset('a2', { sameAs: 'a1' }),
    asset('made', { scene: { layers: [{ kind: 'photo', photoId: 'a1' }] } }),
    post('p1', ['a1', 'a1', 'a2']),
  ])
    db.exec(sql);
  return db;
}

const step = (db: Database.Database) =>
  migrations.find((migration) => migration.version === 25)?.up(db);
const all = (db: Database.Database, sql: string) => db.prepare(sql).raw().all();
const found = (db: Database.Database, word: string) =>
  all(
    db,
    `SELECT e.asset_id FROM library_words w JOIN library_entries e ON e.key = w.rowid
     WHERE library_words MATCH '"${word}"*' ORDER BY 1`,
  ).flat();

it('takes up what is there: entries, words and uses', () => {
  const db = open();
  const before = db.prepare<[], object>('SELECT * FROM assets').all();
  step(db);

  const after = before.map((row) => ({ ...row, binned_at: null }));
  expect(db.prepare('SELECT * FROM assets').all()).toEqual(after);
  expect(all(db, 'SELECT asset_id, shelf FROM library_entries ORDER BY 1')).toEqual([
    ['a1', 'open'],
    ['a2', 'merged'],
    ['made', 'open'],
  ]);
  expect(found(db, 'ete')).toEqual(['a1', 'a2', 'made']);
  expect(all(db, 'SELECT * FROM library_uses ORDER BY 1, 2')).toEqual([
    ['a1', 'made', 'made'],
    ['a1', 'post', 'p1'],
    ['a2', 'post', 'p1'],
  ]);
  db.close();
});

it('follows every later write, whoever makes it', () => {
  const db = open();
  step(db);
  db.exec(asset('a3'));
  db.exec(`UPDATE assets SET name = 'Arum', binned_at = 7 WHERE id = 'a3'`);
  expect(all(db, `SELECT shelf FROM library_entries WHERE asset_id = 'a3'`)).toEqual([['bin']]);
  expect(found(db, 'arum')).toEqual(['a3']);

  db.exec(`INSERT INTO products (id, sku, title, description, price_minor, currency, stock, folded,
      created_at, updated_at) VALUES ('s', 'POT-1', 'Cœur de Marie', '', 1, 'EUR', 1, '', 1, 1);
    INSERT INTO product_photos VALUES ('s', 0, 'a3');
    INSERT INTO asset_alts VALUES ('a3', 'Une fleur blanche', 1)`);
  expect([found(db, 'coeur'), found(db, 'blanche')]).toEqual([['a3'], ['a3']]);
  db.exec(`UPDATE products SET title = 'Dicentra' WHERE id = 's'; DELETE FROM asset_alts`);
  expect([found(db, 'coeur'), found(db, 'blanche'), found(db, 'dicentra')]).toEqual([
    [],
    [],
    ['a3'],
  ]);

  const withCover = JSON.stringify({ media: [], coverAssetId: 'a3' });
  db.exec(`UPDATE posts SET content = '${withCover}'`);
  expect(all(db, `SELECT asset_id FROM library_uses WHERE user_kind = 'post'`)).toEqual([['a3']]);
  db.exec(`DELETE FROM product_photos; DELETE FROM assets WHERE id IN ('a3', 'made')`);
  expect(all(db, `SELECT * FROM library_uses WHERE user_kind = 'made'`)).toEqual([]);
  expect(found(db, 'arum')).toEqual([]);
  db.close();
});

it('gives stars from none to five, and an asset each tag once', () => {
  const db = open();
  step(db);
  expect(() => db.exec('UPDATE library_entries SET rating = 6')).toThrow('CHECK');
  db.exec(`INSERT INTO library_tags VALUES ('t', 'Noël', 'noel')`);
  db.exec(`INSERT INTO library_asset_tags VALUES ('t', 'a1')`);
  expect(() => db.exec(`INSERT INTO library_tags VALUES ('u', 'noel', 'noel')`)).toThrow('UNIQUE');
  expect(() => db.exec(`INSERT INTO library_asset_tags VALUES ('t', 'a1')`)).toThrow('UNIQUE');
  expect(found(db, 'noel')).toEqual(['a1']);
  db.exec(`DELETE FROM library_tags`);
  expect(found(db, 'noel')).toEqual([]);
  db.close();
});

import type { Migration } from '../migration.ts';

const tables = `
  -- Until a binned asset is erased it can come back; media writes this.
  ALTER TABLE assets ADD COLUMN binned_at INTEGER;
  -- Read when an asset is erased: what points at it, and whether another has the same file.
  CREATE INDEX assets_same ON assets (same_as) WHERE same_as IS NOT NULL;
  CREATE INDEX assets_place ON assets (place);

  -- One row for each asset that the library shows. The key is its own: a vacuum may number the rows
  -- of assets anew. What is copied from assets is kept equal by triggers, so that a list is read from
  -- one narrow table.
  CREATE TABLE library_entries (
    key INTEGER PRIMARY KEY,
    asset_id TEXT NOT NULL UNIQUE REFERENCES assets (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    format TEXT,
    name TEXT NOT NULL,
    file_name TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    binned_at INTEGER,
    -- merged: one of several that were alike, of which another now stands for all
    shelf TEXT NOT NULL CHECK (shelf IN ('open', 'bin', 'merged')),
    rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
    is_favourite INTEGER NOT NULL DEFAULT 0 CHECK (is_favourite IN (0, 1))
  ) STRICT;
  -- What most lists ask for stands in it, so that they are read from it alone.
  CREATE INDEX library_listed ON library_entries
    (shelf, created_at, key, kind, origin, format, rating, is_favourite);
  CREATE INDEX library_binned ON library_entries (binned_at) WHERE binned_at IS NOT NULL;

  CREATE TABLE library_tags (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    -- without accents or case: two tags never differ by these alone
    folded TEXT NOT NULL UNIQUE
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE library_asset_tags (
    tag_id TEXT NOT NULL REFERENCES library_tags (id) ON DELETE CASCADE,
    asset_id TEXT NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, asset_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX library_tags_of ON library_asset_tags (asset_id);

  -- What takes a change back, for a day.
  CREATE TABLE library_changes (
    id TEXT PRIMARY KEY,
    undo TEXT NOT NULL CHECK (json_valid(undo)),
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Who shows an asset, read from what they hold; photos of products are in product_photos.
  CREATE TABLE library_uses (
    asset_id TEXT NOT NULL,
    user_kind TEXT NOT NULL CHECK (user_kind IN ('post', 'repeat', 'evergreen', 'creation', 'made')),
    user_id TEXT NOT NULL,
    PRIMARY KEY (asset_id, user_kind, user_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX library_uses_by ON library_uses (user_kind, user_id);
`;

type User = { kind: string; table: string; column: string; sources: readonly Source[] };
/** Where in a JSON text the ids of assets stand. */
type Source = (json: string) => { from: string; asset: string; where?: string };

const content: readonly Source[] = [
  (json) => ({ from: `json_each(${json}, '$.media') m`, asset: `m.value ->> '$.assetId'` }),
  (json) => ({ from: '(SELECT 1)', asset: `${json} ->> '$.coverAssetId'` }),
];
const scene: readonly Source[] = [
  (json) => ({
    from: `json_tree(${json}) t`,
    asset: 't.value',
    where: `t.key = 'photoId' AND t.type = 'text'`,
  }),
];

const users: readonly User[] = [
  { kind: 'post', table: 'posts', column: 'content', sources: content },
  { kind: 'repeat', table: 'repeats', column: 'content', sources: content },
  { kind: 'evergreen', table: 'evergreen_entries', column: 'content', sources: content },
  { kind: 'creation', table: 'creations', column: 'scenes', sources: scene },
  { kind: 'made', table: 'assets', column: 'scene', sources: scene },
];

/** Uses follow every write of what holds them, whoever writes it. */
function usesOf({ kind, table, column, sources }: User): string {
  const insert = (json: string, id: string, holder: string) =>
    sources
      .map((source) => {
        const { from, asset, where = '1' } = source(json);
        return `INSERT OR IGNORE INTO library_uses SELECT ${asset}, '${kind}', ${id}
          FROM ${holder}${from} WHERE ${where} AND ${asset} IS NOT NULL;`;
      })
      .join('\n');
  const take = insert(`new.${column}`, 'new.id', '');
  const drop = `DELETE FROM library_uses WHERE user_kind = '${kind}' AND user_id = old.id;`;
  return `
    ${insert(`h.${column}`, 'h.id', `${table} h, `)}
    CREATE TRIGGER library_${kind}_added AFTER INSERT ON ${table}
      WHEN new.${column} IS NOT NULL BEGIN ${take} END;
    CREATE TRIGGER library_${kind}_changed AFTER UPDATE OF ${column} ON ${table}
      WHEN new.${column} IS NOT old.${column} BEGIN ${drop} ${take} END;
    CREATE TRIGGER library_${kind}_gone AFTER DELETE ON ${table} BEGIN ${drop} END;
  `;
}

const cuts = `
  INSERT OR IGNORE INTO library_uses SELECT source_asset_id, 'made', asset_id FROM renditions;
  CREATE TRIGGER library_cut_added AFTER INSERT ON renditions BEGIN
    INSERT OR IGNORE INTO library_uses VALUES (new.source_asset_id, 'made', new.asset_id);
  END;
`;

const shelf = `CASE WHEN new.same_as IS NOT NULL THEN 'merged'
  WHEN new.binned_at IS NOT NULL THEN 'bin' ELSE 'open' END`;

const entries = `
  INSERT INTO library_entries (asset_id, kind, origin, format, name, file_name, size_bytes,
      created_at, shelf)
    SELECT id, kind, origin, format, name, name, size_bytes, created_at,
      iif(same_as IS NULL, 'open', 'merged')
    FROM assets WHERE kind <> 'file' ORDER BY created_at, id;
  CREATE TRIGGER library_asset_added AFTER INSERT ON assets WHEN new.kind <> 'file' BEGIN
    INSERT INTO library_entries (asset_id, kind, origin, format, name, file_name, size_bytes,
        created_at, binned_at, shelf)
      VALUES (new.id, new.kind, new.origin, new.format, new.name, new.name, new.size_bytes,
        new.created_at, new.binned_at, ${shelf});
  END;
  CREATE TRIGGER library_asset_changed AFTER UPDATE OF name, binned_at, same_as ON assets BEGIN
    UPDATE library_entries SET name = new.name, binned_at = new.binned_at,
      shelf = ${shelf} WHERE asset_id = new.id;
  END;
`;

// The index knows no more than that æ and œ are letters of their own.
const words = `
  CREATE VIEW library_text AS SELECT e.key, e.asset_id,
    replace(replace(replace(replace(e.name
      || ' ' || coalesce((SELECT text FROM asset_alts a WHERE a.asset_id = e.asset_id), '')
      || ' ' || coalesce((SELECT group_concat(t.name, ' ') FROM library_asset_tags g
          JOIN library_tags t ON t.id = g.tag_id WHERE g.asset_id = e.asset_id), '')
      || ' ' || coalesce((SELECT group_concat(p.title || ' ' || p.sku, ' ') FROM products p
          WHERE p.removed_at IS NULL AND p.id IN (
            SELECT product_id FROM asset_products WHERE asset_id = e.asset_id
            UNION SELECT product_id FROM product_photos WHERE asset_id = e.asset_id)), ''),
      'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae') AS words
    FROM library_entries e;
  CREATE VIRTUAL TABLE library_words USING fts5 (
    words, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
  );
  INSERT INTO library_words (rowid, words) SELECT key, words FROM library_text;
  CREATE TRIGGER library_entry_added AFTER INSERT ON library_entries BEGIN
    INSERT INTO library_words (rowid, words)
      SELECT key, words FROM library_text WHERE key = new.key;
  END;
  CREATE TRIGGER library_entry_gone AFTER DELETE ON library_entries BEGIN
    DELETE FROM library_words WHERE rowid = old.key;
  END;
`;

/** The words of an asset are read anew when anything that they come from is written. */
function rereads(): string {
  const reread = (where: string) => `
    DELETE FROM library_words WHERE rowid IN (SELECT key FROM library_entries WHERE ${where});
    INSERT INTO library_words (rowid, words) SELECT key, words FROM library_text WHERE ${where};`;
  const trigger = (name: string, on: string, where: string) =>
    `CREATE TRIGGER library_reads_${name} AFTER ${on} BEGIN ${reread(where)} END;`;
  const links = ['asset_alts', 'library_asset_tags', 'asset_products', 'product_photos'];
  return [
    trigger('name', 'UPDATE OF name ON library_entries WHEN new.name <> old.name', 'key = new.key'),
    trigger('alt', 'UPDATE OF text ON asset_alts', 'asset_id = new.asset_id'),
    trigger(
      'tag',
      'UPDATE OF name ON library_tags',
      'asset_id IN (SELECT asset_id FROM library_asset_tags WHERE tag_id = new.id)',
    ),
    trigger(
      'product',
      `UPDATE OF title, sku, removed_at ON products
       WHEN new.title <> old.title OR new.sku <> old.sku OR new.removed_at IS NOT old.removed_at`,
      `asset_id IN (SELECT asset_id FROM asset_products WHERE product_id = new.id
         UNION SELECT asset_id FROM product_photos WHERE product_id = new.id)`,
    ),
    ...links.flatMap((table) => [
      trigger(`${table}_new`, `INSERT ON ${table}`, 'asset_id = new.asset_id'),
      trigger(`${table}_old`, `DELETE ON ${table}`, 'asset_id = old.asset_id'),
    ]),
  ].join('\n');
}

export const migration: Migration = {
  version: 25,
  name: 'library',
  up(db) {
    db.exec(tables);
    for (const user of users) db.exec(usesOf(user));
    for (const part of [cuts, entries, words, rereads()]) db.exec(part);
  },
};

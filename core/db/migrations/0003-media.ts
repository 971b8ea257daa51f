import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 3,
  name: 'media',
  up(db) {
    db.exec(`
      -- place is where the bytes are, below media/, with slashes. An upload whose content was already
      -- in the library points at that asset.
      CREATE TABLE assets (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('photo', 'video', 'audio', 'file')),
        origin TEXT NOT NULL CHECK (origin IN ('import', 'studio', 'sample')),
        state TEXT NOT NULL CHECK (state IN ('uploaded', 'ready', 'damaged')),
        same_as TEXT REFERENCES assets (id),
        name TEXT NOT NULL,
        mime TEXT NOT NULL,
        place TEXT NOT NULL,
        thumb_place TEXT,
        width_px INTEGER,
        height_px INTEGER,
        duration_ms INTEGER,
        size_bytes INTEGER NOT NULL,
        hash TEXT NOT NULL,
        format TEXT,
        -- How light a photo's lightest parts are, 0 to 1.
        lightness REAL,
        scene TEXT CHECK (scene IS NULL OR json_valid(scene)),
        notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notes)),
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX assets_brought ON assets (hash)
        WHERE origin <> 'studio' AND kind <> 'file';
      CREATE INDEX assets_newest ON assets (created_at, id) WHERE kind <> 'file';
      CREATE INDEX assets_origin ON assets (origin, kind, created_at, id);

      CREATE TABLE asset_products (
        asset_id TEXT NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
        product_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (asset_id, product_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX asset_products_product ON asset_products (product_id);
    `);
  },
};

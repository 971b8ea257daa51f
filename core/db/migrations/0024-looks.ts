import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 24,
  name: 'looks',
  up(db) {
    db.exec(`
      -- A picture that sharp does not read is kept as it came; place then is a copy that it reads, and
      -- hash that copy's.
      ALTER TABLE assets ADD COLUMN source_place TEXT;
      ALTER TABLE assets ADD COLUMN source_hash TEXT;
      CREATE UNIQUE INDEX assets_source ON assets (source_hash) WHERE source_hash IS NOT NULL;

      -- How a photo looks: 64 bits of its shapes in hex, and 8 by 8 colours in three bytes each.
      CREATE TABLE asset_looks (
        asset_id TEXT PRIMARY KEY REFERENCES assets (id) ON DELETE CASCADE,
        print TEXT NOT NULL CHECK (length(print) = 16),
        tones BLOB NOT NULL CHECK (length(tones) = 192)
      ) STRICT, WITHOUT ROWID;

      -- Alike, but a person says that each is a picture of its own; one_id sorts before other_id.
      CREATE TABLE looks_apart (
        one_id TEXT NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
        other_id TEXT NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        PRIMARY KEY (one_id, other_id),
        CHECK (one_id < other_id)
      ) STRICT, WITHOUT ROWID;

      -- An asset merged into another has same_as set; here is what takes it back.
      CREATE TABLE asset_merges (
        asset_id TEXT PRIMARY KEY REFERENCES assets (id) ON DELETE CASCADE,
        kept_id TEXT NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
        -- products whose photo it was
        product_ids TEXT NOT NULL CHECK (json_valid(product_ids)),
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- The merchant's words for those who cannot see a picture.
      CREATE TABLE asset_alts (
        asset_id TEXT PRIMARY KEY REFERENCES assets (id) ON DELETE CASCADE,
        text TEXT NOT NULL CHECK (text <> ''),
        updated_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- Files of the watched folder as they were when looked at: the same file is not taken twice.
      CREATE TABLE watched_files (
        path TEXT PRIMARY KEY,
        size_bytes INTEGER NOT NULL,
        modified_ms REAL NOT NULL,
        lot_id TEXT,
        asset_id TEXT,
        -- false when the content was in the library before
        is_new INTEGER NOT NULL DEFAULT 0 CHECK (is_new IN (0, 1)),
        -- why it did not come in: code and params
        problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX watched_files_at ON watched_files (at);
      CREATE INDEX watched_files_lot ON watched_files (lot_id) WHERE lot_id IS NOT NULL;
    `);
  },
};

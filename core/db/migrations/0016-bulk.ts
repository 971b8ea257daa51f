import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 16,
  name: 'bulk',
  up(db) {
    db.exec(`
      -- Posts that were made in one step and can be taken back in one.
      CREATE TABLE post_batches (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        undone_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX post_batches_newest ON post_batches (created_at, id);
      CREATE TABLE post_batch_items (
        batch_id TEXT NOT NULL REFERENCES post_batches (id),
        place INTEGER NOT NULL,
        post_id TEXT NOT NULL REFERENCES posts (id),
        -- 1 while the undo of the batch holds it removed; then its plan as it was before.
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
        plan_wall TEXT,
        plan_zone TEXT,
        plan_at INTEGER,
        PRIMARY KEY (batch_id, place)
      ) STRICT, WITHOUT ROWID;

      -- A table of posts being looked at before it is imported: it outlives a closed window.
      CREATE TABLE bulk_sessions (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'discarded')),
        -- how the file was read: encoding, separator, headers
        reading TEXT NOT NULL CHECK (json_valid(reading)),
        -- which column feeds which field
        mapping TEXT NOT NULL CHECK (json_valid(mapping)),
        batch_id TEXT REFERENCES post_batches (id),
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX bulk_sessions_open ON bulk_sessions (created_at) WHERE state = 'open';
      -- cells as the file has them, edits by field over them
      CREATE TABLE bulk_rows (
        session_id TEXT NOT NULL REFERENCES bulk_sessions (id) ON DELETE CASCADE,
        row INTEGER NOT NULL,
        cells TEXT NOT NULL CHECK (json_valid(cells)),
        edits TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(edits)),
        left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1)),
        PRIMARY KEY (session_id, row)
      ) STRICT, WITHOUT ROWID;
      -- media that were brought along for the table, by the names they had in their folder
      CREATE TABLE bulk_files (
        session_id TEXT NOT NULL REFERENCES bulk_sessions (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        asset_id TEXT NOT NULL,
        PRIMARY KEY (session_id, name)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

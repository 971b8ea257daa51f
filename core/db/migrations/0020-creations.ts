import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 20,
  name: 'creations',
  up(db) {
    db.exec(`
      -- Pictures that can go on being changed: a scene for each format, as JSON.
      CREATE TABLE creations (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        scenes TEXT NOT NULL CHECK (json_valid(scenes)),
        -- the template, products and words that it was begun from
        source TEXT NOT NULL CHECK (json_valid(source)),
        version INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;
      CREATE INDEX creations_by_change ON creations (updated_at DESC, id DESC)
        WHERE removed_at IS NULL;

      -- The files made of them, and of which scene: the same scene is not made twice.
      CREATE TABLE creation_pictures (
        asset_id TEXT PRIMARY KEY REFERENCES assets (id) ON DELETE CASCADE,
        creation_id TEXT NOT NULL REFERENCES creations (id) ON DELETE CASCADE,
        format TEXT NOT NULL,
        print TEXT NOT NULL,
        made_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX creation_pictures_of ON creation_pictures (creation_id, format, made_at);
    `);
  },
};

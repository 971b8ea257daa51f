import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 27,
  name: 'films',
  up(db) {
    db.exec(`
      -- Videos that can go on being changed: parts, words and sounds for all formats, as JSON.
      CREATE TABLE films (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        film TEXT NOT NULL CHECK (json_valid(film)),
        product_ids TEXT NOT NULL CHECK (json_valid(product_ids)),
        version INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;
      CREATE INDEX films_by_change ON films (updated_at DESC, id DESC) WHERE removed_at IS NULL;

      -- The files made of them, and of which scene: the same scene is not made twice.
      CREATE TABLE film_videos (
        asset_id TEXT PRIMARY KEY REFERENCES assets (id) ON DELETE CASCADE,
        film_id TEXT NOT NULL REFERENCES films (id) ON DELETE CASCADE,
        format TEXT NOT NULL,
        print TEXT NOT NULL,
        made_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX film_videos_of ON film_videos (film_id, format, made_at);
    `);
  },
};

import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 17,
  name: 'words and cuts',
  up(db) {
    db.exec(`
      -- Words kept for the next post; a removed one can come back.
      CREATE TABLE snippets (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('text', 'hashtags', 'mention')),
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        updated_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;

      -- Of which asset another is a cut, and which: the original stays, and can be cut anew.
      CREATE TABLE renditions (
        asset_id TEXT PRIMARY KEY REFERENCES assets (id) ON DELETE CASCADE,
        source_asset_id TEXT NOT NULL,
        change TEXT NOT NULL CHECK (json_valid(change)),
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX renditions_source ON renditions (source_asset_id);

      -- How a video is encoded; NULL for pictures, and for films brought in before this was asked.
      ALTER TABLE assets ADD COLUMN film TEXT CHECK (film IS NULL OR json_valid(film));
    `);
  },
};

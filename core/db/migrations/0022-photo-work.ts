import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 22,
  name: 'photo-work',
  up(db) {
    db.exec(`
      -- What was done to a photo of the library; the photo itself stays as it came.
      CREATE TABLE photo_work (
        asset_id TEXT PRIMARY KEY REFERENCES assets (id) ON DELETE CASCADE,
        work TEXT NOT NULL CHECK (json_valid(work)),
        changed_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

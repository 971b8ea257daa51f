import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 10,
  name: 'hosted-pictures',
  up(db) {
    db.exec(`
      -- What lies in the shop's own storage for Instagram to fetch. A row is written before the upload
      -- and goes after the removal, so that nothing stays there when the studio dies in between.
      CREATE TABLE hosted_pictures (
        id TEXT PRIMARY KEY,
        -- The target that needs it; none for what is needed for a time only.
        target_id TEXT,
        -- Where it lies: the settings as they were, without the secret.
        place TEXT NOT NULL CHECK (json_valid(place)),
        -- What DELETE is asked of; none where the storage names it only in its answer.
        remove_url TEXT,
        put_at INTEGER NOT NULL,
        keep_until INTEGER NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        next_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX hosted_pictures_due ON hosted_pictures (next_at);
    `);
  },
};

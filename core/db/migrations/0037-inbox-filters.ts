import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 37,
  name: 'inbox-filters',
  up(db) {
    db.exec(`
      -- What a list of the inbox showed, kept under a name.
      CREATE TABLE inbox_filters (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        -- two names that differ by accents or case alone are one
        folded TEXT NOT NULL,
        -- as shared/contract/inbox-filters.ts has it
        content TEXT NOT NULL CHECK (json_valid(content)),
        place INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX inbox_filters_named ON inbox_filters (folded) WHERE removed_at IS NULL;

      -- The newest threads of what is asked for rarely, without looking through all others.
      CREATE INDEX threads_of_intent ON threads (intent, last_key DESC)
        WHERE spoken = 1 AND spam = 0;
      CREATE INDEX threads_of_language ON threads (language, last_key DESC)
        WHERE spoken = 1 AND spam = 0;
      CREATE INDEX threads_of_both ON threads (intent, language, last_key DESC)
        WHERE spoken = 1 AND spam = 0;

      -- Item of the outbox that takes a deed back on the network.
      ALTER TABLE automation_deeds ADD COLUMN undo_id TEXT;
    `);
  },
};

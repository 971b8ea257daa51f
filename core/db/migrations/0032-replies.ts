import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 32,
  name: 'replies',
  up(db) {
    db.exec(`
      -- Answers kept for the inbox; a removed one can come back.
      CREATE TABLE saved_replies (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        shortcut TEXT,
        intent TEXT,
        -- By language.
        texts TEXT NOT NULL CHECK (json_valid(texts)),
        updated_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX saved_replies_shortcut ON saved_replies (shortcut)
        WHERE shortcut IS NOT NULL AND removed_at IS NULL;

      -- What somebody has begun to answer; '' is whoever works where nobody said who they are.
      CREATE TABLE reply_drafts (
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        person_id TEXT NOT NULL,
        text TEXT NOT NULL,
        updated_at INTEGER NOT NULL,
        PRIMARY KEY (thread_id, person_id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

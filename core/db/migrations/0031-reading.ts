import type { Migration } from '../migration.ts';

/** What reading the networks has to remember: how far it came, what may be missing, what comes often. */
export const migration: Migration = {
  version: 31,
  name: 'reading',
  up(db) {
    db.exec(`
      ALTER TABLE watched_objects ADD COLUMN kind TEXT NOT NULL DEFAULT 'post'
        CHECK (kind IN ('post', 'conversation'));
      ALTER TABLE watched_objects ADD COLUMN read_at INTEGER;
      -- How many comments an hour came lately.
      ALTER TABLE watched_objects ADD COLUMN hourly REAL NOT NULL DEFAULT 0;
      -- UTC ms from which all pages are read again: old comments are edited, hidden and deleted too.
      ALTER TABLE watched_objects ADD COLUMN whole_at INTEGER NOT NULL DEFAULT 0;
      -- How many pages that took.
      ALTER TABLE watched_objects ADD COLUMN pages INTEGER NOT NULL DEFAULT 1;
      -- How many more the network counts than it lists; more than that, and some are missing here.
      ALTER TABLE watched_objects ADD COLUMN uncounted INTEGER;
      -- A reading that did not come to its end goes on at this cursor; '' begins at the first page.
      ALTER TABLE watched_objects ADD COLUMN gap_cursor TEXT;
      -- 1: on to the last page; 0: until a page brings nothing new.
      ALTER TABLE watched_objects ADD COLUMN gap_whole INTEGER NOT NULL DEFAULT 0;
      -- The newest word of a conversation, as the network's list told it.
      ALTER TABLE watched_objects ADD COLUMN heard_at INTEGER;
      CREATE INDEX comments_missing ON comments (account_id, missing_at)
        WHERE missing_at IS NOT NULL AND deleted = 0;
    `);
  },
};

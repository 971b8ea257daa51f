import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 35,
  name: 'records',
  up(db) {
    db.exec(`
      -- Hashes under a salt of this library: of authors, whose words up to an instant do not come back,
      -- and of single comments.
      CREATE TABLE forgotten (
        hash TEXT PRIMARY KEY,
        until_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      -- What was forgotten; nothing that says who it was.
      CREATE TABLE forget_receipts (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        person_of_team TEXT,
        outcome TEXT NOT NULL CHECK (json_valid(outcome))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX forget_receipts_at ON forget_receipts (at);

      -- How long a shop keeps what customers wrote; without a row for ever.
      CREATE TABLE keep_rules (
        shop_id TEXT PRIMARY KEY,
        months INTEGER NOT NULL CHECK (months IN (6, 12, 24, 36)),
        -- A look that was begun: everything before the one key, from the other on.
        before_key INTEGER,
        from_key INTEGER,
        removed INTEGER NOT NULL DEFAULT 0,
        last_at INTEGER,
        last_removed INTEGER
      ) STRICT, WITHOUT ROWID;

      -- Removing a comment asks who points at it.
      CREATE INDEX outbox_of_comment ON outbox (comment_key);
      CREATE INDEX outbox_of_thread ON outbox (thread_id);
      CREATE INDEX outbox_intents_of ON outbox_intents (outbox_id);
    `);
  },
};

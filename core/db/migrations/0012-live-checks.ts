import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 12,
  name: 'live checks',
  up(db) {
    db.exec(`
      -- What reading a published post back has shown, and when to read it again.
      ALTER TABLE targets ADD COLUMN live TEXT CHECK (live IS NULL OR json_valid(live));
      -- How full an account's day is, is counted by the times around one.
      CREATE INDEX targets_day ON targets (account_id, due_at) WHERE role = 'post';

      -- The day's limit as the network told it last.
      CREATE TABLE publishing_limits (
        account_id TEXT PRIMARY KEY,
        used INTEGER NOT NULL,
        total INTEGER NOT NULL,
        window_ms INTEGER NOT NULL,
        read_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX intents_at ON intents (at);
    `);
  },
};

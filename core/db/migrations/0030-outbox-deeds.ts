import type { Migration } from '../migration.ts';

const outbox = `
  -- Of a like or a block: 1 sets it, 0 takes it back.
  ALTER TABLE outbox ADD COLUMN is_on INTEGER;
  -- The picture that goes with an answer, and its bytes as they were when the answer was written.
  ALTER TABLE outbox ADD COLUMN asset_id TEXT;
  ALTER TABLE outbox ADD COLUMN asset_hash TEXT;
`;

const marks = `
  CREATE TABLE comment_likes (
    comment_key INTEGER PRIMARY KEY REFERENCES comments (key) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE blocked_people (
    account_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Why, in the merchant's words. It never leaves this computer.
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (account_id, person_id)
  ) STRICT, WITHOUT ROWID;
`;

export const migration: Migration = {
  version: 30,
  name: 'outbox-deeds',
  up(db) {
    db.exec(outbox);
    db.exec(marks);
  },
};

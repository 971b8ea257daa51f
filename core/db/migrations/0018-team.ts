import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 18,
  name: 'team',
  up(db) {
    db.exec(`
      -- Who works at this computer. Nobody here: one owner, who needs no name.
      CREATE TABLE people (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'author', 'answers')),
        colour TEXT NOT NULL,
        -- scrypt of the PIN under a salt of its own, hex
        pin_hash TEXT,
        pin_salt TEXT,
        wrong_pins INTEGER NOT NULL DEFAULT 0,
        locked_until INTEGER,
        created_at INTEGER NOT NULL,
        removed_at INTEGER,
        CHECK ((pin_hash IS NULL) = (pin_salt IS NULL))
      ) STRICT, WITHOUT ROWID;

      -- A post that needs a second person's yes; without a row it needs none.
      CREATE TABLE approvals (
        post_id TEXT PRIMARY KEY REFERENCES posts (id),
        state TEXT NOT NULL CHECK (state IN ('needed', 'asked', 'approved', 'sent-back')),
        -- of the content that was approved: another content is not
        content_hash TEXT,
        -- nobody: made by a series while nobody was there
        author_id TEXT REFERENCES people (id),
        asked_at INTEGER,
        decided_by TEXT REFERENCES people (id),
        decided_at INTEGER,
        words TEXT NOT NULL DEFAULT ''
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX approvals_asked ON approvals (asked_at) WHERE state = 'asked';

      CREATE INDEX approvals_content ON approvals (content_hash) WHERE state = 'approved';

      CREATE TABLE post_notes (
        id TEXT PRIMARY KEY,
        post_id TEXT NOT NULL REFERENCES posts (id),
        person_id TEXT REFERENCES people (id),
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        resolved_at INTEGER,
        resolved_by TEXT REFERENCES people (id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX post_notes_post ON post_notes (post_id, at);

      CREATE TABLE post_history (
        id TEXT PRIMARY KEY,
        post_id TEXT NOT NULL REFERENCES posts (id),
        person_id TEXT REFERENCES people (id),
        kind TEXT NOT NULL,
        params TEXT NOT NULL CHECK (json_valid(params)),
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX post_history_post ON post_history (post_id, at, id);
    `);
  },
};

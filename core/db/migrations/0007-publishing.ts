import type { Migration } from '../migration.ts';

const targets = `
  -- One row for each post × account; a first comment is a row of its own under its post's.
  CREATE TABLE targets (
    id TEXT PRIMARY KEY,
    post_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    network TEXT NOT NULL CHECK (network IN ('facebook', 'instagram')),
    role TEXT NOT NULL CHECK (role IN ('post', 'first-comment')),
    parent_id TEXT REFERENCES targets (id),
    due_at INTEGER NOT NULL,
    grace_ms INTEGER,
    -- Grows with every decision from outside; work begun before it then writes nothing more.
    claim INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('scheduled', 'preparing', 'ready', 'publishing',
      'published', 'uncertain', 'waiting', 'failed', 'missed', 'cancelled')),
    progress TEXT NOT NULL CHECK (json_valid(progress)),
    next_at INTEGER,
    content TEXT CHECK (content IS NULL OR json_valid(content)),
    content_hash TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    intent_id TEXT,
    remote_id TEXT,
    permalink TEXT,
    published_at INTEGER,
    UNIQUE (post_id, account_id, role)
  ) STRICT;
  CREATE INDEX targets_due ON targets (next_at) WHERE next_at IS NOT NULL;
  CREATE INDEX targets_due_by_account ON targets (account_id, next_at)
    WHERE next_at IS NOT NULL;
  CREATE INDEX targets_state ON targets (role, state);
  CREATE INDEX targets_in_state ON targets (state);
  CREATE INDEX targets_remote ON targets (account_id, remote_id) WHERE remote_id IS NOT NULL;
  CREATE INDEX targets_published ON targets (account_id, published_at)
    WHERE published_at IS NOT NULL;
  CREATE INDEX targets_parent ON targets (parent_id) WHERE parent_id IS NOT NULL;

  -- What the network keeps for us before anybody sees it: photos, containers, hidden posts.
  CREATE TABLE remote_steps (
    target_id TEXT NOT NULL REFERENCES targets (id),
    name TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    detail TEXT NOT NULL CHECK (json_valid(detail)),
    at INTEGER NOT NULL,
    PRIMARY KEY (target_id, name)
  ) STRICT, WITHOUT ROWID;
`;

const calls = `
  -- Committed before a visible call; open until its outcome is known.
  CREATE TABLE intents (
    id TEXT PRIMARY KEY,
    target_id TEXT NOT NULL REFERENCES targets (id),
    call TEXT NOT NULL,
    handle TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT CHECK (outcome IN ('done', 'not-done')),
    settled_by TEXT CHECK (settled_by IN ('answer', 'reading', 'person')),
    settled_at INTEGER
  ) STRICT;
  CREATE INDEX intents_target ON intents (target_id, at);

  CREATE TABLE receipts (
    intent_id TEXT PRIMARY KEY REFERENCES intents (id),
    remote_id TEXT,
    trace_id TEXT,
    at INTEGER NOT NULL
  ) STRICT;

  -- Hidden objects of cancelled or changed posts, still to be removed from the network.
  CREATE TABLE discards (
    account_id TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    tries INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, remote_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX discards_due ON discards (next_at);

  -- Written to find out whether the disk takes anything again.
  CREATE TABLE publishing_pulse (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL
  ) STRICT;
`;

export const migration: Migration = {
  version: 7,
  name: 'publishing',
  up(db) {
    db.exec(targets);
    db.exec(calls);
  },
};

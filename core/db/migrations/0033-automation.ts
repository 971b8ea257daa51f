import type { Migration } from '../migration.ts';

const rules = `
  CREATE TABLE automation_rules (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- when and then, JSON as the contract has it
    content TEXT NOT NULL CHECK (json_valid(content)),
    per_hour INTEGER NOT NULL,
    -- grows with each change of when and then
    version INTEGER NOT NULL,
    -- the version that was tried on real comments
    tried_version INTEGER,
    -- UTC ms; only what is written from then on is acted upon
    enabled_at INTEGER,
    updated_at INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT, WITHOUT ROWID;

  -- New comments that no rule has looked at yet. Written with the comment, removed with what was done.
  CREATE TABLE automation_waiting (comment_key INTEGER PRIMARY KEY) STRICT;

  -- What was done by itself, or was not and why.
  CREATE TABLE automation_deeds (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL CHECK (source IN ('rule', 'away', 'closed')),
    rule_id TEXT,
    comment_key INTEGER NOT NULL,
    thread_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    person_id TEXT,
    kind TEXT NOT NULL,
    -- the kind, and of tags which: the same is done once to a comment
    slot TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'not-done', 'undone')),
    reason TEXT,
    -- what was said, or the tag
    text TEXT,
    -- outbox item or order
    made_id TEXT,
    -- what undoing brings back
    before TEXT,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX automation_deeds_once ON automation_deeds (comment_key, slot)
    WHERE state <> 'not-done';
  CREATE INDEX automation_deeds_newest ON automation_deeds (at DESC, id);
  CREATE INDEX automation_deeds_of_rule ON automation_deeds (rule_id, at DESC);
  CREATE INDEX automation_deeds_of_thread ON automation_deeds (thread_id, at DESC);

  -- Whoever was told that nobody is there, once an absence.
  CREATE TABLE automation_greeted (
    absence TEXT NOT NULL,
    account_id TEXT NOT NULL,
    -- the network's id of the person, or the thread where there is none
    person_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (absence, account_id, person_id)
  ) STRICT, WITHOUT ROWID;

  -- Waits that were told of: a thread and the first of the words that wait.
  CREATE TABLE automation_told (
    thread_id TEXT NOT NULL,
    waits_since INTEGER NOT NULL,
    PRIMARY KEY (thread_id, waits_since)
  ) STRICT, WITHOUT ROWID;
`;

const orders = `
  -- What a customer wants to buy, as far as it was understood; money is taken elsewhere.
  CREATE TABLE order_drafts (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    comment_key INTEGER,
    person_id TEXT,
    person_name TEXT NOT NULL,
    product_id TEXT,
    title TEXT NOT NULL,
    sku TEXT NOT NULL DEFAULT '',
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
    -- of one piece
    price_minor INTEGER,
    currency TEXT,
    note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('open', 'sent', 'dropped')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((price_minor IS NULL) = (currency IS NULL))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX order_drafts_newest ON order_drafts (state, created_at DESC);
  CREATE INDEX order_drafts_of_thread ON order_drafts (thread_id);
  CREATE INDEX order_drafts_of_person ON order_drafts (account_id, person_id)
    WHERE person_id IS NOT NULL;
`;

export const migration: Migration = {
  version: 33,
  name: 'automation',
  up(db) {
    db.exec(rules);
    db.exec(orders);
  },
};

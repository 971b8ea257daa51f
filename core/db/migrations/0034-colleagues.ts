import type { Migration } from '../migration.ts';

const aboutThreads = `
  -- What colleagues write to one another about a thread; no network ever gets it.
  CREATE TABLE thread_notes (
    id TEXT PRIMARY KEY,
    thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    -- NULL: written where the shop has named nobody.
    person_id TEXT,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    edited_at INTEGER,
    removed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX thread_notes_thread ON thread_notes (thread_id, at);
  CREATE INDEX thread_notes_removed ON thread_notes (removed_at) WHERE removed_at IS NOT NULL;

  CREATE TABLE thread_mentions (
    note_id TEXT NOT NULL REFERENCES thread_notes (id) ON DELETE CASCADE,
    person_id TEXT NOT NULL,
    seen_at INTEGER,
    PRIMARY KEY (note_id, person_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX thread_mentions_unseen ON thread_mentions (person_id) WHERE seen_at IS NULL;

  -- Who is answering a thread, from which window, until when.
  CREATE TABLE thread_claims (
    thread_id TEXT PRIMARY KEY REFERENCES threads (id) ON DELETE CASCADE,
    person_id TEXT,
    holder TEXT NOT NULL,
    at INTEGER NOT NULL,
    until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Who did what with a thread. Never a customer's words: ids, names of deeds, figures.
  CREATE TABLE thread_deeds (
    id TEXT PRIMARY KEY,
    thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    outbox_id TEXT,
    person_id TEXT,
    -- 1: the studio did it by itself, by a rule.
    by_studio INTEGER NOT NULL,
    kind TEXT NOT NULL,
    params TEXT NOT NULL CHECK (json_valid(params)),
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX thread_deeds_thread ON thread_deeds (thread_id, id);
  CREATE INDEX thread_deeds_outbox ON thread_deeds (outbox_id) WHERE outbox_id IS NOT NULL;
`;

const aboutPeople = `
  -- Somebody about whom the shop noted something. Known by the account and the network's id; who came
  -- without an id is known by one thread alone.
  CREATE TABLE customers (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    person_id TEXT,
    thread_id TEXT REFERENCES threads (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- The same for all whom somebody said to be one person.
    same_id TEXT,
    created_at INTEGER NOT NULL,
    CHECK ((person_id IS NULL) <> (thread_id IS NULL))
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX customers_person ON customers (account_id, person_id)
    WHERE person_id IS NOT NULL;
  CREATE UNIQUE INDEX customers_thread ON customers (thread_id) WHERE thread_id IS NOT NULL;
  CREATE INDEX customers_same ON customers (same_id) WHERE same_id IS NOT NULL;

  CREATE TABLE customer_tags (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- Without case and accents: two names that differ by these alone are one tag.
    folded TEXT NOT NULL UNIQUE,
    colour TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE customer_tagged (
    customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    tag_id TEXT NOT NULL REFERENCES customer_tags (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, tag_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX customer_tagged_tag ON customer_tagged (tag_id);

  CREATE TABLE customer_notes (
    id TEXT PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    person_id TEXT,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    edited_at INTEGER,
    removed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX customer_notes_customer ON customer_notes (customer_id, at);
  CREATE INDEX customer_notes_removed ON customer_notes (removed_at) WHERE removed_at IS NOT NULL;
`;

const answerTimes = `
  -- Answers by when they were given: few beside what customers write.
  CREATE INDEX comments_of_ours ON comments (key) WHERE mine = 1;
`;

export const migration: Migration = {
  version: 34,
  name: 'colleagues',
  up(db) {
    for (const sql of [aboutThreads, aboutPeople, answerTimes]) db.exec(sql);
  },
};

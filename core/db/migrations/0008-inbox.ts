import type { Migration } from '../migration.ts';

const threadsAndComments = `
  CREATE TABLE threads (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    network TEXT NOT NULL,
    post_remote_id TEXT NOT NULL,
    -- The top comment's id after the last '_': under one account it tells threads apart.
    top_remote_id TEXT NOT NULL,
    person_id TEXT,
    person_name TEXT NOT NULL,
    last_key INTEGER NOT NULL,
    snippet TEXT NOT NULL,
    -- A customer has spoken in it; our own first comments alone are no conversation.
    spoken INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    -- The customer spoke last and nothing of ours is on its way.
    waits INTEGER NOT NULL DEFAULT 0,
    sign TEXT NOT NULL DEFAULT 'none',
    UNIQUE (account_id, top_remote_id)
  ) STRICT;
  CREATE INDEX threads_newest ON threads (last_key DESC) WHERE spoken = 1;
  CREATE INDEX threads_waiting ON threads (last_key DESC) WHERE waits = 1 AND done = 0;
  CREATE INDEX threads_done ON threads (last_key DESC) WHERE done = 1;
  CREATE INDEX threads_of_post ON threads (account_id, post_remote_id);

  CREATE TABLE comments (
    -- Created time in ms × 4096 + a running number: newest first is key order.
    key INTEGER PRIMARY KEY,
    account_id TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    full_remote_id TEXT NOT NULL,
    thread_id TEXT NOT NULL REFERENCES threads (id),
    parent_remote_id TEXT,
    from_id TEXT,
    from_name TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    mine INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    -- When a direct read first said that it is gone.
    missing_at INTEGER,
    -- 1 possible, 0 not, NULL not told.
    can_reply_privately INTEGER,
    private_reply_sent INTEGER NOT NULL DEFAULT 0,
    outbox_id TEXT,
    UNIQUE (account_id, remote_id)
  ) STRICT;
  CREATE INDEX comments_of_thread ON comments (thread_id, key);
`;

const searchIndex = `
  CREATE VIRTUAL TABLE comments_words USING fts5 (
    text, from_name,
    content = 'comments', content_rowid = 'key',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
  );
  -- A deleted person's words must not stay readable in the index.
  INSERT INTO comments_words (comments_words, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER comments_added AFTER INSERT ON comments BEGIN
    INSERT INTO comments_words (rowid, text, from_name) VALUES (new.key, new.text, new.from_name);
  END;
  CREATE TRIGGER comments_removed AFTER DELETE ON comments BEGIN
    INSERT INTO comments_words (comments_words, rowid, text, from_name)
    VALUES ('delete', old.key, old.text, old.from_name);
  END;
  CREATE TRIGGER comments_changed AFTER UPDATE OF text, from_name ON comments BEGIN
    INSERT INTO comments_words (comments_words, rowid, text, from_name)
    VALUES ('delete', old.key, old.text, old.from_name);
    INSERT INTO comments_words (rowid, text, from_name) VALUES (new.key, new.text, new.from_name);
  END;
`;

const counters = `
  -- Badges read four rows, whatever the number of threads.
  CREATE TABLE inbox_counters (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO inbox_counters VALUES ('all', 0), ('unread', 0), ('unanswered', 0);
  CREATE TRIGGER threads_counted AFTER INSERT ON threads BEGIN
    UPDATE inbox_counters SET n = n + new.spoken WHERE name = 'all';
    UPDATE inbox_counters SET n = n + new.unread WHERE name = 'unread';
    UPDATE inbox_counters SET n = n + (new.waits = 1 AND new.done = 0) WHERE name = 'unanswered';
  END;
  CREATE TRIGGER threads_recounted AFTER UPDATE OF spoken, unread, waits, done ON threads BEGIN
    UPDATE inbox_counters SET n = n + new.spoken - old.spoken WHERE name = 'all';
    UPDATE inbox_counters SET n = n + new.unread - old.unread WHERE name = 'unread';
    UPDATE inbox_counters
    SET n = n + (new.waits = 1 AND new.done = 0) - (old.waits = 1 AND old.done = 0)
    WHERE name = 'unanswered';
  END;
  CREATE TRIGGER threads_uncounted AFTER DELETE ON threads BEGIN
    UPDATE inbox_counters SET n = n - old.spoken WHERE name = 'all';
    UPDATE inbox_counters SET n = n - old.unread WHERE name = 'unread';
    UPDATE inbox_counters SET n = n - (old.waits = 1 AND old.done = 0) WHERE name = 'unanswered';
  END;
`;

const outbox = `
  CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    account_id TEXT NOT NULL,
    thread_id TEXT NOT NULL REFERENCES threads (id),
    comment_key INTEGER NOT NULL REFERENCES comments (key),
    text TEXT NOT NULL,
    -- Of a hide: 1 hides, 0 shows.
    hidden INTEGER,
    -- The parent's words when the answer was written: an edit since then is asked about.
    parent_text TEXT NOT NULL,
    state TEXT NOT NULL,
    -- UTC ms of the next step; 0 looks at each tick; NULL waits for a person or is over.
    next_at INTEGER,
    -- Reads made since the outcome became unclear at doubt_at.
    looks INTEGER NOT NULL DEFAULT 0,
    doubt_at INTEGER,
    intent_id TEXT,
    reason_code TEXT,
    reason_until INTEGER,
    question_code TEXT,
    question_at INTEGER,
    created_at INTEGER NOT NULL,
    settled_at INTEGER
  ) STRICT;
  CREATE INDEX outbox_due ON outbox (next_at) WHERE next_at IS NOT NULL;
  CREATE INDEX outbox_open ON outbox (thread_id, seq)
    WHERE state NOT IN ('sent', 'refused', 'withdrawn');

  CREATE TABLE outbox_intents (
    id TEXT PRIMARY KEY,
    outbox_id TEXT NOT NULL REFERENCES outbox (id),
    boot_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- NULL until settled: done, not-done, unknown.
    outcome TEXT,
    -- answer, reading, person.
    decided_by TEXT,
    settled_at INTEGER
  ) STRICT;
  CREATE TABLE outbox_receipts (
    intent_id TEXT PRIMARY KEY REFERENCES outbox_intents (id),
    remote_id TEXT,
    at INTEGER NOT NULL,
    trace_id TEXT
  ) STRICT;
`;

const watched = `
  CREATE TABLE watched_objects (
    account_id TEXT NOT NULL,
    object_id TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    -- Comments as the network last counted them, and as counted when all pages were read.
    counted INTEGER,
    counted_when_read INTEGER,
    next_at INTEGER NOT NULL,
    incomplete INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id, object_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX watched_due ON watched_objects (next_at);
`;

export const migration: Migration = {
  version: 8,
  name: 'inbox',
  up(db) {
    for (const sql of [threadsAndComments, searchIndex, counters, outbox, watched]) db.exec(sql);
  },
};

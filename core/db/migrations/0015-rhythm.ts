import type { Migration } from '../migration.ts';

const places = `
  -- Shops beside the first one, which stands in the settings.
  CREATE TABLE shops (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL CHECK (json_valid(place)),
    added_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- An account without a row, or without a shop in it, belongs to the first.
  CREATE TABLE account_places (
    account_id TEXT PRIMARY KEY,
    shop_id TEXT REFERENCES shops (id),
    usual_times TEXT CHECK (usual_times IS NULL OR json_valid(usual_times))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX account_places_shop ON account_places (shop_id) WHERE shop_id IS NOT NULL;
`;

const repeats = `
  CREATE TABLE repeats (
    id TEXT PRIMARY KEY,
    rule TEXT NOT NULL CHECK (json_valid(rule)),
    zone TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    variants TEXT NOT NULL CHECK (json_valid(variants)),
    added_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- A day of the series; that it stands here is what keeps it from being made twice.
  CREATE TABLE repeat_occurrences (
    repeat_id TEXT NOT NULL REFERENCES repeats (id),
    date TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('made', 'skipped', 'held')),
    post_id TEXT,
    -- the version as it was made: a higher one was written by a person
    post_version INTEGER,
    -- as it was planned, on the clocks of the series: another one was chosen by a person
    wall TEXT,
    reason TEXT,
    PRIMARY KEY (repeat_id, date)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX repeat_occurrences_post ON repeat_occurrences (post_id)
    WHERE post_id IS NOT NULL;
`;

const evergreen = `
  CREATE TABLE evergreen_pools (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    account_ids TEXT NOT NULL CHECK (json_valid(account_ids)),
    min_days INTEGER NOT NULL,
    max_uses INTEGER,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    added_at INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE evergreen_entries (
    id TEXT PRIMARY KEY,
    pool_id TEXT NOT NULL REFERENCES evergreen_pools (id),
    content TEXT NOT NULL CHECK (json_valid(content)),
    variants TEXT NOT NULL CHECK (json_valid(variants)),
    added_at INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX evergreen_entries_pool ON evergreen_entries (pool_id);
  -- An hour of the pool that was filled; it is not filled again, even if its post is taken back.
  CREATE TABLE evergreen_uses (
    pool_id TEXT NOT NULL REFERENCES evergreen_pools (id),
    slot_at INTEGER NOT NULL,
    entry_id TEXT NOT NULL REFERENCES evergreen_entries (id),
    post_id TEXT NOT NULL,
    PRIMARY KEY (pool_id, slot_at)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX evergreen_uses_entry ON evergreen_uses (entry_id, slot_at);
`;

const timing = `
  -- What the network counted for the account's own posts.
  CREATE TABLE post_results (
    account_id TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    -- likes and other reactions, and comments
    answers INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, remote_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE results_read (
    account_id TEXT PRIMARY KEY,
    next_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- Plans whose instant moved with the rules of their zone, until a person has seen it.
  CREATE TABLE moved_plans (
    post_id TEXT PRIMARY KEY,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    noticed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export const migration: Migration = {
  version: 15,
  name: 'rhythm',
  up(db) {
    for (const tables of [places, repeats, evergreen, timing]) db.exec(tables);
  },
};

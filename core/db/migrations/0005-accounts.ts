import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 5,
  name: 'accounts',
  up(db) {
    // A row stays when the account is disconnected: posts and comments still name it. Tokens are never
    // here, they live in the keyring.
    db.exec(`
      CREATE TABLE accounts (
        id TEXT PRIMARY KEY,
        network TEXT NOT NULL CHECK (network IN ('facebook', 'instagram')),
        remote_id TEXT NOT NULL,
        name TEXT NOT NULL,
        username TEXT,
        page_remote_id TEXT NOT NULL,
        user_remote_id TEXT NOT NULL,
        catalogue_remote_id TEXT,
        graph_url TEXT NOT NULL,
        is_practice INTEGER NOT NULL CHECK (is_practice IN (0, 1)),
        can TEXT NOT NULL CHECK (json_valid(can)),
        missing TEXT NOT NULL CHECK (json_valid(missing)),
        health TEXT NOT NULL
          CHECK (health IN ('ok', 'sign-in', 'permission', 'restricted', 'throttled')),
        health_code TEXT,
        health_until INTEGER,
        connected_at INTEGER NOT NULL,
        disconnected_at INTEGER,
        UNIQUE (network, remote_id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

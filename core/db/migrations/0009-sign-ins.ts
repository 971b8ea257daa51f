import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 9,
  name: 'sign-ins',
  up(db) {
    // One row a person who signed in, however many accounts speak through it. Instants are UTC ms; NULL
    // where there is no end or the network does not tell. Tokens are never here.
    db.exec(`
      CREATE TABLE sign_ins (
        user_remote_id TEXT PRIMARY KEY,
        way TEXT NOT NULL CHECK (way IN ('own-app', 'broker', 'token')),
        -- The person's token.
        expires_at INTEGER,
        -- The network's leave to give data; apart from any token.
        access_ends_at INTEGER,
        -- The Pages' tokens: they outlive the person's when that one was a long one.
        pages_end_at INTEGER,
        signed_in_at INTEGER NOT NULL,
        -- What the person was told of its end; a new sign-in begins anew.
        told TEXT CHECK (told IN ('soon', 'over'))
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

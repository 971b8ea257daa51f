import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 38,
  name: 'customer-pictures',
  up(db) {
    db.exec(`
      -- What came with a comment or message beside its words. Its small still lies in the cache, named by the
      -- hash of its bytes; it can be fetched again, so backups go without it.
      CREATE TABLE comment_pictures (
        comment_key INTEGER NOT NULL REFERENCES comments (key) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('image', 'film', 'sound', 'file')),
        -- As the network told it last; most are good for days only.
        url TEXT,
        -- As told, then as kept: the room that it takes does not change when it comes.
        width_px INTEGER,
        height_px INTEGER,
        state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'here', 'no')),
        -- Of one that cannot be shown: why.
        code TEXT,
        hash TEXT,
        size_bytes INTEGER,
        moves INTEGER NOT NULL DEFAULT 0,
        seen_at INTEGER,
        PRIMARY KEY (comment_key, place),
        CHECK ((state = 'here') = (hash IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX comment_pictures_kept ON comment_pictures (hash) WHERE hash IS NOT NULL;

      INSERT INTO comment_pictures (comment_key, place, kind, url)
        SELECT key, 0, 'image', attachment_url FROM comments WHERE attachment_url IS NOT NULL;
    `);
  },
};

import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 6,
  name: 'posts',
  up(db) {
    db.exec(`
      CREATE TABLE posts (
        id TEXT PRIMARY KEY,
        -- accounts, captions, media, link and first comment as the contract has them
        content TEXT NOT NULL CHECK (json_valid(content)),
        title TEXT NOT NULL,
        version INTEGER NOT NULL,
        grace_minutes INTEGER,
        -- the instant, and the wall time and zone that the merchant chose
        plan_at INTEGER,
        plan_wall TEXT,
        plan_zone TEXT,
        -- same words and pictures have the same print
        content_print TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        removed_at INTEGER,
        CHECK ((plan_at IS NULL) = (plan_wall IS NULL) AND (plan_at IS NULL) = (plan_zone IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX posts_plan ON posts (plan_at, id)
        WHERE plan_at IS NOT NULL AND removed_at IS NULL;
      CREATE INDEX posts_drafts ON posts (updated_at, id)
        WHERE plan_at IS NULL AND removed_at IS NULL;
      CREATE INDEX posts_print ON posts (content_print) WHERE removed_at IS NULL;

      -- which products a post shows: its tags and what its pictures show; kept with the content
      CREATE TABLE post_products (
        product_id TEXT NOT NULL,
        post_id TEXT NOT NULL REFERENCES posts (id),
        PRIMARY KEY (product_id, post_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX post_products_post ON post_products (post_id);
    `);
  },
};

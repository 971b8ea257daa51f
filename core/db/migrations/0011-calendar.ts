import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 11,
  name: 'calendar',
  up(db) {
    db.exec(`
      -- What a calendar shows of a post's content, kept with it, so that a month is read from the
      -- index alone. removed_at stands in the index for SQLite to take it as covering.
      ALTER TABLE posts ADD COLUMN account_ids TEXT NOT NULL DEFAULT '[]'
        CHECK (json_valid(account_ids));
      ALTER TABLE posts ADD COLUMN first_asset_id TEXT;
      UPDATE posts SET account_ids = content ->> '$.accountIds',
        first_asset_id = content ->> '$.media[0].assetId';
      CREATE INDEX posts_calendar
        ON posts (plan_at, id, title, plan_wall, plan_zone, account_ids, first_asset_id, removed_at)
        WHERE plan_at IS NOT NULL AND removed_at IS NULL;
      DROP INDEX posts_plan;
    `);
  },
};

import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 14,
  name: 'campaigns',
  up(db) {
    db.exec(`
      CREATE TABLE campaigns (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        -- first and last day on the shop's calendar, as 2026-11-26
        starts_on TEXT NOT NULL,
        ends_on TEXT NOT NULL,
        colour TEXT NOT NULL,
        -- goal and link parameters as the contract has them
        goal TEXT CHECK (goal IS NULL OR json_valid(goal)),
        utm TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(utm)),
        archived_at INTEGER,
        removed_at INTEGER,
        updated_at INTEGER NOT NULL,
        CHECK (starts_on <= ends_on)
      ) STRICT, WITHOUT ROWID;

      ALTER TABLE posts ADD COLUMN campaign_id TEXT REFERENCES campaigns (id);
      CREATE INDEX posts_campaign ON posts (campaign_id, plan_at)
        WHERE campaign_id IS NOT NULL AND removed_at IS NULL;
      -- A month is still read from one index.
      DROP INDEX posts_calendar;
      CREATE INDEX posts_calendar
        ON posts (plan_at, id, title, plan_wall, plan_zone, account_ids, first_asset_id, campaign_id,
          removed_at)
        WHERE plan_at IS NOT NULL AND removed_at IS NULL;
    `);
  },
};

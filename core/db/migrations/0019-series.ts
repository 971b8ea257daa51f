import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 19,
  name: 'series',
  up(db) {
    db.exec(`
      CREATE TABLE caption_templates (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        -- other texts by network
        captions TEXT NOT NULL CHECK (json_valid(captions)),
        removed_at INTEGER
      ) STRICT, WITHOUT ROWID;

      -- Posts made together from products.
      CREATE TABLE product_series (
        id TEXT PRIMARY KEY,
        wish TEXT NOT NULL CHECK (json_valid(wish)),
        zone TEXT NOT NULL,
        started_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE product_series_items (
        series_id TEXT NOT NULL REFERENCES product_series (id),
        product_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        -- where its post is to go
        at INTEGER NOT NULL,
        wall TEXT NOT NULL,
        -- the job that makes its picture; none when it is made or given up
        job_id TEXT,
        post_id TEXT,
        -- the words as they were written: others were written by a person
        made TEXT CHECK (made IS NULL OR json_valid(made)),
        -- the prices that words and picture quote, in minor units
        price_minor INTEGER NOT NULL,
        sale_price_minor INTEGER,
        -- why it has no picture: code and params
        problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
        is_excluded INTEGER NOT NULL DEFAULT 0 CHECK (is_excluded IN (0, 1)),
        PRIMARY KEY (series_id, product_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX product_series_items_job ON product_series_items (job_id)
        WHERE job_id IS NOT NULL;
    `);
  },
};

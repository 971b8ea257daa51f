import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 28,
  name: 'film-orders',
  up(db) {
    db.exec(`
      -- How the film was begun: the wish and what came of it. What still says the same follows its products.
      ALTER TABLE films ADD COLUMN begun TEXT CHECK (begun IS NULL OR json_valid(begun));
      -- Films begun together, one for each product.
      ALTER TABLE films ADD COLUMN batch_id TEXT;
      -- The latest order of its videos, and in which formats.
      ALTER TABLE films ADD COLUMN job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL;
      ALTER TABLE films ADD COLUMN ordered TEXT CHECK (ordered IS NULL OR json_valid(ordered));
      CREATE INDEX films_of_batch ON films (batch_id, created_at) WHERE batch_id IS NOT NULL;
      CREATE INDEX films_of_job ON films (job_id) WHERE job_id IS NOT NULL;

      -- Which version of the film the file shows.
      ALTER TABLE film_videos ADD COLUMN film_version INTEGER;

      -- Work with a lower place is begun earlier; of the same place, what was ordered first.
      ALTER TABLE jobs ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
    `);
  },
};

import type { Migration } from '../migration.ts';

const exportTables = `
      -- Files written into folders of the merchant's: taken up again after a crash.
      CREATE TABLE exports (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
        wish TEXT NOT NULL CHECK (json_valid(wish)),
        folder TEXT NOT NULL,
        total INTEGER NOT NULL,
        written INTEGER NOT NULL DEFAULT 0,
        skipped INTEGER NOT NULL DEFAULT 0,
        problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX exports_open ON exports (created_at) WHERE state = 'running';
      CREATE TABLE export_files (
        export_id TEXT NOT NULL REFERENCES exports (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        -- what is written: JSON for the exporter
        source TEXT NOT NULL CHECK (json_valid(source)),
        state TEXT NOT NULL CHECK (state IN ('waits', 'written', 'skipped', 'failed')),
        problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
        PRIMARY KEY (export_id, place)
      ) STRICT, WITHOUT ROWID;
`;

export const migration: Migration = {
  version: 23,
  name: 'batches',
  up(db) {
    db.exec(`
      -- Products × templates × formats, kept so that they can be made again.
      CREATE TABLE batches (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        spec TEXT NOT NULL CHECK (json_valid(spec)),
        -- the job of the latest run; paused ones have none at work
        job_id TEXT,
        paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX batches_by_change ON batches (updated_at, id) WHERE removed_at IS NULL;

      -- One picture of a batch: what was made of it and what was decided about it. print tells the
      -- scene, the photos and the drawing apart of which the asset was made.
      CREATE TABLE batch_pictures (
        batch_id TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
        product_id TEXT NOT NULL,
        template_id TEXT NOT NULL,
        format TEXT NOT NULL,
        asset_id TEXT REFERENCES assets (id) ON DELETE SET NULL,
        print TEXT,
        notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notes)),
        problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
        excluded INTEGER NOT NULL DEFAULT 0 CHECK (excluded IN (0, 1)),
        -- another photo of the product than its first
        photo_asset_id TEXT,
        -- edited by hand: where that is kept, the scene it was begun from, and whether prices and
        -- titles are still followed
        creation_id TEXT,
        base_scene TEXT CHECK (base_scene IS NULL OR json_valid(base_scene)),
        follows INTEGER NOT NULL DEFAULT 0 CHECK (follows IN (0, 1)),
        PRIMARY KEY (batch_id, product_id, template_id, format)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX batch_pictures_asset ON batch_pictures (asset_id);
    `);
    db.exec(exportTables);
  },
};

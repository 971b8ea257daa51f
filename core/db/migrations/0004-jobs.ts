import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 4,
  name: 'jobs',
  up(db) {
    db.exec(`
      -- boot_id is the lease: a running job of another boot was cut off by a crash.
      CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('pictures', 'video')),
        title TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
        boot_id TEXT,
        total INTEGER NOT NULL,
        input TEXT NOT NULL CHECK (json_valid(input)),
        problem_code TEXT,
        problem_params TEXT CHECK (problem_params IS NULL OR json_valid(problem_params)),
        created_at INTEGER NOT NULL,
        started_at INTEGER,
        ended_at INTEGER
      ) STRICT;
      CREATE INDEX jobs_open ON jobs (state, created_at) WHERE state IN ('queued', 'running');
      CREATE INDEX jobs_newest ON jobs (created_at, id);

      CREATE TABLE job_files (
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        file TEXT NOT NULL CHECK (json_valid(file)),
        place INTEGER NOT NULL,
        PRIMARY KEY (job_id, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE job_problems (
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        problem TEXT NOT NULL CHECK (json_valid(problem)),
        PRIMARY KEY (job_id, key)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

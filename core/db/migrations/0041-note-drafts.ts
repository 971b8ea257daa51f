import type { Migration } from '../migration.ts';

/** What somebody has begun to write to their colleagues, kept as what they begin to answer is. */
export const migration: Migration = {
  version: 41,
  name: 'note-drafts',
  up(db) {
    db.exec(`
      CREATE TABLE note_drafts (
        thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
        person_id TEXT NOT NULL,
        text TEXT NOT NULL,
        updated_at INTEGER NOT NULL,
        PRIMARY KEY (thread_id, person_id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

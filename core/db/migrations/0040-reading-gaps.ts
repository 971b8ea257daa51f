import type { Migration } from '../migration.ts';

/** How far back the rows go that were read before the place where a reading was cut: what was deleted there
 *  would stand between two readings otherwise, and be missed by both. */
export const migration: Migration = {
  version: 40,
  name: 'reading-gaps',
  up(db) {
    db.exec('ALTER TABLE watched_objects ADD COLUMN gap_at INTEGER;');
  },
};

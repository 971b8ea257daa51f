import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 4,
  name: 'jobs',
  up(db) {
    db.exec('');
  },
};

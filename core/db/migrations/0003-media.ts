import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 3,
  name: 'media',
  up(db) {
    db.exec('');
  },
};

import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 6,
  name: 'posts',
  up(db) {
    db.exec('');
  },
};

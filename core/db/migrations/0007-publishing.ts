import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 7,
  name: 'publishing',
  up(db) {
    db.exec('');
  },
};

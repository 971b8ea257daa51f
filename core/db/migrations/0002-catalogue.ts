import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 2,
  name: 'catalogue',
  up(db) {
    db.exec('');
  },
};

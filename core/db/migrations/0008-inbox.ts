import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 8,
  name: 'inbox',
  up(db) {
    db.exec('');
  },
};

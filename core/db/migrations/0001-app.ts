import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 1,
  name: 'app',
  up(db) {
    db.exec(`
      CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE applied_changes (
        client_id TEXT NOT NULL,
        procedure TEXT NOT NULL,
        answer TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (client_id, procedure)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX applied_changes_at ON applied_changes (at);
    `);
  },
};

import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 21,
  name: 'brand-fonts',
  up(db) {
    db.exec(`
      -- Fonts that the merchant brought; their files stand in the folder under fonts/<id>.
      CREATE TABLE brand_fonts (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        weight INTEGER NOT NULL,
        style TEXT NOT NULL CHECK (style IN ('normal', 'italic')),
        embedding TEXT NOT NULL CHECK (embedding IN ('free', 'preview', 'restricted')),
        missing TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        added_at INTEGER NOT NULL
      ) STRICT;
    `);
  },
};

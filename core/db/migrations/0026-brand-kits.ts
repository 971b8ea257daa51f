import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 26,
  name: 'brand-kits',
  up(db) {
    db.exec(`
      -- The look of a shop. The first shop's name in pictures, logo and three colours stand in its
      -- settings, as other programs read them; here is what goes beyond. A further shop has all of its
      -- own kit here, or no row and the first one's.
      CREATE TABLE brand_kits (
        shop_id TEXT PRIMARY KEY,
        kit TEXT NOT NULL CHECK (json_valid(kit)),
        changed_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

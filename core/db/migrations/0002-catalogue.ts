import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 2,
  name: 'catalogue',
  up(db) {
    db.exec(`
      CREATE TABLE products (
        id TEXT PRIMARY KEY,
        sku TEXT NOT NULL CHECK (sku <> ''),
        gtin TEXT,
        title TEXT NOT NULL CHECK (title <> ''),
        description TEXT NOT NULL,
        price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
        sale_price_minor INTEGER CHECK (sale_price_minor >= 0 AND sale_price_minor < price_minor),
        currency TEXT NOT NULL,
        stock INTEGER NOT NULL,
        link TEXT,
        photo_count INTEGER NOT NULL DEFAULT 0,
        -- sku, title and gtin without accents or case: what the search field reads
        folded TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX products_sku ON products (sku) WHERE removed_at IS NULL;
      CREATE INDEX products_low_stock ON products (stock, id) WHERE removed_at IS NULL;
      CREATE INDEX products_no_photo ON products (id)
        WHERE removed_at IS NULL AND photo_count = 0;

      CREATE TABLE product_photos (
        product_id TEXT NOT NULL REFERENCES products (id),
        position INTEGER NOT NULL,
        asset_id TEXT NOT NULL,
        PRIMARY KEY (product_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX product_photos_asset ON product_photos (asset_id);

      -- one row a product and network catalogue; the hash tells whether it must be sent again
      CREATE TABLE remote_items (
        catalogue_remote_id TEXT NOT NULL,
        product_id TEXT NOT NULL REFERENCES products (id),
        item_id TEXT NOT NULL,
        sent_hash TEXT NOT NULL,
        sent_at INTEGER NOT NULL,
        PRIMARY KEY (catalogue_remote_id, product_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX remote_items_product ON remote_items (product_id);
    `);
  },
};

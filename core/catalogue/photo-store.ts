import type { Db } from '../db/transact.ts';

export type PhotoStore = ReturnType<typeof photoStore>;

/** The photos of each product, in the merchant's order. */
export function photoStore(db: Db) {
  const list = db
    .prepare<[string], string>(
      'SELECT asset_id FROM product_photos WHERE product_id = ? ORDER BY position',
    )
    .pluck();
  const clear = db.prepare<[string]>('DELETE FROM product_photos WHERE product_id = ?');
  const insert = db.prepare<[string, number, string]>(
    'INSERT INTO product_photos (product_id, position, asset_id) VALUES (?, ?, ?)',
  );
  const count = db.prepare<[number, string]>('UPDATE products SET photo_count = ? WHERE id = ?');

  return {
    list: (productId: string): string[] => list.all(productId),
    /** Puts `assetIds` in place of what was there; one asset stands once. */
    replace(productId: string, assetIds: readonly string[]): void {
      clear.run(productId);
      const unique = [...new Set(assetIds)];
      unique.forEach((assetId, position) => insert.run(productId, position, assetId));
      count.run(unique.length, productId);
    },
  };
}

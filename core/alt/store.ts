import type { Db } from '../db/transact.ts';

export type AltStore = ReturnType<typeof altStore>;

/** The merchant's own words for pictures; what else is known of them is read from their tables. */
export function altStore(db: Db) {
  const text = db
    .prepare<[string], string>('SELECT text FROM asset_alts WHERE asset_id = ?')
    .pluck();
  const put = db.prepare<[string, string, number]>(
    'INSERT OR REPLACE INTO asset_alts (asset_id, text, updated_at) VALUES (?, ?, ?)',
  );
  const remove = db.prepare<[string]>('DELETE FROM asset_alts WHERE asset_id = ?');
  const scene = db
    .prepare<[string], string | null>('SELECT scene FROM assets WHERE id = ?')
    .pluck();
  const products = db
    .prepare<{ assetId: string }, string>(
      `SELECT product_id FROM asset_products WHERE asset_id = @assetId
       UNION SELECT product_id FROM product_photos WHERE asset_id = @assetId`,
    )
    .pluck();

  return {
    text: (assetId: string) => text.get(assetId),
    put: (assetId: string, words: string, at: number) => void put.run(assetId, words, at),
    remove: (assetId: string) => void remove.run(assetId),
    isThere: (assetId: string) => scene.get(assetId) !== undefined,
    /** As JSON; null for what was not made here. */
    scene: (assetId: string) => scene.get(assetId) ?? null,
    productsOf: (assetId: string) => products.all({ assetId }),
  };
}

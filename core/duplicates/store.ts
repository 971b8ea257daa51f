import type { Db } from '../db/transact.ts';

export type AlikeRow = {
  id: string;
  name: string;
  widthPx: number | null;
  heightPx: number | null;
  sizeBytes: number;
  createdAt: number;
};
export type MergeRow = { assetId: string; keptId: string; productIds: string[] };

export type DuplicateStore = ReturnType<typeof duplicateStore>;

/** What a person decided about pictures that look alike. Assets are the library's: read here, and
 *  pointed at one another by its `same_as` alone. */
export function duplicateStore(db: Db) {
  const find = db.prepare<[string], AlikeRow>(
    `SELECT id, name, width_px AS widthPx, height_px AS heightPx, size_bytes AS sizeBytes,
       created_at AS createdAt FROM assets WHERE id = ? AND same_as IS NULL AND kind = 'photo'`,
  );
  const sizes = db.prepare<[], { id: string; sizeBytes: number }>(
    `SELECT id, size_bytes AS sizeBytes FROM assets WHERE kind = 'photo' AND same_as IS NULL`,
  );
  const productsOf = db
    .prepare<[string], string>('SELECT product_id FROM product_photos WHERE asset_id = ?')
    .pluck();
  const photosOf = db
    .prepare<[string], string>(
      'SELECT asset_id FROM product_photos WHERE product_id = ? ORDER BY position',
    )
    .pluck();
  // Posts and their targets are read here so that it is right at any time.
  const isPlanned = db
    .prepare<[string], 1>(
      `SELECT 1 FROM library_uses u JOIN posts p ON p.id = u.user_id AND p.removed_at IS NULL
         JOIN targets t ON t.post_id = p.id
       WHERE u.user_kind = 'post' AND u.asset_id = ? AND t.state NOT IN ('published', 'cancelled')
       LIMIT 1`,
    )
    .pluck();
  const isApart = db
    .prepare<[string, string], 1>('SELECT 1 FROM looks_apart WHERE one_id = ? AND other_id = ?')
    .pluck();
  const setApart = db.prepare<[string, string, number]>(
    'INSERT OR IGNORE INTO looks_apart (one_id, other_id, at) VALUES (?, ?, ?)',
  );
  const unsetApart = db.prepare<[string, string]>(
    'DELETE FROM looks_apart WHERE one_id = ? AND other_id = ?',
  );
  const point = db.prepare<[string | null, string]>('UPDATE assets SET same_as = ? WHERE id = ?');
  const follow = db.prepare<[string, string]>('UPDATE assets SET same_as = ? WHERE same_as = ?');
  const keepMerge = db.prepare<[string, string, string, number]>(
    'INSERT OR REPLACE INTO asset_merges (asset_id, kept_id, product_ids, at) VALUES (?, ?, ?, ?)',
  );
  const merge = db.prepare<[string], { assetId: string; keptId: string; productIds: string }>(
    `SELECT asset_id AS assetId, kept_id AS keptId, product_ids AS productIds
     FROM asset_merges WHERE asset_id = ?`,
  );
  const dropMerge = db.prepare<[string]>('DELETE FROM asset_merges WHERE asset_id = ?');

  return {
    find: (id: string) => find.get(id),
    /** In bytes, of every photo. */
    sizes: () => new Map(sizes.all().map(({ id, sizeBytes }) => [id, sizeBytes])),
    productsOf: (assetId: string) => productsOf.all(assetId),
    photosOf: (productId: string) => photosOf.all(productId),
    isPlanned: (assetId: string) => isPlanned.get(assetId) === 1,
    isApart: (one: string, other: string) => isApart.get(...ordered(one, other)) === 1,
    setApart: (one: string, other: string, at: number) =>
      void setApart.run(...ordered(one, other), at),
    unsetApart: (one: string, other: string) => void unsetApart.run(...ordered(one, other)),
    /** What was merged into it before goes along: a way of two steps would lead nowhere. */
    merge(assetId: string, keptId: string, productIds: readonly string[], at: number): void {
      follow.run(keptId, assetId);
      point.run(keptId, assetId);
      keepMerge.run(assetId, keptId, JSON.stringify(productIds), at);
    },
    unmerge(assetId: string): MergeRow | undefined {
      const row = merge.get(assetId);
      if (!row) return undefined;
      point.run(null, assetId);
      dropMerge.run(assetId);
      return { ...row, productIds: JSON.parse(row.productIds) as string[] };
    },
  };
}

function ordered(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}

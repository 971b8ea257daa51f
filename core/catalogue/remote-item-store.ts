import type { Db } from '../db/transact.ts';

export type RemoteItemRow = { productId: string; itemId: string; sentHash: string };
export type RemoteItemStore = ReturnType<typeof remoteItemStore>;

/** Which item of a network's catalogue stands for which product, and what was last sent of it. */
export function remoteItemStore(db: Db) {
  const latest = db
    .prepare<[string], string>(
      'SELECT item_id FROM remote_items WHERE product_id = ? ORDER BY sent_at DESC LIMIT 1',
    )
    .pluck();
  const find = db.prepare<[string, string], RemoteItemRow>(
    `SELECT product_id AS productId, item_id AS itemId, sent_hash AS sentHash
     FROM remote_items WHERE catalogue_remote_id = ? AND product_id = ?`,
  );
  const put = db.prepare<[string, string, string, string, number]>(
    `INSERT INTO remote_items (catalogue_remote_id, product_id, item_id, sent_hash, sent_at)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (catalogue_remote_id, product_id) DO UPDATE
     SET item_id = excluded.item_id, sent_hash = excluded.sent_hash, sent_at = excluded.sent_at`,
  );

  return {
    latest: (productId: string) => latest.get(productId),
    find: (catalogueRemoteId: string, productId: string) => find.get(catalogueRemoteId, productId),
    put: (catalogueRemoteId: string, item: RemoteItemRow, sentAt: number) =>
      put.run(catalogueRemoteId, item.productId, item.itemId, item.sentHash, sentAt),
  };
}

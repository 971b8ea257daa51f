import { change as changeShape, type MediaChange } from '../../shared/contract/renditions.ts';
import type { Db } from '../db/transact.ts';

export type Cut = { assetId: string; sourceAssetId: string; change: MediaChange };
type CutRow = { assetId: string; sourceAssetId: string; change: string };

const columns = 'asset_id AS assetId, source_asset_id AS sourceAssetId, change';

export type RenditionStore = ReturnType<typeof renditionStore>;

/** The one writer of renditions. */
export function renditionStore(db: Db) {
  const insert = db.prepare<[string, string, string, number]>(
    `INSERT INTO renditions (asset_id, source_asset_id, change, created_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (asset_id) DO NOTHING`,
  );
  const find = db.prepare<[string], CutRow>(`SELECT ${columns} FROM renditions WHERE asset_id = ?`);
  const same = db.prepare<[string, string], CutRow>(
    `SELECT ${columns} FROM renditions WHERE source_asset_id = ? AND change = ?
     ORDER BY created_at DESC LIMIT 1`,
  );
  const read = (row: CutRow | undefined): Cut | undefined =>
    row && { ...row, change: changeShape.parse(JSON.parse(row.change)) };
  return {
    insert: ({ assetId, sourceAssetId, change }: Cut, at: number): void =>
      void insert.run(assetId, sourceAssetId, JSON.stringify(change), at),
    find: (assetId: string) => read(find.get(assetId)),
    /** The cut that was made of this asset in just this way before. */
    same: (sourceAssetId: string, change: MediaChange) =>
      read(same.get(sourceAssetId, JSON.stringify(change))),
  };
}

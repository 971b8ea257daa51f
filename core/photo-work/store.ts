import { readPhotoWork, type PhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import type { Db } from '../db/transact.ts';

/** The one writer of photo_work. */
export function photoWorkStore(db: Db) {
  const find = db
    .prepare<[string], string>('SELECT work FROM photo_work WHERE asset_id = ?')
    .pluck();
  const put = db.prepare<[string, string, number]>(
    `INSERT INTO photo_work (asset_id, work, changed_at) VALUES (?, ?, ?)
     ON CONFLICT (asset_id) DO UPDATE SET work = excluded.work, changed_at = excluded.changed_at`,
  );
  const remove = db.prepare<[string]>('DELETE FROM photo_work WHERE asset_id = ?');
  return {
    find(assetId: string): PhotoWork {
      const row = find.get(assetId);
      return row === undefined ? {} : readPhotoWork(JSON.parse(row));
    },
    /** Nothing done is no row. */
    keep(assetId: string, work: PhotoWork, at: number): void {
      const clean = readPhotoWork(work);
      if (Object.keys(clean).length === 0) remove.run(assetId);
      else put.run(assetId, JSON.stringify(clean), at);
    },
  };
}

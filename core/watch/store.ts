import type { Db } from '../db/transact.ts';

export type SeenFile = { path: string; sizeBytes: number; modifiedMs: number };
export type TakenFile = SeenFile & {
  lotId: string;
  assetId: string | null;
  isNew: boolean;
  problem: { code: string; params: Record<string, unknown> } | null;
  at: number;
};
export type RecentRow = {
  path: string;
  assetId: string | null;
  problem: string | null;
  at: number;
};
export type LotRow = { id: string; count: number; refused: number; at: number };

export type WatchStore = ReturnType<typeof watchStore>;

/** The files of the watched folder as they were when they were looked at. */
export function watchStore(db: Db) {
  const known = db
    .prepare<[string, number, number], 1>(
      'SELECT 1 FROM watched_files WHERE path = ? AND size_bytes = ? AND modified_ms = ?',
    )
    .pluck();
  const put = db.prepare(
    `INSERT OR REPLACE INTO watched_files
       (path, size_bytes, modified_ms, lot_id, asset_id, is_new, problem, at)
     VALUES (@path, @sizeBytes, @modifiedMs, @lotId, @assetId, @isNew, @problem, @at)`,
  );
  const forget = db.prepare('DELETE FROM watched_files');
  const recent = db.prepare<[number], RecentRow>(
    `SELECT path, asset_id AS assetId, problem, at FROM watched_files WHERE lot_id IS NOT NULL
     ORDER BY at DESC, path LIMIT ?`,
  );
  const imported = db
    .prepare<[], number>('SELECT count(*) FROM watched_files WHERE is_new = 1')
    .pluck();
  const lastLot = db.prepare<[], LotRow>(
    `SELECT lot_id AS id, sum(is_new) AS count, sum(problem IS NOT NULL) AS refused, max(at) AS at
     FROM watched_files WHERE lot_id IS NOT NULL GROUP BY lot_id ORDER BY max(at) DESC LIMIT 1`,
  );
  const newOf = db
    .prepare<[string], string>(
      `SELECT asset_id FROM watched_files
       WHERE lot_id = ? AND is_new = 1 AND asset_id IS NOT NULL`,
    )
    .pluck();
  const undo = db.prepare<[string, string]>(
    'UPDATE watched_files SET is_new = 0 WHERE lot_id = ? AND asset_id = ?',
  );
  // Posts, products and creations are read here: a photo in use is not taken back.
  const used = db
    .prepare<{ id: string }, 1>(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM library_uses WHERE asset_id = @id)
         OR EXISTS (SELECT 1 FROM product_photos WHERE asset_id = @id)`,
    )
    .pluck();
  // What was made here and saved into the folder is no photo of the merchant's.
  const made = db
    .prepare<[string], 1>(`SELECT 1 FROM assets WHERE hash = ? AND origin = 'studio' LIMIT 1`)
    .pluck();

  return {
    isKnown: ({ path, sizeBytes, modifiedMs }: SeenFile) =>
      known.get(path, sizeBytes, modifiedMs) === 1,
    /** It was there before, or is none of the merchant's: it stays out. */
    pass: (file: SeenFile, at: number) =>
      void put.run({ ...file, lotId: null, assetId: null, isNew: 0, problem: null, at }),
    take: (file: TakenFile) =>
      void put.run({
        ...file,
        isNew: Number(file.isNew),
        problem: file.problem && JSON.stringify(file.problem),
      }),
    forgetAll: () => void forget.run(),
    recent: (limit: number) => recent.all(limit),
    imported: () => imported.get() ?? 0,
    lastLot: () => lastLot.get(),
    newOf: (lotId: string) => newOf.all(lotId),
    undo: (lotId: string, assetId: string) => void undo.run(lotId, assetId),
    isUsed: (id: string) => used.get({ id }) === 1,
    isMade: (hash: string) => made.get(hash) === 1,
  };
}

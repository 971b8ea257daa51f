import { rm } from 'node:fs/promises';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { FileStore } from './file-store.ts';

type Going = {
  id: string;
  place: string;
  thumbPlace: string | null;
  sourcePlace: string | null;
  hash: string;
};

export type AssetBin = ReturnType<typeof createAssetBin>;

/** Names, the bin, and the end of assets. What is in the bin is in no list, and still there for
 *  whatever shows it. */
export function createAssetBin(
  { db, transact, events }: FeatureTools,
  files: FileStore,
  /** Takes away what was made of an asset and can be made again. */
  forgetMade: (gone: { ids: string[]; hashes: string[] }) => Promise<void> = () =>
    Promise.resolve(),
) {
  const setBinned = db.prepare<[number | null, string]>(
    'UPDATE assets SET binned_at = ? WHERE id = ?',
  );
  const restore = db.prepare<[string]>(
    'UPDATE assets SET binned_at = NULL WHERE id = ? AND binned_at IS NOT NULL',
  );
  const setName = db.prepare<[string, string]>('UPDATE assets SET name = ? WHERE id = ?');
  // Uploads that turned out to be it, and what was merged into it, point at it: they go first.
  const withSame = db.prepare<{ id: string }, Going>(
    `WITH RECURSIVE same (id, depth) AS (VALUES (@id, 0)
       UNION ALL SELECT a.id, same.depth + 1 FROM assets a JOIN same ON a.same_as = same.id)
     SELECT a.id, a.place, a.thumb_place AS thumbPlace, a.source_place AS sourcePlace, a.hash
     FROM same JOIN assets a ON a.id = same.id ORDER BY same.depth DESC`,
  );
  const remove = db.prepare<[string]>('DELETE FROM assets WHERE id = ?');
  // A thumbnail is named by the same content as its file: it is shared when that is.
  const shared = db.prepare<[string], number>('SELECT 1 FROM assets WHERE place = ?').pluck();

  return {
    /** Puts assets into the bin, or with null takes them out of it. */
    setBinned(ids: readonly string[], at: number | null): void {
      transact(() => {
        for (const id of ids) setBinned.run(at, id);
        events.changed('media');
      });
    },
    /** Out of the bin, if it is in there. */
    takeOut(id: string): void {
      if (restore.run(id).changes > 0) events.changed('media');
    },
    rename(id: string, name: string): void {
      transact(() => {
        setName.run(name, id);
        events.changed('media');
      });
    },
    /** Rows first, then the files that no other asset has: a crash in between leaves strays, which the
     *  sweep finds. */
    async erase(ids: readonly string[]): Promise<void> {
      const gone = transact(() => {
        const all = ids.flatMap((id) => withSame.all({ id }));
        for (const one of all) remove.run(one.id);
        events.changed('media');
        return all;
      });
      const hashes: string[] = [];
      for (const { place, thumbPlace, sourcePlace, hash } of gone) {
        if (shared.get(place) !== undefined) continue;
        hashes.push(hash);
        for (const one of [place, thumbPlace, sourcePlace])
          if (one !== null) await rm(files.fileOf(one), { force: true });
      }
      await forgetMade({ ids: gone.map(({ id }) => id), hashes });
    },
  };
}

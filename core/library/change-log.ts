import { z } from 'zod';
import type { FeatureTools } from '../db/feature-tools.ts';

const dayMs = 86_400_000;
const id = z.string();

/** What puts things back as they were; assets that are gone by then are left out. */
const undoRecord = z.object({
  names: z.array(z.tuple([id, z.string()])).optional(),
  ratings: z.array(z.tuple([id, z.number()])).optional(),
  favourites: z.array(z.tuple([id, z.number()])).optional(),
  /** Tags that were given, to be taken: tag, assets. */
  given: z.array(z.tuple([id, z.array(id)])).optional(),
  /** Tags that were taken, to be given again, also when the tag itself is gone. */
  taken: z.array(z.tuple([z.object({ id, name: z.string() }), z.array(id)])).optional(),
  binned: z.array(id).optional(),
  /** When each had been put into the bin. */
  restored: z.array(z.tuple([id, z.number()])).optional(),
  photos: z.object({ productId: id, assetIds: z.array(id) }).optional(),
});
export type UndoRecord = z.infer<typeof undoRecord>;

export type ChangeLog = ReturnType<typeof changeLog>;

/** Changes that can be taken back, for a day. */
export function changeLog({ db, newId, clock }: Pick<FeatureTools, 'db' | 'newId' | 'clock'>) {
  const insert = db.prepare<[string, string, number]>(
    'INSERT INTO library_changes (id, undo, at) VALUES (?, ?, ?)',
  );
  const find = db
    .prepare<[string], string>('SELECT undo FROM library_changes WHERE id = ?')
    .pluck();
  const remove = db.prepare<[string]>('DELETE FROM library_changes WHERE id = ?');
  const forget = db.prepare<[number]>('DELETE FROM library_changes WHERE at < ?');

  return {
    /** Answers the id of the change. */
    keep(undo: UndoRecord): string {
      const changeId = newId();
      forget.run(clock.now() - dayMs);
      insert.run(changeId, JSON.stringify(undo), clock.now());
      return changeId;
    },
    /** What takes it back, once. */
    take(changeId: string): UndoRecord | undefined {
      const undo = find.get(changeId);
      remove.run(changeId);
      return undo === undefined ? undefined : undoRecord.parse(JSON.parse(undo));
    },
  };
}

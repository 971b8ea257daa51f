import { join } from 'node:path';
import { newId } from '../../../core/db/new-id.ts';
import { openDatabase } from '../../../core/db/open-database.ts';

/** Fills the library of a studio that is not running up to `total` pictures, three an hour back from its
 *  oldest; each shows the file of one of the sample photos, under an address of its own. */
export function fillGallery(dataDir: string, total: number): void {
  const db = openDatabase(join(dataDir, 'studio.db'));
  const samples = db
    .prepare<[], { id: string; at: number }>(
      `SELECT id, created_at AS at FROM assets WHERE kind = 'photo' AND thumb_place IS NOT NULL`,
    )
    .all();
  const shown = db.prepare<[], number>('SELECT count(*) FROM library_entries').pluck().get() ?? 0;
  const oldestAt = Math.min(...samples.map(({ at }) => at));
  const copy = db.prepare(
    `INSERT INTO assets (id, kind, origin, state, name, mime, place, thumb_place, width_px, height_px,
       size_bytes, hash, notes, created_at)
     SELECT @id, kind, 'studio', state, @name, mime, place, thumb_place, width_px, height_px,
       size_bytes, hash, '[]', @at FROM assets WHERE id = @sample`,
  );
  db.transaction(() => {
    for (let index = 0; index < total - shown; index++) {
      const sample = samples[index % samples.length];
      if (!sample) throw new Error('no sample photos');
      const name = `Arrivage ${index + 1}`;
      copy.run({ id: newId(), name, at: oldestAt - index * 1_200_000, sample: sample.id });
    }
  })();
  db.close();
}

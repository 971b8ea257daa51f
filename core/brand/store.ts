import type { OwnFont } from '../../shared/contract/brand.ts';
import type { Db } from '../db/transact.ts';

export type FontRow = Omit<OwnFont, 'family' | 'variable'>;

/** The fonts that the merchant brought, the first one first. */
export function brandStore(db: Db) {
  const all = db.prepare<[], FontRow>(
    `SELECT id, name, weight, style, embedding, missing, size_bytes AS sizeBytes
     FROM brand_fonts ORDER BY added_at, id`,
  );
  const add = db.prepare<[FontRow & { at: number }]>(
    `INSERT INTO brand_fonts (id, name, weight, style, embedding, missing, size_bytes, added_at)
     VALUES (@id, @name, @weight, @style, @embedding, @missing, @sizeBytes, @at)`,
  );
  const remove = db.prepare<[string]>('DELETE FROM brand_fonts WHERE id = ?');
  return {
    all: (): FontRow[] => all.all(),
    add: (font: FontRow, at: number) => void add.run({ ...font, at }),
    remove: (id: string): boolean => remove.run(id).changes > 0,
  };
}

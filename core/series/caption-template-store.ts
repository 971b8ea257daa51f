import { z } from 'zod';
import type { Db } from '../db/transact.ts';

const captions = z.object({ facebook: z.string().optional(), instagram: z.string().optional() });

export type TemplateRow = {
  id: string;
  name: string;
  text: string;
  captions: z.infer<typeof captions>;
};
type RawTemplate = Omit<TemplateRow, 'captions'> & { captions: string };

/** The one writer of caption templates. */
export function captionTemplateStore(db: Db) {
  const put = db.prepare(
    `INSERT INTO caption_templates (id, name, text, captions) VALUES (@id, @name, @text, @captions)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, text = excluded.text,
       captions = excluded.captions`,
  );
  const find = db.prepare<[string], RawTemplate>(
    'SELECT id, name, text, captions FROM caption_templates WHERE id = ? AND removed_at IS NULL',
  );
  const list = db.prepare<[], RawTemplate>(
    `SELECT id, name, text, captions FROM caption_templates WHERE removed_at IS NULL
     ORDER BY name COLLATE NOCASE, id`,
  );
  const setRemoved = db.prepare<[number | null, string]>(
    'UPDATE caption_templates SET removed_at = ? WHERE id = ?',
  );
  return {
    put: (row: TemplateRow) => put.run({ ...row, captions: JSON.stringify(row.captions) }),
    find: (id: string) => find.get(id),
    list: (): TemplateRow[] =>
      list.all().map((row) => ({ ...row, captions: captions.parse(JSON.parse(row.captions)) })),
    /** Answers false for an id that nobody knows. */
    setRemoved: (id: string, at: number | null): boolean => setRemoved.run(at, id).changes === 1,
  };
}

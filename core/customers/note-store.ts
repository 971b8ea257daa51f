import type { Db } from '../db/transact.ts';

export type CustomerNoteRow = {
  id: string;
  customerId: string;
  personId: string | null;
  text: string;
  at: number;
  editedAt: number | null;
};

export type CustomerNoteStore = ReturnType<typeof customerNoteStore>;

const columns = `id, customer_id AS customerId, person_id AS personId, text, at,
  edited_at AS editedAt`;

/** What the shop wrote down about a person. */
export function customerNoteStore(db: Db) {
  const find = db.prepare<[string], CustomerNoteRow>(
    `SELECT ${columns} FROM customer_notes WHERE id = ?`,
  );
  const of = db.prepare<[string], CustomerNoteRow>(
    `SELECT ${columns} FROM customer_notes WHERE customer_id = ? AND removed_at IS NULL
     ORDER BY at DESC, id DESC`,
  );
  const insert = db.prepare<Omit<CustomerNoteRow, 'editedAt'>>(
    `INSERT INTO customer_notes (id, customer_id, person_id, text, at)
     VALUES (@id, @customerId, @personId, @text, @at)`,
  );
  const setText = db.prepare<[string, number, string]>(
    'UPDATE customer_notes SET text = ?, edited_at = ? WHERE id = ?',
  );
  const setRemoved = db.prepare<[number | null, string]>(
    'UPDATE customer_notes SET removed_at = ? WHERE id = ?',
  );
  const forget = db.prepare<[number]>('DELETE FROM customer_notes WHERE removed_at < ?');
  return {
    find: (id: string) => find.get(id),
    /** Newest first, without what was removed. */
    of: (customerId: string) => of.all(customerId),
    insert: (row: Omit<CustomerNoteRow, 'editedAt'>) => void insert.run(row),
    setText: (id: string, text: string, at: number) => void setText.run(text, at, id),
    setRemoved: (id: string, at: number | null) => void setRemoved.run(at, id),
    /** What was removed before then is gone for good. */
    forgetRemoved: (beforeAt: number) => void forget.run(beforeAt),
  };
}

import { z } from 'zod';
import { forgetReceipt, type ForgetReceipt } from '../../shared/contract/records.ts';
import type { Db } from '../db/transact.ts';

/** Everything of a receipt but when and by whom. */
const outcome = forgetReceipt.omit({ id: true, at: true, by: true });
export type ForgetOutcome = z.infer<typeof outcome>;

type Raw = { id: string; at: number; person: string | null; outcome: string };

const mostShown = 100;

/** The one writer of forget_receipts. */
export function receiptStore(db: Db) {
  const insert = db.prepare<[string, number, string | null, string]>(
    'INSERT INTO forget_receipts (id, at, person_of_team, outcome) VALUES (?, ?, ?, ?)',
  );
  const setOutcome = db.prepare<[string, string]>(
    'UPDATE forget_receipts SET outcome = ? WHERE id = ?',
  );
  const newest = db.prepare<[number], Raw>(
    `SELECT id, at, person_of_team AS person, outcome FROM forget_receipts
     ORDER BY at DESC, id DESC LIMIT ?`,
  );
  const byId = db.prepare<[string], Raw>(
    'SELECT id, at, person_of_team AS person, outcome FROM forget_receipts WHERE id = ?',
  );
  const read = (row: Raw): Omit<ForgetReceipt, 'by'> & { person: string | null } => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    person: row.person,
    ...outcome.parse(JSON.parse(row.outcome)),
  });
  return {
    insert: (id: string, at: number, person: string | undefined, done: ForgetOutcome): void =>
      void insert.run(id, at, person ?? null, JSON.stringify(done)),
    setOutcome: (id: string, done: ForgetOutcome): void =>
      void setOutcome.run(JSON.stringify(done), id),
    find: (id: string) => {
      const row = byId.get(id);
      return row && read(row);
    },
    newest: () => newest.all(mostShown).map(read),
  };
}

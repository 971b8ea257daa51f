import type { Db } from '../db/transact.ts';

export type CustomerRow = {
  id: string;
  accountId: string;
  personId: string | null;
  /** Of somebody who came without an id. */
  threadId: string | null;
  name: string;
  sameId: string | null;
};

export type CustomerStore = ReturnType<typeof customerStore>;

const columns = `id, account_id AS accountId, person_id AS personId, thread_id AS threadId, name,
  same_id AS sameId`;

/** Somebody about whom the shop noted something, and who was said to be whom. */
export function customerStore(db: Db) {
  const byPerson = db.prepare<[string, string], CustomerRow>(
    `SELECT ${columns} FROM customers WHERE account_id = ? AND person_id = ?`,
  );
  const byThread = db.prepare<[string], CustomerRow>(
    `SELECT ${columns} FROM customers WHERE thread_id = ?`,
  );
  const byId = db.prepare<[string], CustomerRow>(`SELECT ${columns} FROM customers WHERE id = ?`);
  const insert = db.prepare<CustomerRow & { at: number }>(
    `INSERT INTO customers (id, account_id, person_id, thread_id, name, same_id, created_at)
     VALUES (@id, @accountId, @personId, @threadId, @name, @sameId, @at)`,
  );
  const known = db.prepare<[string, string]>(
    'UPDATE customers SET person_id = ?, thread_id = NULL WHERE id = ?',
  );
  const same = db.prepare<[string], CustomerRow>(
    `SELECT ${columns} FROM customers WHERE same_id = ? ORDER BY created_at, id`,
  );
  const setSame = db.prepare<[string | null, string]>(
    'UPDATE customers SET same_id = ? WHERE id = ?',
  );
  return {
    find: (id: string) => byId.get(id),
    ofPerson: (accountId: string, personId: string) => byPerson.get(accountId, personId),
    ofThread: (threadId: string) => byThread.get(threadId),
    insert: (row: CustomerRow, at: number) => void insert.run({ ...row, at }),
    /** The network told by now who it is. */
    setPerson: (id: string, personId: string) => void known.run(personId, id),
    /** All who were said to be one person. */
    same: (sameId: string) => same.all(sameId),
    setSame: (id: string, sameId: string | null) => void setSame.run(sameId, id),
  };
}

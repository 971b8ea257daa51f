import type { Db } from '../db/transact.ts';

export type ClaimRow = {
  threadId: string;
  personId: string | null;
  holder: string;
  until: number;
};

export type ClaimStore = ReturnType<typeof claimStore>;

/** Who answers which thread, until when. What is over counts for nothing and is swept with the next claim. */
export function claimStore(db: Db) {
  const columns = 'thread_id AS threadId, person_id AS personId, holder, until';
  const find = db.prepare<[string, number], ClaimRow>(
    `SELECT ${columns} FROM thread_claims WHERE thread_id = ? AND until > ?`,
  );
  const all = db.prepare<[number], ClaimRow>(
    `SELECT ${columns} FROM thread_claims WHERE until > ? ORDER BY at`,
  );
  const put = db.prepare<ClaimRow & { at: number }>(
    `INSERT INTO thread_claims (thread_id, person_id, holder, at, until)
     VALUES (@threadId, @personId, @holder, @at, @until)
     ON CONFLICT (thread_id) DO UPDATE SET person_id = @personId, holder = @holder, until = @until`,
  );
  const remove = db.prepare<[string]>('DELETE FROM thread_claims WHERE thread_id = ?');
  const sweep = db.prepare<[number]>('DELETE FROM thread_claims WHERE until <= ?');
  return {
    find: (threadId: string, now: number) => find.get(threadId, now),
    all: (now: number) => all.all(now),
    put(row: ClaimRow, now: number): void {
      sweep.run(now);
      put.run({ ...row, at: now });
    },
    remove: (threadId: string) => void remove.run(threadId),
  };
}

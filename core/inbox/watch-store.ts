import type { Db } from '../db/transact.ts';

export type WatchedObject = {
  accountId: string;
  objectId: string;
  publishedAt: number;
  counted: number | null;
  countedWhenRead: number | null;
  nextAt: number;
  incomplete: number;
};

const columns = `account_id AS accountId, object_id AS objectId, published_at AS publishedAt, counted,
  counted_when_read AS countedWhenRead, next_at AS nextAt, incomplete`;

export type WatchStore = ReturnType<typeof watchStore>;

/** Posts whose comments are read, and when each is read next. */
export function watchStore(db: Db) {
  const due = db.prepare<[string, number, number], WatchedObject>(
    `SELECT ${columns} FROM watched_objects WHERE account_id = ? AND next_at <= ?
     ORDER BY next_at LIMIT ?`,
  );
  const newest = db.prepare<[string, number], WatchedObject>(
    `SELECT ${columns} FROM watched_objects WHERE account_id = ? ORDER BY published_at DESC LIMIT ?`,
  );
  const find = db.prepare<[string, string], WatchedObject>(
    `SELECT ${columns} FROM watched_objects WHERE account_id = ? AND object_id = ?`,
  );
  const add = db.prepare(
    `INSERT INTO watched_objects (account_id, object_id, published_at, counted, next_at)
     VALUES (@accountId, @objectId, @publishedAt, @counted, @nextAt)
     ON CONFLICT (account_id, object_id) DO UPDATE SET
       counted = coalesce(excluded.counted, counted),
       -- A changed count is read at once.
       next_at = CASE WHEN excluded.counted IS NOT NULL AND excluded.counted IS NOT counted
         THEN min(next_at, excluded.next_at) ELSE next_at END`,
  );
  const swept = db.prepare(
    `UPDATE watched_objects SET next_at = @nextAt, counted_when_read = @countedWhenRead,
       incomplete = @incomplete WHERE account_id = @accountId AND object_id = @objectId`,
  );

  return {
    due: (accountId: string, now: number, limit: number) => due.all(accountId, now, limit),
    newest: (accountId: string, limit: number) => newest.all(accountId, limit),
    find: (accountId: string, objectId: string) => find.get(accountId, objectId),
    add: (
      object: Pick<WatchedObject, 'accountId' | 'objectId' | 'publishedAt' | 'counted' | 'nextAt'>,
    ) => void add.run(object),
    swept: (
      object: Pick<
        WatchedObject,
        'accountId' | 'objectId' | 'nextAt' | 'countedWhenRead' | 'incomplete'
      >,
    ) => void swept.run(object),
  };
}

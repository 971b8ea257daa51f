import type { Db } from '../db/transact.ts';

export type WatchedObject = {
  accountId: string;
  objectId: string;
  kind: 'post' | 'conversation';
  publishedAt: number;
  /** Comments as the network last counted them, and as counted when all pages were read. */
  counted: number | null;
  countedWhenRead: number | null;
  /** How many more the network counts than it lists. */
  uncounted: number | null;
  nextAt: number;
  readAt: number | null;
  /** How many come in an hour. */
  hourly: number;
  /** From when on all pages are read again, and how many they were. */
  wholeAt: number;
  pages: number;
  /** 1 when some could not be listed. */
  incomplete: number;
  /** A reading that did not come to its end goes on here; '' is the first page. */
  gapCursor: string | null;
  gapWhole: number;
  /** The oldest row before that place. */
  gapAt: number | null;
  /** The newest word of a conversation, as the network's list told it. */
  heardAt: number | null;
};

/** A place in a list that a reading did not come beyond. */
export type Gap = {
  /** '' is the first page. */
  cursor: string;
  /** On to the last page; else until a page brings nothing new. */
  whole: boolean;
  /** The oldest row before it, UTC ms; null before the first page. */
  at: number | null;
};

/** What a reading leaves behind. */
export type Standing = Omit<WatchedObject, 'kind' | 'publishedAt' | 'counted' | 'heardAt'>;
type Listed = Pick<
  WatchedObject,
  'accountId' | 'objectId' | 'publishedAt' | 'counted' | 'nextAt'
> & { heardAt?: number | null; kind?: WatchedObject['kind'] };

const columns = `account_id AS accountId, object_id AS objectId, kind, published_at AS publishedAt, counted,
  counted_when_read AS countedWhenRead, uncounted, next_at AS nextAt, read_at AS readAt, hourly,
  whole_at AS wholeAt, pages, incomplete, gap_cursor AS gapCursor, gap_whole AS gapWhole, gap_at AS gapAt,
  heard_at AS heardAt`;

export type WatchStore = ReturnType<typeof watchStore>;

function prepareWrites(db: Db) {
  const add = db.prepare(
    `INSERT INTO watched_objects (account_id, object_id, kind, published_at, counted, next_at, heard_at)
     VALUES (@accountId, @objectId, @kind, @publishedAt, @counted, @nextAt, @heardAt)
     ON CONFLICT (account_id, object_id) DO UPDATE SET
       counted = coalesce(excluded.counted, counted),
       heard_at = max(coalesce(heard_at, excluded.heard_at), coalesce(excluded.heard_at, heard_at)),
       -- What changed is read at once.
       next_at = CASE WHEN (excluded.counted IS NOT NULL AND excluded.counted IS NOT counted)
           OR excluded.heard_at > coalesce(heard_at, 0)
         THEN min(next_at, excluded.next_at) ELSE next_at END`,
  );
  const read = db.prepare(
    `UPDATE watched_objects SET next_at = @nextAt, read_at = @readAt, hourly = @hourly,
       whole_at = @wholeAt, pages = @pages, counted_when_read = @countedWhenRead,
       uncounted = @uncounted, incomplete = @incomplete, gap_cursor = @gapCursor,
       gap_whole = @gapWhole, gap_at = @gapAt WHERE account_id = @accountId AND object_id = @objectId`,
  );
  const markGap = db.prepare(
    `UPDATE watched_objects SET gap_cursor = @cursor, gap_whole = @whole, gap_at = @at
     WHERE account_id = @accountId AND object_id = @objectId`,
  );
  return { add, read, markGap };
}

/** Posts whose comments are read, conversations, when each is read next, and how far each was. */
export function watchStore(db: Db) {
  const select = (rest: string) =>
    db.prepare<unknown[], WatchedObject>(`SELECT ${columns} FROM watched_objects ${rest}`);
  // What was never read is not the longest due.
  const due = select(
    'WHERE account_id = ? AND next_at <= ? ORDER BY read_at IS NOT NULL, next_at LIMIT ?',
  );
  const newest = select(
    `WHERE account_id = ? AND kind = 'post' ORDER BY published_at DESC LIMIT ?`,
  );
  const newestHeard = select(
    `WHERE account_id = ? AND kind = 'conversation' ORDER BY heard_at DESC LIMIT ?`,
  );
  const find = select('WHERE account_id = ? AND object_id = ?');
  const heardAt = db
    .prepare<[string], number | null>(
      `SELECT max(heard_at) FROM watched_objects WHERE account_id = ? AND kind = 'conversation'`,
    )
    .pluck();
  const known = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM comments WHERE thread_id IN
         (SELECT id FROM threads WHERE account_id = ? AND post_remote_id = ?)`,
    )
    .pluck();
  const { add, read, markGap } = prepareWrites(db);

  return {
    due: (accountId: string, now: number, limit: number) => due.all(accountId, now, limit),
    newest: (accountId: string, limit: number) => newest.all(accountId, limit),
    newestHeard: (accountId: string, limit: number) => newestHeard.all(accountId, limit),
    find: (accountId: string, objectId: string) => find.get(accountId, objectId),
    /** When somebody last wrote to the account in private. */
    heardAt: (accountId: string) => heardAt.get(accountId) ?? undefined,
    /** How many comments of it are here, deleted ones too. */
    countKnown: (accountId: string, objectId: string) => known.get(accountId, objectId) ?? 0,
    add: ({ heardAt = null, kind = 'post', ...object }: Listed) =>
      void add.run({ ...object, heardAt, kind }),
    read: (standing: Standing) => void read.run(standing),
    /** Where reading goes on should it be cut here. */
    markGap: (
      { accountId, objectId }: Pick<WatchedObject, 'accountId' | 'objectId'>,
      { cursor, whole, at }: Gap,
    ) => void markGap.run({ cursor, whole: Number(whole), at, accountId, objectId }),
  };
}

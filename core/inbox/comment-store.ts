import type { Db } from '../db/transact.ts';
import { beyondAllKeys, firstKeyOf, keysPerMs } from './comment-key.ts';
import { insertRows, type SqlValue } from './insert-rows.ts';

export type CommentRow = {
  key: bigint;
  accountId: string;
  remoteId: string;
  fullRemoteId: string;
  threadId: string;
  parentRemoteId: string | null;
  fromId: string | null;
  fromName: string;
  text: string;
  createdAt: number;
  mine: boolean;
  hidden: boolean;
  deleted: boolean;
  missingAt: number | null;
  canReplyPrivately: boolean | null;
  privateReplySent: boolean;
  outboxId: string | null;
  attachmentUrl: string | null;
};

/** What tells whether a list named a comment. */
export type ListedComment = Pick<CommentRow, 'key' | 'remoteId' | 'parentRemoteId'>;
/** Without a bound there is none. */
type Between = { afterAt?: number; beforeAt?: number };

export type NewComment = Omit<CommentRow, 'key' | 'deleted' | 'missingAt' | 'privateReplySent'>;

const columns = `key, account_id AS accountId, remote_id AS remoteId, full_remote_id AS fullRemoteId,
  thread_id AS threadId, parent_remote_id AS parentRemoteId, from_id AS fromId, from_name AS fromName,
  text, created_at AS createdAt, mine, hidden, deleted, missing_at AS missingAt,
  can_reply_privately AS canReplyPrivately, private_reply_sent AS privateReplySent, outbox_id AS outboxId,
  attachment_url AS attachmentUrl`;

type Raw = {
  [K in keyof CommentRow]: CommentRow[K] extends boolean ? bigint : CommentRow[K] | bigint;
};

function toRow(raw: Raw): CommentRow {
  const { canReplyPrivately } = raw;
  return {
    ...(raw as unknown as CommentRow),
    createdAt: Number(raw.createdAt),
    mine: Boolean(raw.mine),
    hidden: Boolean(raw.hidden),
    deleted: Boolean(raw.deleted),
    missingAt: raw.missingAt === null ? null : Number(raw.missingAt),
    canReplyPrivately: canReplyPrivately === null ? null : Boolean(canReplyPrivately),
    privateReplySent: Boolean(raw.privateReplySent),
  };
}

/** A parameter stands as `+?` where an index of some rows might serve: SQLite would compile the statement anew
 *  for each value, which takes ten times as long as reading the rows. */
function prepareReads(db: Db) {
  const select = (rest: string) =>
    db.prepare<unknown[], Raw>(`SELECT ${columns} FROM comments ${rest}`).safeIntegers(true);
  const byKey = select('WHERE key = ?');
  const byKeys = select('WHERE key IN (SELECT value FROM json_each(?))');
  const byRemote = select('WHERE account_id = ? AND remote_id = ?');
  // The newest of each thread, as many as wished, in one question.
  const newestOfEach = select(
    `WHERE key IN (SELECT c.key FROM json_each(@threads) j JOIN comments c ON c.thread_id = j.value
       AND c.key >= coalesce((SELECT k.key FROM comments k WHERE k.thread_id = j.value
         ORDER BY k.key DESC LIMIT 1 OFFSET @limit - 1), 0)) ORDER BY key`,
  );
  const beforeOfThread = select('WHERE thread_id = +? AND key < ? ORDER BY key DESC LIMIT ?');
  const newestShown = select('WHERE thread_id = +? AND deleted = 0 ORDER BY key DESC LIMIT 1');
  // By the threads of the post: a range of keys alone would walk through everybody's comments.
  const ofObject = db
    .prepare<[string, string, bigint, bigint], ListedComment>(
      `SELECT key, remote_id AS remoteId, parent_remote_id AS parentRemoteId FROM comments
       WHERE deleted = 0 AND missing_at IS NULL AND thread_id IN
         (SELECT id FROM threads WHERE account_id = ? AND post_remote_id = ?)
       AND +key >= ? AND +key < ?`,
    )
    .safeIntegers(true);
  const repliesTo = db
    .prepare<[string, string], ListedComment>(
      `SELECT key, remote_id AS remoteId, parent_remote_id AS parentRemoteId FROM comments
       WHERE deleted = 0 AND missing_at IS NULL AND parent_remote_id IS NOT NULL AND thread_id IN
         (SELECT id FROM threads WHERE account_id = ? AND top_remote_id IN (SELECT value FROM json_each(?)))`,
    )
    .safeIntegers(true);
  const missing = select(
    'WHERE account_id = ? AND missing_at <= ? AND deleted = 0 ORDER BY missing_at LIMIT ?',
  );
  const newestOfCustomer = select(
    'WHERE thread_id = +? AND mine = 0 AND deleted = 0 ORDER BY key DESC LIMIT 1',
  );
  const firstUnanswered = db
    .prepare<[string, string], bigint>(
      `SELECT key FROM comments WHERE thread_id = +? AND mine = 0 AND deleted = 0 AND hidden = 0
         AND key > coalesce((SELECT max(key) FROM comments
           WHERE thread_id = +? AND mine = 1 AND deleted = 0), 0)
       ORDER BY key LIMIT 1`,
    )
    .pluck()
    .safeIntegers(true);
  const lastOfMs = db
    .prepare<[bigint, bigint], bigint | null>(
      'SELECT max(key) FROM comments WHERE key >= ? AND key < ?',
    )
    .pluck()
    .safeIntegers(true);
  const ofThread = { newestOfEach, beforeOfThread, newestShown, newestOfCustomer, firstUnanswered };
  return { byKey, byKeys, byRemote, ...ofThread, ofObject, repliesTo, missing, lastOfMs };
}

function prepareWrites(db: Db) {
  const insert = insertRows(db, 'comments', [
    ...['key', 'account_id', 'remote_id', 'full_remote_id', 'thread_id', 'parent_remote_id'],
    ...['from_id', 'from_name', 'text', 'created_at', 'mine', 'hidden', 'can_reply_privately'],
    ...['outbox_id', 'attachment_url'],
  ]);
  const update = db.prepare(
    `UPDATE comments SET text = @text, from_id = coalesce(@fromId, from_id), from_name = @fromName,
      hidden = @hidden, can_reply_privately = @canReplyPrivately, attachment_url = @attachmentUrl,
      deleted = 0, missing_at = NULL
     WHERE key = @key`,
  );
  const setHidden = db.prepare<[number, bigint]>('UPDATE comments SET hidden = ? WHERE key = ?');
  const setMissing = db.prepare<[number | null, bigint]>(
    'UPDATE comments SET missing_at = ? WHERE key = ?',
  );
  const setDeleted = db.prepare<[bigint]>('UPDATE comments SET deleted = 1 WHERE key = ?');
  const setDeletedBelow = db.prepare<[string, string]>(
    'UPDATE comments SET deleted = 1 WHERE thread_id = ? AND parent_remote_id = ?',
  );
  const setPrivate = db.prepare<[bigint]>(
    'UPDATE comments SET private_reply_sent = 1 WHERE key = ?',
  );
  return { insert, update, setHidden, setMissing, setDeleted, setDeletedBelow, setPrivate };
}

const flag = (value: boolean | null) => (value === null ? null : Number(value));

function toValues(key: bigint, row: NewComment): SqlValue[] {
  return [
    ...[key, row.accountId, row.remoteId, row.fullRemoteId, row.threadId, row.parentRemoteId],
    ...[row.fromId, row.fromName, row.text, row.createdAt, flag(row.mine), flag(row.hidden)],
    ...[flag(row.canReplyPrivately), row.outboxId, row.attachmentUrl],
  ];
}

export type CommentStore = ReturnType<typeof commentStore>;

/** The comments table. Keys are bigint all the way: they pass 2^53. */
export function commentStore(db: Db) {
  const { byKey, byKeys, byRemote, newestShown, ofObject, lastOfMs, ...reads } = prepareReads(db);
  const { insert, update, setHidden, setMissing, setDeleted, setDeletedBelow, setPrivate } =
    prepareWrites(db);

  /** The next free key of that millisecond; a full one spills into the next. `isTaken` tells of keys that are
   *  given away and not written yet. */
  function freeKey(createdAt: number, isTaken: (key: bigint) => boolean = () => false): bigint {
    for (let first = firstKeyOf(createdAt); ; first += keysPerMs) {
      const last = lastOfMs.get(first, first + keysPerMs);
      let key = last === null || last === undefined ? first : last + 1n;
      while (isTaken(key)) key += 1n;
      if (key < first + keysPerMs) return key;
    }
  }

  const one = (raw: Raw | undefined) => raw && toRow(raw);

  return {
    find: (key: bigint) => one(byKey.get(key)),
    /** Many in one question; what is not there is left out. */
    findAll: (keys: readonly bigint[]): Map<bigint, CommentRow> =>
      new Map(
        byKeys
          .all(`[${keys.join(',')}]`)
          .map(toRow)
          .map((row) => [row.key, row]),
      ),
    findRemote: (accountId: string, remoteId: string) => one(byRemote.get(accountId, remoteId)),
    /** Oldest first, the newest `limit` of those before the key. */
    ofThread: (threadId: string, before: bigint, limit: number) =>
      reads.beforeOfThread.all(threadId, before, limit).map(toRow).reverse(),
    /** Of many threads: oldest first, the newest `limit` of each. */
    ofThreads: (threadIds: readonly string[], limit: number): Map<string, CommentRow[]> =>
      Map.groupBy(
        reads.newestOfEach.all({ threads: JSON.stringify(threadIds), limit }).map(toRow),
        ({ threadId }) => threadId,
      ),
    newest: (threadId: string) => one(newestShown.get(threadId)),
    newestOfCustomer: (threadId: string) => one(reads.newestOfCustomer.get(threadId)),
    /** Key of the customer's first word since ours. */
    firstUnanswered: (threadId: string) => reads.firstUnanswered.get(threadId, threadId),
    /** Those under one post that were written later than one instant and before another. */
    ofObject: (accountId: string, objectId: string, { afterAt, beforeAt }: Between) =>
      ofObject.all(
        accountId,
        objectId,
        afterAt === undefined ? 0n : firstKeyOf(afterAt + 1),
        beforeAt === undefined ? beyondAllKeys : firstKeyOf(beforeAt),
      ),
    /** What stands under those comments. */
    repliesTo: (accountId: string, topRemoteIds: readonly string[]) =>
      reads.repliesTo.all(accountId, JSON.stringify(topRemoteIds)),
    /** Those that were missed at the latest then, longest first. */
    missing: (accountId: string, untilAt: number, limit: number) =>
      reads.missing.all(accountId, untilAt, limit).map(toRow),
    freeKey,
    insert: (key: bigint, comment: NewComment) => insert([toValues(key, comment)]),
    /** Many at once, in the order of their keys: the index of words gathers only what goes up. */
    insertAll(added: readonly { key: bigint; comment: NewComment }[]): void {
      const sorted = added.toSorted((one, other) => (one.key < other.key ? -1 : 1));
      insert(sorted.map(({ key, comment }) => toValues(key, comment)));
    },
    update(
      key: bigint,
      seen: Pick<
        NewComment,
        'text' | 'fromId' | 'fromName' | 'hidden' | 'canReplyPrivately' | 'attachmentUrl'
      >,
    ) {
      update.run({
        ...seen,
        key,
        hidden: flag(seen.hidden),
        canReplyPrivately: flag(seen.canReplyPrivately),
      });
    },
    setHidden: (key: bigint, hidden: boolean) => void setHidden.run(Number(hidden), key),
    setMissing: (key: bigint, at: number | null) => void setMissing.run(at, key),
    setDeleted: (key: bigint) => void setDeleted.run(key),
    /** Whatever answers that comment. */
    setDeletedBelow: (threadId: string, remoteId: string) =>
      void setDeletedBelow.run(threadId, remoteId),
    setPrivateReplySent: (key: bigint) => void setPrivate.run(key),
  };
}

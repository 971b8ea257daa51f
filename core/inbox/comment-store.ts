import type { Db } from '../db/transact.ts';
import { firstKeyOf, keysPerMs } from './comment-key.ts';

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

function prepareReads(db: Db) {
  const select = (rest: string) =>
    db.prepare<unknown[], Raw>(`SELECT ${columns} FROM comments ${rest}`).safeIntegers(true);
  const byKey = select('WHERE key = ?');
  const byRemote = select('WHERE account_id = ? AND remote_id = ?');
  // The newest of each thread, as many as wished, in one question.
  const newestOfEach = select(
    `WHERE key IN (SELECT c.key FROM json_each(@threads) j JOIN comments c ON c.thread_id = j.value
       AND c.key >= coalesce((SELECT k.key FROM comments k WHERE k.thread_id = j.value
         ORDER BY k.key DESC LIMIT 1 OFFSET @limit - 1), 0)) ORDER BY key`,
  );
  const beforeOfThread = select('WHERE thread_id = ? AND key < ? ORDER BY key DESC LIMIT ?');
  const newestShown = select('WHERE thread_id = ? AND deleted = 0 ORDER BY key DESC LIMIT 1');
  const ofObject = select(
    `WHERE deleted = 0 AND key >= ? AND thread_id IN
      (SELECT id FROM threads WHERE account_id = ? AND post_remote_id = ?)`,
  );
  const newestOfCustomer = select(
    'WHERE thread_id = ? AND mine = 0 AND deleted = 0 ORDER BY key DESC LIMIT 1',
  );
  const firstUnanswered = db
    .prepare<[string, string], bigint>(
      `SELECT key FROM comments WHERE thread_id = ? AND mine = 0 AND deleted = 0 AND hidden = 0
         AND key > coalesce((SELECT max(key) FROM comments
           WHERE thread_id = ? AND mine = 1 AND deleted = 0), 0)
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
  return { byKey, byRemote, ...ofThread, ofObject, lastOfMs };
}

function prepareWrites(db: Db) {
  const insert = db.prepare(
    `INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, parent_remote_id, from_id,
      from_name, text, created_at, mine, hidden, can_reply_privately, outbox_id, attachment_url)
     VALUES (@key, @accountId, @remoteId, @fullRemoteId, @threadId, @parentRemoteId, @fromId, @fromName,
      @text, @createdAt, @mine, @hidden, @canReplyPrivately, @outboxId, @attachmentUrl)`,
  );
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
  const setPrivate = db.prepare<[bigint]>(
    'UPDATE comments SET private_reply_sent = 1 WHERE key = ?',
  );
  return { insert, update, setHidden, setMissing, setDeleted, setPrivate };
}

export type CommentStore = ReturnType<typeof commentStore>;

/** The comments table. Keys are bigint all the way: they pass 2^53. */
export function commentStore(db: Db) {
  const { byKey, byRemote, newestShown, ofObject, lastOfMs, ...reads } = prepareReads(db);
  const { insert, update, setHidden, setMissing, setDeleted, setPrivate } = prepareWrites(db);

  /** The next free key of that millisecond; a full one spills into the next. */
  function freeKey(createdAt: number): bigint {
    let first = firstKeyOf(createdAt);
    for (;;) {
      const last = lastOfMs.get(first, first + keysPerMs);
      if (last === null || last === undefined) return first;
      if (last + 1n < first + keysPerMs) return last + 1n;
      first += keysPerMs;
    }
  }

  const one = (raw: Raw | undefined) => raw && toRow(raw);
  const flag = (value: boolean | null) => (value === null ? null : Number(value));

  return {
    find: (key: bigint) => one(byKey.get(key)),
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
    /** Those under one post that are not older than `sinceAt`. */
    ofObject: (accountId: string, objectId: string, sinceAt: number) =>
      ofObject.all(firstKeyOf(sinceAt), accountId, objectId).map(toRow),
    freeKey,
    insert(key: bigint, comment: NewComment) {
      const { mine, hidden, canReplyPrivately } = comment;
      insert.run({
        ...comment,
        key,
        mine: flag(mine),
        hidden: flag(hidden),
        canReplyPrivately: flag(canReplyPrivately),
      });
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
    setPrivateReplySent: (key: bigint) => void setPrivate.run(key),
  };
}

import type { Db } from '../db/transact.ts';

/** A comment with its thread, as rules look at it. */
export type ReadComment = {
  key: bigint;
  accountId: string;
  threadId: string;
  postRemoteId: string;
  kind: 'comment' | 'mention' | 'message';
  fromId: string | null;
  fromName: string;
  text: string;
  createdAt: number;
  isMine: boolean;
  /** Hidden, deleted, or in a thread that is spam. */
  isAside: boolean;
  assigneeId: string | null;
};

type Raw = Omit<ReadComment, 'createdAt' | 'isMine' | 'isAside'> &
  Record<'createdAt' | 'isMine' | 'isAside', bigint>;

const select = `SELECT c.key, c.account_id AS accountId, c.thread_id AS threadId,
    t.post_remote_id AS postRemoteId, t.kind, c.from_id AS fromId, c.from_name AS fromName, c.text,
    c.created_at AS createdAt, c.mine AS isMine, c.hidden OR c.deleted OR t.spam AS isAside,
    t.assignee_id AS assigneeId
  FROM comments c JOIN threads t ON t.id = c.thread_id`;

/** The very condition of an index. */
const open = "state NOT IN ('sent', 'refused', 'withdrawn')";

const readRow = (raw: Raw): ReadComment => ({
  ...raw,
  createdAt: Number(raw.createdAt),
  isMine: Boolean(raw.isMine),
  isAside: Boolean(raw.isAside),
});

export type CommentReads = ReturnType<typeof commentReads>;

/** What rules read of the inbox. Its tables are the inbox's own: nothing is written here. */
export function commentReads(db: Db) {
  const find = db.prepare<[bigint], Raw>(`${select} WHERE c.key = ?`).safeIntegers(true);
  const newest = db
    .prepare<[number], Raw>(
      `${select} WHERE c.mine = 0 AND c.deleted = 0 ORDER BY c.key DESC LIMIT ?`,
    )
    .safeIntegers(true);
  const answered = db
    .prepare<object, 1>(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM comments
         WHERE thread_id = +@threadId AND mine = 1 AND deleted = 0 AND key > @key)
       OR EXISTS (SELECT 1 FROM comments WHERE key = @key AND private_reply_sent = 1)
       OR EXISTS (SELECT 1 FROM outbox WHERE thread_id = +@threadId AND comment_key = @key
         AND kind IN ('reply', 'private-reply', 'message') AND ${open})`,
    )
    .pluck();
  const before = db
    .prepare<object, 1>(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM threads
         WHERE account_id = @accountId AND person_id = @fromId AND id <> @threadId)
       OR EXISTS (SELECT 1 FROM comments
         WHERE thread_id = +@threadId AND from_id = @fromId AND key < @key)`,
    )
    .pluck();
  const lastItem = db
    .prepare<[string, bigint], string>(
      `SELECT id FROM outbox WHERE thread_id = +? AND comment_key = ? AND ${open} ORDER BY seq DESC LIMIT 1`,
    )
    .pluck();
  return {
    find(key: bigint): ReadComment | undefined {
      const raw = find.get(key);
      return raw && readRow(raw);
    },
    /** Of customers, newest first. */
    newest: (limit: number) => newest.all(limit).map(readRow),
    /** Did anybody answer it, or write an answer that has not left? */
    isAnswered: ({ threadId, key }: ReadComment): boolean =>
      answered.get({ threadId, key }) !== undefined,
    /** The first thing that this person began or said here; somebody without an id is never known. */
    isFirst: ({ accountId, threadId, fromId, key }: ReadComment): boolean =>
      fromId !== null && before.get({ accountId, threadId, fromId, key }) === undefined,
    /** What was put into the outbox last for a comment and has not left. */
    lastItem: ({ threadId, key }: Pick<ReadComment, 'threadId' | 'key'>) =>
      lastItem.get(threadId, key),
  };
}

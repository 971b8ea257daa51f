import type { Db } from '../db/transact.ts';

export type OrderedIn = {
  threadId: string;
  accountId: string;
  postRemoteId: string;
  personId: string | null;
  personName: string;
};
/** Whoever wrote the comment ordered, not whoever began the thread. */
export type OrderedBy = OrderedIn & { commentKey: bigint; text: string };

export type InboxReads = ReturnType<typeof inboxReads>;

/** Where an order was left. Comments and threads are the inbox's, read here. */
export function inboxReads(db: Db) {
  const thread = db.prepare<[string], OrderedIn>(
    `SELECT id AS threadId, account_id AS accountId, post_remote_id AS postRemoteId,
       person_id AS personId, person_name AS personName FROM threads WHERE id = ?`,
  );
  const comment = db
    .prepare<[bigint], OrderedBy>(
      `SELECT c.key AS commentKey, c.text, c.thread_id AS threadId, c.account_id AS accountId,
         t.post_remote_id AS postRemoteId, c.from_id AS personId, c.from_name AS personName
       FROM comments c JOIN threads t ON t.id = c.thread_id
       WHERE c.key = ? AND c.mine = 0 AND c.deleted = 0`,
    )
    .safeIntegers(true);
  return {
    thread: (threadId: string) => thread.get(threadId),
    /** Of a customer; undefined for ours and for what is gone. */
    comment: (commentKey: bigint) => comment.get(commentKey),
  };
}

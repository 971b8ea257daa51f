import type { Db } from './transact.ts';

export type DraftStore = ReturnType<typeof draftStore>;

/** What has been begun in threads, each person's own; '' is whoever works where nobody said who. */
export function draftStore(db: Db, table: 'reply_drafts' | 'note_drafts') {
  const find = db
    .prepare<[string, string], string>(
      `SELECT text FROM ${table} WHERE thread_id = ? AND person_id = ?`,
    )
    .pluck();
  const ofThreads = db.prepare<
    { threads: string; person: string },
    { threadId: string; text: string }
  >(
    `SELECT d.thread_id AS threadId, d.text FROM json_each(@threads) j
     CROSS JOIN ${table} d ON d.thread_id = j.value AND d.person_id = @person`,
  );
  const put = db.prepare<[string, string, string, number]>(
    `INSERT INTO ${table} (thread_id, person_id, text, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (thread_id, person_id) DO UPDATE SET text = excluded.text,
       updated_at = excluded.updated_at`,
  );
  const remove = db.prepare<[string, string]>(
    `DELETE FROM ${table} WHERE thread_id = ? AND person_id = ?`,
  );
  return {
    find: (threadId: string, personId: string) => find.get(threadId, personId),
    ofThreads: (threadIds: readonly string[], personId: string): Map<string, string> =>
      new Map(
        ofThreads
          .all({ threads: JSON.stringify(threadIds), person: personId })
          .map(({ threadId, text }) => [threadId, text]),
      ),
    put: (threadId: string, personId: string, text: string, at: number) =>
      void put.run(threadId, personId, text, at),
    remove: (threadId: string, personId: string) => void remove.run(threadId, personId),
  };
}

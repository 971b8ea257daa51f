import type { Db } from '../db/transact.ts';

export type ThreadRow = {
  id: string;
  accountId: string;
  network: 'facebook' | 'instagram';
  postRemoteId: string;
  topRemoteId: string;
  personId: string | null;
  personName: string;
  lastKey: bigint;
  snippet: string;
  unread: boolean;
  done: boolean;
  waits: boolean;
  sign: 'asks' | 'queued' | 'refused' | 'answered' | 'none';
};

type Flags = 'unread' | 'done' | 'waits';
type Raw = Omit<ThreadRow, Flags> & Record<Flags, bigint>;
export type ThreadView = 'all' | 'unanswered' | 'waiting' | 'done';
export type ThreadQuery = {
  view: ThreadView;
  accountId?: string | undefined;
  /** Of any of these. */
  accountIds?: readonly string[] | undefined;
  /** An FTS5 expression. */
  words?: string | undefined;
  before?: bigint | undefined;
  limit: number;
};

const columns = `t.id, t.account_id AS accountId, t.network, t.post_remote_id AS postRemoteId,
  t.top_remote_id AS topRemoteId, t.person_id AS personId, t.person_name AS personName,
  t.last_key AS lastKey, t.snippet, t.unread, t.done, t.waits, t.sign`;

const views: Record<ThreadView, string> = {
  all: 't.spoken = 1',
  unanswered: 't.waits = 1 AND t.done = 0',
  waiting: "t.sign IN ('asks', 'queued', 'refused')",
  done: 't.done = 1',
};

/** Words found in more threads than this are narrowed by the merchant, not paged to the end. */
const mostFound = 2000;

const toRow = (raw: Raw): ThreadRow => ({
  ...raw,
  unread: Boolean(raw.unread),
  done: Boolean(raw.done),
  waits: Boolean(raw.waits),
});

export type ThreadStore = ReturnType<typeof threadStore>;

export function threadStore(db: Db) {
  const find = db
    .prepare<[string], Raw>(`SELECT ${columns} FROM threads t WHERE t.id = ?`)
    .safeIntegers(true);
  const findTop = db
    .prepare<[string, string], Raw>(
      `SELECT ${columns} FROM threads t WHERE t.account_id = ? AND t.top_remote_id = ?`,
    )
    .safeIntegers(true);
  const insert = db.prepare(
    `INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_id, person_name,
      last_key, snippet) VALUES (@id, @accountId, @network, @postRemoteId, @topRemoteId, @personId,
      @personName, @lastKey, @snippet)`,
  );
  const setPerson = db.prepare<[string | null, string, string]>(
    'UPDATE threads SET person_id = ?, person_name = ? WHERE id = ?',
  );
  const summarise = db.prepare(
    `UPDATE threads SET last_key = @lastKey, snippet = @snippet, waits = @waits, sign = @sign WHERE id = @id`,
  );
  const setUnread = db.prepare<[number, string]>('UPDATE threads SET unread = ? WHERE id = ?');
  const setSpoken = db.prepare<[string]>(
    'UPDATE threads SET spoken = 1, unread = 1, done = 0 WHERE id = ?',
  );
  const setDone = db.prepare<[number, string]>('UPDATE threads SET done = ? WHERE id = ?');
  const counters = db.prepare<[], { name: string; n: number }>(
    'SELECT name, n FROM inbox_counters',
  );
  const statements = new Map<string, ReturnType<typeof prepareList>>();

  function prepareList(sql: string) {
    return db.prepare<unknown[], Raw>(sql).safeIntegers(true);
  }

  function statement(sql: string) {
    const known = statements.get(sql) ?? prepareList(sql);
    statements.set(sql, known);
    return known;
  }

  /** Newest first, keyset paging: a page at any depth costs the same. */
  function list(query: ThreadQuery): ThreadRow[] {
    const where = [views[query.view]];
    const values: unknown[] = [];
    if (query.accountId !== undefined) {
      where.push('t.account_id = ?');
      values.push(query.accountId);
    }
    if (query.accountIds !== undefined) {
      where.push('t.account_id IN (SELECT value FROM json_each(?))');
      values.push(JSON.stringify(query.accountIds));
    }
    if (query.before !== undefined) {
      where.push('t.last_key < ?');
      values.push(query.before);
    }
    if (query.words !== undefined) {
      where.push(`t.id IN (SELECT c.thread_id FROM comments_words w JOIN comments c ON c.key = w.rowid
        WHERE comments_words MATCH ? ORDER BY w.rowid DESC LIMIT ${mostFound})`);
      values.push(query.words);
    }
    const sql = `SELECT ${columns} FROM threads t WHERE ${where.join(' AND ')} ORDER BY t.last_key DESC LIMIT ?`;
    return statement(sql)
      .all(...values, query.limit)
      .map(toRow);
  }

  const one = (raw: Raw | undefined) => raw && toRow(raw);

  return {
    find: (id: string) => one(find.get(id)),
    findTop: (accountId: string, topRemoteId: string) => one(findTop.get(accountId, topRemoteId)),
    insert: (thread: Omit<ThreadRow, Flags | 'sign'>) => void insert.run(thread),
    setPerson: (id: string, personId: string | null, name: string) =>
      void setPerson.run(personId, name, id),
    summarise: (id: string, sum: Pick<ThreadRow, 'lastKey' | 'snippet' | 'waits' | 'sign'>) =>
      void summarise.run({ ...sum, id, waits: Number(sum.waits) }),
    setUnread: (id: string, unread: boolean) => void setUnread.run(Number(unread), id),
    /** A customer wrote something new: unread, and no longer done. */
    noteSpoken: (id: string) => void setSpoken.run(id),
    setDone: (id: string, done: boolean) => void setDone.run(Number(done), id),
    list,
    ...waitingReaders(db),
    counters: () => Object.fromEntries(counters.all().map(({ name, n }) => [name, n])),
  };
}

function waitingReaders(db: Db) {
  const oldest = db
    .prepare<[], bigint>(
      'SELECT last_key FROM threads WHERE waits = 1 AND done = 0 ORDER BY last_key LIMIT 1',
    )
    .pluck()
    .safeIntegers(true);
  const ofAccounts = db
    .prepare<[string], { count: bigint; oldest: bigint | null }>(
      `SELECT count(*) AS count, min(last_key) AS oldest FROM threads
       WHERE waits = 1 AND done = 0 AND account_id IN (SELECT value FROM json_each(?))`,
    )
    .safeIntegers(true);
  return {
    oldestWaiting: () => oldest.get(),
    /** How many threads of these accounts wait for an answer, and the oldest one's key. */
    waitingOf(accountIds: readonly string[]): { count: number; oldest?: bigint | undefined } {
      const found = ofAccounts.get(JSON.stringify(accountIds));
      return { count: Number(found?.count ?? 0n), oldest: found?.oldest ?? undefined };
    },
  };
}

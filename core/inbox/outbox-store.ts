import type { OutboxState } from '../../shared/contract/shapes.ts';
import type { Db } from '../db/transact.ts';

export type OutboxKind = 'reply' | 'hide' | 'private-reply';

export type OutboxRow = {
  seq: bigint;
  id: string;
  kind: OutboxKind;
  accountId: string;
  threadId: string;
  commentKey: bigint;
  text: string;
  hidden: boolean;
  parentText: string;
  state: OutboxState;
  nextAt: number | null;
  looks: number;
  doubtAt: number | null;
  intentId: string | null;
  reasonCode: string | null;
  reasonUntil: number | null;
  questionCode: string | null;
  questionAt: number | null;
  createdAt: number;
};

export type NewItem = Pick<
  OutboxRow,
  | 'id'
  | 'kind'
  | 'accountId'
  | 'threadId'
  | 'commentKey'
  | 'text'
  | 'hidden'
  | 'parentText'
  | 'createdAt'
>;

/** Where an item stands: what is left out is none. */
export type Standing = {
  state: OutboxState;
  nextAt: number | null;
  looks?: number;
  doubtAt?: number | null;
  intentId?: string | null;
  reasonCode?: string;
  reasonUntil?: number | undefined;
  questionCode?: string;
};

const columns = `seq, id, kind, account_id AS accountId, thread_id AS threadId, comment_key AS commentKey,
  text, hidden, parent_text AS parentText, state, next_at AS nextAt, looks, doubt_at AS doubtAt,
  intent_id AS intentId, reason_code AS reasonCode, reason_until AS reasonUntil,
  question_code AS questionCode, question_at AS questionAt, created_at AS createdAt`;

const open = "state NOT IN ('sent', 'refused', 'withdrawn')";

type Raw = { [K in keyof OutboxRow]: OutboxRow[K] | bigint };

function toRow(raw: Raw): OutboxRow {
  const plain = Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      typeof value === 'bigint' && name !== 'commentKey' && name !== 'seq' ? Number(value) : value,
    ]),
  ) as unknown as OutboxRow;
  return { ...plain, hidden: Boolean(raw.hidden) };
}

function prepareReads(db: Db) {
  const select = (rest: string) =>
    db.prepare<unknown[], Raw>(`SELECT ${columns} FROM outbox ${rest}`).safeIntegers(true);
  const byId = select('WHERE id = ?');
  const ofThread = select(`WHERE thread_id = ? AND ${open} ORDER BY seq`);
  const refusedOfThread = select("WHERE thread_id = ? AND state = 'refused' ORDER BY seq");
  const ofThreads = db
    .prepare<{ threads: string }, Raw>(
      `SELECT ${columns} FROM outbox WHERE ${open} AND thread_id IN (SELECT value FROM json_each(@threads))
       UNION ALL SELECT ${columns} FROM outbox
         WHERE state = 'refused' AND thread_id IN (SELECT value FROM json_each(@threads))
       ORDER BY seq`,
    )
    .safeIntegers(true);
  const allOpen = select(`WHERE ${open} ORDER BY seq`);
  const refused = select("WHERE state = 'refused' ORDER BY seq DESC LIMIT 50");
  const sending = select("WHERE state = 'sending'");
  // First in, first out per thread: an item steps forward only when nothing before it is open.
  const due = select(
    `WHERE next_at <= ? AND ${open} AND NOT EXISTS
      (SELECT 1 FROM outbox earlier WHERE earlier.thread_id = outbox.thread_id AND earlier.seq < outbox.seq
        AND earlier.state NOT IN ('sent', 'refused', 'withdrawn'))
     ORDER BY next_at LIMIT 200`,
  );
  const countOpen = db.prepare<[], number>(`SELECT count(*) FROM outbox WHERE ${open}`).pluck();
  const ofSome = { ofThread, refusedOfThread, ofThreads };
  return { byId, ...ofSome, allOpen, refused, sending, due, countOpen };
}

function prepareWrites(db: Db) {
  const insert = db.prepare(
    `INSERT INTO outbox (id, kind, account_id, thread_id, comment_key, text, hidden, parent_text, state, next_at,
      created_at) VALUES (@id, @kind, @accountId, @threadId, @commentKey, @text, @hidden, @parentText,
      'queued', 0, @createdAt)`,
  );
  const stand = db.prepare(
    `UPDATE outbox SET state = @state, next_at = @nextAt, looks = @looks, doubt_at = @doubtAt,
      intent_id = @intentId, reason_code = @reasonCode, reason_until = @reasonUntil,
      question_code = @questionCode, question_at = @questionAt, settled_at = @settledAt WHERE id = @id`,
  );
  const setText = db.prepare<[string, string]>('UPDATE outbox SET text = ? WHERE id = ?');
  const setParentText = db.prepare<[string, string]>(
    'UPDATE outbox SET parent_text = ? WHERE id = ?',
  );
  return { insert, stand, setText, setParentText };
}

function prepareIntents(db: Db) {
  const addIntent = db.prepare<[string, string, string, number]>(
    'INSERT INTO outbox_intents (id, outbox_id, boot_id, at) VALUES (?, ?, ?, ?)',
  );
  const findIntent = db.prepare<[string], { bootId: string; at: number }>(
    'SELECT boot_id AS bootId, at FROM outbox_intents WHERE id = ?',
  );
  const settleIntent = db.prepare<[string, string, number, string]>(
    'UPDATE outbox_intents SET outcome = ?, decided_by = ?, settled_at = ? WHERE id = ?',
  );
  const addReceipt = db.prepare<[string, string | null, number, string | null]>(
    'INSERT OR IGNORE INTO outbox_receipts (intent_id, remote_id, at, trace_id) VALUES (?, ?, ?, ?)',
  );
  const receiptOf = db
    .prepare<[string], number>(
      'SELECT count(*) FROM outbox_receipts r JOIN outbox_intents i ON i.id = r.intent_id WHERE r.remote_id = ?',
    )
    .pluck();
  return { addIntent, findIntent, settleIntent, addReceipt, receiptOf };
}

export type OutboxStore = ReturnType<typeof outboxStore>;

/** Replies, hides and private replies on their way, with an intent before each visible call and a
 *  receipt after it. */
export function outboxStore(db: Db) {
  const { byId, allOpen, refused, sending, due, countOpen, ...reads } = prepareReads(db);
  const { insert, stand, setText, setParentText } = prepareWrites(db);
  const { addIntent, findIntent, settleIntent, addReceipt, receiptOf } = prepareIntents(db);

  const one = (raw: Raw | undefined) => raw && toRow(raw);
  const settledStates = new Set<OutboxState>(['sent', 'refused', 'withdrawn']);

  return {
    find: (id: string) => one(byId.get(id)),
    openOfThread: (threadId: string) => reads.ofThread.all(threadId).map(toRow),
    refusedOfThread: (threadId: string) => reads.refusedOfThread.all(threadId).map(toRow),
    /** Of many threads: what is open or was refused, in the order in which it was written. */
    ofThreads: (threadIds: readonly string[]): Map<string, OutboxRow[]> =>
      Map.groupBy(
        reads.ofThreads.all({ threads: JSON.stringify(threadIds) }).map(toRow),
        ({ threadId }) => threadId,
      ),
    list: () => [...allOpen.all(), ...refused.all()].map(toRow),
    sending: () => sending.all().map(toRow),
    due: (now: number) => due.all(now).map(toRow),
    countOpen: () => countOpen.get() ?? 0,
    insert: (item: NewItem) => void insert.run({ ...item, hidden: Number(item.hidden) }),
    stand(row: Pick<OutboxRow, 'id' | 'intentId'>, standing: Standing, now: number) {
      stand.run({
        id: row.id,
        state: standing.state,
        nextAt: standing.nextAt,
        looks: standing.looks ?? 0,
        doubtAt: standing.doubtAt ?? null,
        intentId: standing.intentId === undefined ? row.intentId : standing.intentId,
        reasonCode: standing.reasonCode ?? null,
        reasonUntil: standing.reasonUntil ?? null,
        questionCode: standing.questionCode ?? null,
        questionAt: standing.questionCode === undefined ? null : now,
        settledAt: settledStates.has(standing.state) ? now : null,
      });
    },
    setText: (id: string, text: string) => void setText.run(text, id),
    setParentText: (id: string, text: string) => void setParentText.run(text, id),
    addIntent: (intentId: string, id: string, bootId: string, at: number) =>
      void addIntent.run(intentId, id, bootId, at),
    findIntent: (intentId: string) => findIntent.get(intentId),
    settleIntent(intentId: string, outcome: string, decidedBy: string, at: number) {
      settleIntent.run(outcome, decidedBy, at, intentId);
    },
    addReceipt(intentId: string, remoteId: string | undefined, at: number, traceId?: string) {
      addReceipt.run(intentId, remoteId ?? null, at, traceId ?? null);
    },
    hasReceipt: (remoteId: string) => (receiptOf.get(remoteId) ?? 0) > 0,
  };
}

import type { OutboxKind } from '../../shared/contract/inbox-deeds.ts';
import type { OutboxState } from '../../shared/contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { intentStore } from './intent-store.ts';
import {
  outboxColumns,
  readItem,
  type NewItem,
  type OutboxRow,
  type RawItem,
  type Standing,
} from './outbox-rows.ts';

export type { NewItem, OutboxRow, Standing } from './outbox-rows.ts';

const open = "state NOT IN ('sent', 'refused', 'withdrawn')";

function prepareReads(db: Db) {
  const select = (rest: string) =>
    db
      .prepare<unknown[], RawItem>(`SELECT ${outboxColumns} FROM outbox ${rest}`)
      .safeIntegers(true);
  const byId = select('WHERE id = ?');
  const ofThread = select(`WHERE thread_id = ? AND ${open} ORDER BY seq`);
  const refusedOfThread = select("WHERE thread_id = ? AND state = 'refused' ORDER BY seq");
  const ofThreads = db
    .prepare<{ threads: string }, RawItem>(
      `SELECT ${outboxColumns} FROM outbox WHERE ${open} AND thread_id IN (SELECT value FROM json_each(@threads))
       UNION ALL SELECT ${outboxColumns} FROM outbox
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
  const newestWish = select(
    `WHERE comment_key = ? AND kind = ? AND (${open} OR (state = 'sent' AND settled_at >= ?))
     ORDER BY seq DESC LIMIT 1`,
  );
  const peopleToBlock = db
    .prepare<[string, number], string>(
      `SELECT DISTINCT c.from_id FROM outbox o JOIN comments c ON c.key = o.comment_key
       WHERE o.kind = 'block' AND o.account_id = ? AND c.from_id IS NOT NULL
         AND (${open} OR (state = 'sent' AND settled_at >= ?))`,
    )
    .pluck();
  const countOpen = db.prepare<[], number>(`SELECT count(*) FROM outbox WHERE ${open}`).pluck();
  const ofSome = { ofThread, refusedOfThread, ofThreads };
  return { byId, ...ofSome, allOpen, refused, sending, due, newestWish, peopleToBlock, countOpen };
}

function prepareWrites(db: Db) {
  const insert = db.prepare(
    `INSERT INTO outbox (id, kind, account_id, thread_id, comment_key, text, hidden, is_on, asset_id,
      asset_hash, parent_text, state, next_at, created_at)
     VALUES (@id, @kind, @accountId, @threadId, @commentKey, @text, @hidden, @isOn, @assetId,
      @assetHash, @parentText, 'queued', @nextAt, @createdAt)`,
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
  const setSeq = db.prepare<[bigint, string]>('UPDATE outbox SET seq = ? WHERE id = ?');
  return { insert, stand, setText, setParentText, setSeq };
}

export type OutboxStore = ReturnType<typeof outboxStore>;

/** Deeds on their way, with an intent before each visible call and a receipt after it. */
export function outboxStore(db: Db) {
  const { byId, allOpen, refused, sending, due, newestWish, peopleToBlock, countOpen, ...reads } =
    prepareReads(db);
  const { insert, stand, setText, setParentText, setSeq } = prepareWrites(db);

  const one = (raw: RawItem | undefined) => raw && readItem(raw);
  const settledStates = new Set<OutboxState>(['sent', 'refused', 'withdrawn']);

  return {
    ...intentStore(db),
    find: (id: string) => one(byId.get(id)),
    openOfThread: (threadId: string) => reads.ofThread.all(threadId).map(readItem),
    refusedOfThread: (threadId: string) => reads.refusedOfThread.all(threadId).map(readItem),
    /** Of many threads: what is open or was refused, in the order in which it was written. */
    ofThreads: (threadIds: readonly string[]): Map<string, OutboxRow[]> =>
      Map.groupBy(
        reads.ofThreads.all({ threads: JSON.stringify(threadIds) }).map(readItem),
        ({ threadId }) => threadId,
      ),
    list: () => [...allOpen.all(), ...refused.all()].map(readItem),
    sending: () => sending.all().map(readItem),
    due: (now: number) => due.all(now).map(readItem),
    /** What the shop last wished of a comment, where that has not left or got there at that instant or later. */
    newestWish: (commentKey: bigint, kind: OutboxKind, since: number) =>
      one(newestWish.get(commentKey, kind, since)),
    /** Ids of people whom to block or to let in again has not left, or got there at that instant or later. */
    peopleToBlock: (accountId: string, since: number) =>
      new Set(peopleToBlock.all(accountId, since)),
    countOpen: () => countOpen.get() ?? 0,
    insert: (item: NewItem) =>
      void insert.run({ ...item, hidden: Number(item.hidden), isOn: Number(item.isOn) }),
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
    /** Gives the rows the places that they have among themselves, in a new order. */
    reorder(rows: readonly OutboxRow[], ids: readonly string[]): void {
      const places = rows.map(({ seq }) => seq).toSorted((a, b) => (a < b ? -1 : 1));
      // Places are unique: each row steps aside first.
      ids.forEach((id, index) => void setSeq.run(-1n - BigInt(index), id));
      ids.forEach((id, index) => void setSeq.run(places[index] ?? 0n, id));
    },
  };
}

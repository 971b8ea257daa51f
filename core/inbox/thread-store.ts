import type { Db } from '../db/transact.ts';
import { insertRows, type SqlValue } from './insert-rows.ts';

export type ThreadRow = {
  id: string;
  accountId: string;
  network: 'facebook' | 'instagram';
  kind: 'comment' | 'mention' | 'message';
  postRemoteId: string;
  topRemoteId: string;
  personId: string | null;
  personName: string;
  lastKey: bigint;
  /** Key of the first of the customer's words that nobody has answered yet. */
  waitsSince: bigint | null;
  snippet: string;
  unread: boolean;
  done: boolean;
  waits: boolean;
  spam: boolean;
  /** UTC ms until which it is out of sight. */
  snoozedUntil: number | null;
  /** The person of the team who answers it. */
  assigneeId: string | null;
  intent: string | null;
  language: string | null;
  sign: 'asks' | 'queued' | 'refused' | 'answered' | 'none';
};

type Flags = 'unread' | 'done' | 'waits' | 'spam';
export type RawThread = Omit<ThreadRow, Flags | 'snoozedUntil'> &
  Record<Flags, bigint> & { snoozedUntil: bigint | null };

export const threadColumns = `t.id, t.account_id AS accountId, t.network, t.kind,
  t.post_remote_id AS postRemoteId, t.top_remote_id AS topRemoteId, t.person_id AS personId,
  t.person_name AS personName, t.last_key AS lastKey, t.waits_since AS waitsSince, t.snippet, t.unread,
  t.done, t.waits, t.spam, t.snoozed_until AS snoozedUntil, t.assignee_id AS assigneeId, t.intent,
  t.language, t.sign`;

export const readThreadRow = (raw: RawThread): ThreadRow => ({
  ...raw,
  unread: Boolean(raw.unread),
  done: Boolean(raw.done),
  waits: Boolean(raw.waits),
  spam: Boolean(raw.spam),
  snoozedUntil: raw.snoozedUntil === null ? null : Number(raw.snoozedUntil),
});

type Place = Pick<
  ThreadRow,
  'id' | 'accountId' | 'network' | 'postRemoteId' | 'topRemoteId' | 'personId' | 'personName'
>;
/** A thread under a post of ours unless told. */
type Kind = Partial<Pick<ThreadRow, 'kind'>>;
type Sum = Pick<ThreadRow, 'lastKey' | 'waitsSince' | 'snippet' | 'waits' | 'sign'>;
/** Of the customer's newest words. */
type Meaning = Pick<ThreadRow, 'intent' | 'language'>;
/** Whether a customer wrote something new. */
type Spoke = { spoke: boolean };

export type NewThread = Place & Sum & Spoke & Meaning & Kind;

function toValues(thread: NewThread): SqlValue[] {
  const { kind = 'comment' } = thread;
  const spoke = Number(thread.spoke);
  return [
    ...[thread.id, thread.accountId, thread.network, kind, thread.postRemoteId, thread.topRemoteId],
    ...[thread.personId, thread.personName, thread.lastKey, thread.waitsSince, thread.snippet],
    ...[Number(thread.waits), thread.sign, spoke, spoke, thread.intent, thread.language],
  ];
}

export type ThreadStore = ReturnType<typeof threadStore>;

/** The one writer of threads. What a list shows of them is in `thread-list.ts`. */
export function threadStore(db: Db) {
  const select = (where: string) =>
    db
      .prepare<string[], RawThread>(`SELECT ${threadColumns} FROM threads t WHERE ${where}`)
      .safeIntegers(true);
  const byId = select('t.id = ?');
  const byTop = select('t.account_id = ? AND t.top_remote_id = ?');
  const nameOf = db
    .prepare<[string, string], string>(
      `SELECT person_name FROM threads WHERE account_id = ? AND person_id = ?
       ORDER BY last_key DESC LIMIT 1`,
    )
    .pluck();
  const insert = insertRows(db, 'threads', [
    ...['id', 'account_id', 'network', 'kind', 'post_remote_id', 'top_remote_id', 'person_id'],
    ...['person_name', 'last_key', 'waits_since', 'snippet', 'waits', 'sign', 'spoken', 'unread'],
    ...['intent', 'language'],
  ]);
  const setPerson = db.prepare<[string | null, string, string]>(
    'UPDATE threads SET person_id = ?, person_name = ? WHERE id = ?',
  );
  // New words make a thread unread and bring it back into sight.
  const summarise = db.prepare(
    `UPDATE threads SET last_key = @lastKey, waits_since = @waitsSince, snippet = @snippet,
       waits = @waits, sign = @sign, spoken = spoken OR @spoke, unread = unread OR @spoke,
       done = done AND NOT @spoke,
       snoozed_until = CASE WHEN @spoke THEN NULL ELSE snoozed_until END WHERE id = @id`,
  );
  const setUnread = db.prepare<[number, string]>('UPDATE threads SET unread = ? WHERE id = ?');
  const setDone = db.prepare(
    `UPDATE threads SET done = @done, unread = unread AND NOT @done,
       snoozed_until = CASE WHEN @done THEN NULL ELSE snoozed_until END WHERE id = @id`,
  );
  const one = (raw: RawThread | undefined) => raw && readThreadRow(raw);
  return {
    find: (id: string) => one(byId.get(id)),
    findTop: (accountId: string, topRemoteId: string) => one(byTop.get(accountId, topRemoteId)),
    /** Of somebody who began a thread with this account, as it was last told. */
    nameOf: (accountId: string, personId: string) => nameOf.get(accountId, personId),
    insert: (thread: NewThread) => insert([toValues(thread)]),
    insertAll: (added: readonly NewThread[]) => insert(added.map(toValues)),
    setPerson: (id: string, personId: string | null, name: string) =>
      void setPerson.run(personId, name, id),
    summarise: (id: string, { waits, spoke, ...sum }: Sum & Spoke) =>
      void summarise.run({ ...sum, id, waits: Number(waits), spoke: Number(spoke) }),
    setUnread: (id: string, unread: boolean) => void setUnread.run(Number(unread), id),
    /** What is done is read, and sleeps no longer. */
    setDone: (id: string, done: boolean) => void setDone.run({ id, done: Number(done) }),
    ...asideWrites(db),
  };
}

/** What puts a thread aside, or in somebody's hands. */
function asideWrites(db: Db) {
  const setSpam = db.prepare(
    'UPDATE threads SET spam = @spam, unread = unread AND NOT @spam WHERE id = @id',
  );
  const snooze = db.prepare<[number | null, string]>(
    'UPDATE threads SET snoozed_until = ?, done = 0 WHERE id = ?',
  );
  const wake = db.prepare<[number]>(
    'UPDATE threads SET snoozed_until = NULL, unread = 1 WHERE snoozed_until <= ?',
  );
  const assign = db.prepare<[string | null, string]>(
    'UPDATE threads SET assignee_id = ? WHERE id = ?',
  );
  const setMeaning = db.prepare<[string | null, string | null, string]>(
    'UPDATE threads SET intent = ?, language = ? WHERE id = ?',
  );
  const unread = db
    .prepare<[number], string>(
      `SELECT id FROM threads WHERE language IS NULL AND spoken = 1 ORDER BY last_key DESC LIMIT ?`,
    )
    .pluck();
  return {
    setSpam: (id: string, spam: boolean) => void setSpam.run({ id, spam: Number(spam) }),
    /** `null` brings it back into sight. */
    snooze: (id: string, until: number | null) => void snooze.run(until, id),
    /** Brings back what slept until now, unread; how many. */
    wake: (now: number): number => wake.run(now).changes,
    assign: (id: string, personId: string | null) => void assign.run(personId, id),
    setMeaning: (id: string, { intent, language }: Meaning) =>
      void setMeaning.run(intent, language, id),
    /** Threads whose words nobody has read for what they want, newest first. */
    withoutMeaning: (limit: number) => unread.all(limit),
  };
}

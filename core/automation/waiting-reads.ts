import type { Db } from '../db/transact.ts';

/** Comment keys are created time in ms × 4096 + a running number. */
const keysPerMs = 4096n;
export const firstKeyAt = (at: number): bigint => BigInt(at) * keysPerMs;
export const instantOfKey = (key: bigint): number => Number(key / keysPerMs);

export type NightThread = {
  id: string;
  network: 'facebook' | 'instagram';
  person: string;
  snippet: string;
  intent: string | null;
  waits: boolean;
  lastKey: bigint;
};

/** The very condition of the index of waiting threads. */
const waiting = 't.waits = 1 AND t.done = 0 AND t.spam = 0 AND t.snoozed_until IS NULL';
const ofAccounts = 't.account_id IN (SELECT value FROM json_each(@accounts))';
/** More than this are as many as anybody wants to know. */
const mostCounted = 1000;
const mostShown = 50;

export type WaitingReads = ReturnType<typeof waitingReads>;

/** Who waits and what came overnight. Threads and comments are the inbox's, read here. */
export function waitingReads(db: Db) {
  const late = db
    .prepare<object, number>(
      `SELECT count(*) FROM (SELECT 1 FROM threads t WHERE ${waiting} AND t.waits_since < @before
         AND ${ofAccounts} LIMIT ${mostCounted})`,
    )
    .pluck();
  const tell = db.prepare(
    `INSERT OR IGNORE INTO automation_told (thread_id, waits_since)
     SELECT t.id, t.waits_since FROM threads t WHERE ${waiting} AND t.waits_since < @before
       AND ${ofAccounts}`,
  );
  const forget = db.prepare(
    `DELETE FROM automation_told WHERE NOT EXISTS (SELECT 1 FROM threads t
       WHERE t.id = automation_told.thread_id AND t.waits_since = automation_told.waits_since)`,
  );
  const night = `FROM threads t WHERE t.spoken = 1 AND t.spam = 0 AND t.last_key >= @from AND ${ofAccounts}
    AND EXISTS (SELECT 1 FROM comments c WHERE c.thread_id = +t.id AND c.key >= @from AND c.key < @to
      AND c.mine = 0 AND c.deleted = 0)`;
  const byIntent = db.prepare<object, { intent: string; n: number; waits: number }>(
    `SELECT coalesce(t.intent, 'other') AS intent, count(*) AS n, sum(t.waits = 1 AND t.done = 0) AS waits
     ${night} GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  const urgent = `CASE t.intent WHEN 'complaint' THEN 0 WHEN 'order' THEN 1 WHEN 'praise' THEN 3
    WHEN 'other' THEN 3 ELSE 2 END`;
  const threads = db
    .prepare<object, Omit<NightThread, 'waits'> & { waits: bigint }>(
      `SELECT t.id, t.network, t.person_name AS person, t.snippet, t.intent,
         t.waits = 1 AND t.done = 0 AS waits, t.last_key AS lastKey ${night}
       ORDER BY (t.waits = 1 AND t.done = 0) DESC, ${urgent}, t.last_key DESC LIMIT ${mostShown}`,
    )
    .safeIntegers(true);
  const answered = db
    .prepare<object, number>(
      `SELECT count(DISTINCT comment_key) FROM automation_deeds
       WHERE at >= @fromAt AND at < @toAt AND state = 'done' AND kind IN ('reply', 'private-reply')
         AND account_id IN (SELECT value FROM json_each(@accounts))`,
    )
    .pluck();

  const place = (accountIds: readonly string[], before: number) => ({
    accounts: JSON.stringify(accountIds),
    before: firstKeyAt(before),
  });

  return {
    /** Threads of these accounts that wait since before; counted up to a thousand. */
    countLate: (accountIds: readonly string[], before: number): number =>
      late.get(place(accountIds, before)) ?? 0,
    /** Keeps that they were told of; how many had not been. */
    tell(accountIds: readonly string[], before: number): number {
      const { changes } = tell.run(place(accountIds, before));
      if (changes > 0) forget.run();
      return changes;
    },
    overnight(accountIds: readonly string[], fromAt: number, toAt: number) {
      const accounts = JSON.stringify(accountIds);
      const span = { accounts, from: firstKeyAt(fromAt), to: firstKeyAt(toAt) };
      return {
        intents: byIntent.all(span),
        threads: threads.all(span).map((row) => ({ ...row, waits: Boolean(row.waits) })),
        answered: answered.get({ accounts, fromAt, toAt }) ?? 0,
      };
    },
  };
}

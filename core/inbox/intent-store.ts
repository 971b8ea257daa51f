import type { Db } from '../db/transact.ts';

export type IntentStore = ReturnType<typeof intentStore>;

/** What was about to be called, before each visible call, and what came of it. */
export function intentStore(db: Db) {
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
  return {
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

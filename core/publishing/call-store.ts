import type { Db } from '../db/transact.ts';

export type IntentRow = {
  id: string;
  targetId: string;
  /** What was called, as `publish-container`. */
  call: string;
  /** The remote id it acts on. */
  handle: string;
  contentHash: string;
  bootId: string;
  at: number;
};
export type SettledBy = 'answer' | 'reading' | 'person';

type StoredIntent = {
  id: string;
  target_id: string;
  call: string;
  handle: string;
  content_hash: string;
  boot_id: string;
  at: number;
};

export type CallStore = ReturnType<typeof createCallStore>;

/** SQL of intents and receipts: one row before each visible call, one after. */
export function createCallStore(db: Db) {
  const insert = db.prepare(
    `INSERT INTO intents (id, target_id, call, handle, content_hash, boot_id, at)
     VALUES (@id, @targetId, @call, @handle, @contentHash, @bootId, @at)`,
  );
  const find = db.prepare<[string], StoredIntent>('SELECT * FROM intents WHERE id = ?');
  const firstOf = db.prepare<[string], { at: number | null }>(
    'SELECT min(at) AS at FROM intents WHERE target_id = ?',
  );
  const lastBetween = db.prepare<[number, number, string], { at: number | null }>(
    `SELECT max(intents.at) AS at FROM intents JOIN targets ON targets.id = intents.target_id
     WHERE intents.at > ? AND intents.at <= ? AND targets.account_id = ?`,
  );
  const ofHandle = db.prepare<[string, string], { id: string }>(
    'SELECT id FROM intents WHERE target_id = ? AND handle = ? LIMIT 1',
  );
  const handles = db
    .prepare<[string], string>('SELECT handle FROM intents WHERE target_id = ?')
    .pluck();
  const settle = db.prepare(
    `UPDATE intents SET outcome = ?, settled_by = ?, settled_at = ?
     WHERE id = ? AND outcome IS NULL`,
  );
  const receipt = db.prepare(
    `INSERT INTO receipts (intent_id, remote_id, trace_id, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (intent_id) DO NOTHING`,
  );
  return {
    begin: (row: IntentRow) => void insert.run(row),
    find(id: string): IntentRow | undefined {
      const row = find.get(id);
      return (
        row && {
          id: row.id,
          targetId: row.target_id,
          call: row.call,
          handle: row.handle,
          contentHash: row.content_hash,
          bootId: row.boot_id,
          at: row.at,
        }
      );
    },
    /** When the first call for this target was about to be made. */
    firstAt: (targetId: string) => firstOf.get(targetId)?.at ?? undefined,
    /** The account's last visible call between two instants. */
    lastBetween: (accountId: string, fromAt: number, toAt: number) =>
      lastBetween.get(fromAt, toAt, accountId)?.at ?? undefined,
    /** Was a visible call ever about to be made on this remote id? */
    wasCalled: (targetId: string, handle: string) => ofHandle.get(targetId, handle) !== undefined,
    /** What the calls made for this target acted on. */
    handles: (targetId: string): string[] => handles.all(targetId),
    settle: (id: string, outcome: 'done' | 'not-done', by: SettledBy, at: number) =>
      void settle.run(outcome, by, at, id),
    receipt: (
      intentId: string,
      remoteId: string | undefined,
      traceId: string | undefined,
      at: number,
    ) => void receipt.run(intentId, remoteId ?? null, traceId ?? null, at),
  };
}

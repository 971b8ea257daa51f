import { z } from 'zod';
import type { Db } from '../db/transact.ts';

const stepDetail = z.record(z.string(), z.union([z.string(), z.number()]));
export type StepDetail = z.infer<typeof stepDetail>;

/** One thing the network keeps for a target and nobody sees. */
export type RemoteStep = { name: string; remoteId: string; detail: StepDetail; at: number };
export type Discard = { accountId: string; remoteId: string; tries: number };

type StoredStep = { name: string; remote_id: string; detail: string; at: number };
type StoredDiscard = { account_id: string; remote_id: string; tries: number };

export type StepStore = ReturnType<typeof createStepStore>;

/** SQL of the invisible steps and of what is to be removed again. */
export function createStepStore(db: Db) {
  const read = db.prepare<[string], StoredStep>('SELECT * FROM remote_steps WHERE target_id = ?');
  const kept = db
    .prepare<[string, string], number>(
      `SELECT 1 FROM remote_steps WHERE remote_id = ? AND target_id <> ? AND name = 'scheduled'`,
    )
    .pluck();
  const save = db.prepare(
    `INSERT INTO remote_steps (target_id, name, remote_id, detail, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (target_id, name) DO UPDATE
     SET remote_id = excluded.remote_id, detail = excluded.detail, at = excluded.at`,
  );
  const drop = db.prepare('DELETE FROM remote_steps WHERE target_id = ? AND name = ?');
  const dropAll = db.prepare('DELETE FROM remote_steps WHERE target_id = ?');
  const discard = db.prepare(
    `INSERT INTO discards (account_id, remote_id, tries, next_at) VALUES (?, ?, 0, ?)
     ON CONFLICT DO NOTHING`,
  );
  const discardsDue = db.prepare<[number], StoredDiscard>(
    'SELECT account_id, remote_id, tries FROM discards WHERE next_at <= ? ORDER BY next_at LIMIT 20',
  );
  const postpone = db.prepare(
    `UPDATE discards SET tries = tries + 1, next_at = ? WHERE account_id = ? AND remote_id = ?`,
  );
  const forget = db.prepare('DELETE FROM discards WHERE account_id = ? AND remote_id = ?');
  return {
    read: (targetId: string): RemoteStep[] =>
      read.all(targetId).map((row) => ({
        name: row.name,
        remoteId: row.remote_id,
        detail: stepDetail.parse(JSON.parse(row.detail)),
        at: row.at,
      })),
    /** Has another target this object waiting on the network? */
    isKept: (remoteId: string, targetId: string) => kept.get(remoteId, targetId) !== undefined,
    save: (targetId: string, step: RemoteStep) =>
      void save.run(targetId, step.name, step.remoteId, JSON.stringify(step.detail), step.at),
    drop: (targetId: string, name: string) => void drop.run(targetId, name),
    dropAll: (targetId: string) => void dropAll.run(targetId),
    discard: (accountId: string, remoteId: string, at: number) =>
      void discard.run(accountId, remoteId, at),
    discardsDue: (now: number): Discard[] =>
      discardsDue.all(now).map((row) => ({
        accountId: row.account_id,
        remoteId: row.remote_id,
        tries: row.tries,
      })),
    postponeDiscard: ({ accountId, remoteId }: Discard, at: number) =>
      void postpone.run(at, accountId, remoteId),
    forgetDiscard: ({ accountId, remoteId }: Discard) => void forget.run(accountId, remoteId),
  };
}

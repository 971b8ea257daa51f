import type { Db } from '../db/transact.ts';
import type { ReadLimit } from './full-day.ts';

type Stored = { used: number; total: number; window_ms: number; read_at: number };
export type DayRow = { postId: string; at: number; recipe: string | null };
type StoredDay = { post_id: string; at: number; recipe: string | null };

export type LimitStore = ReturnType<typeof createLimitStore>;

/** SQL of how full an account's day is. */
export function createLimitStore(db: Db) {
  const read = db.prepare<[string], Stored>(
    'SELECT used, total, window_ms, read_at FROM publishing_limits WHERE account_id = ?',
  );
  const save = db.prepare(
    `INSERT INTO publishing_limits (account_id, used, total, window_ms, read_at)
     VALUES (@accountId, @used, @total, @windowMs, @readAt)
     ON CONFLICT (account_id) DO UPDATE SET used = excluded.used, total = excluded.total,
       window_ms = excluded.window_ms, read_at = excluded.read_at`,
  );
  const calls = db.prepare<[number, string], { n: number }>(
    `SELECT count(*) AS n FROM intents JOIN targets ON targets.id = intents.target_id
     WHERE intents.at >= ? AND intents.outcome IS NOT 'not-done'
       AND targets.account_id = ? AND targets.role = 'post'`,
  );
  // Late ones stand by the time they went out, at most a day after their own.
  const day = db.prepare<[string, number, number, string], StoredDay>(
    `SELECT post_id, coalesce(published_at, due_at) AS at, content ->> '$.recipe' AS recipe
     FROM targets WHERE account_id = ? AND role = 'post' AND due_at > ? AND due_at < ?
       AND post_id <> ? AND state NOT IN ('failed', 'missed', 'cancelled')
     ORDER BY at`,
  );
  return {
    read(accountId: string): ReadLimit | undefined {
      const row = read.get(accountId);
      const { used, total } = row ?? {};
      if (!row || used === undefined || total === undefined) return undefined;
      return { used, total, windowMs: row.window_ms, readAt: row.read_at };
    },
    save: (accountId: string, limit: ReadLimit) => void save.run({ accountId, ...limit }),
    /** Visible calls for posts of an account since then that came to something or may have. */
    callsSince: (accountId: string, at: number) => calls.get(at, accountId)?.n ?? 0,
    /** When the account's other posts go or went out, in order. */
    day: (accountId: string, fromAt: number, toAt: number, exceptPostId: string): DayRow[] =>
      day
        .all(accountId, fromAt, toAt, exceptPostId)
        .map((row) => ({ postId: row.post_id, at: row.at, recipe: row.recipe })),
  };
}

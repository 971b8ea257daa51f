import type { KeepMonths } from '../../shared/contract/records.ts';
import type { Db } from '../db/transact.ts';

export type KeepRow = {
  shopId: string;
  months: KeepMonths;
  /** Of a look that was begun: keys before the one, from the other on. */
  beforeKey: bigint | null;
  fromKey: bigint | null;
  removed: number;
  lastAt: number | null;
  lastRemoved: number | null;
};

type Raw = { [K in keyof KeepRow]: KeepRow[K] extends string ? string : KeepRow[K] | bigint };

const number = (value: number | bigint | null) => (value === null ? null : Number(value));

const readRow = (raw: Raw): KeepRow => ({
  shopId: raw.shopId,
  months: Number(raw.months) as KeepMonths,
  beforeKey: raw.beforeKey,
  fromKey: raw.fromKey,
  removed: Number(raw.removed),
  lastAt: number(raw.lastAt),
  lastRemoved: number(raw.lastRemoved),
});

/** A comment whose thread still needs somebody: something has not left, a note, an open order. */
const held = `(
  EXISTS (SELECT 1 FROM outbox o WHERE o.thread_id = c.thread_id
    AND o.state NOT IN ('sent', 'refused', 'withdrawn'))
  OR EXISTS (SELECT 1 FROM thread_notes n WHERE n.thread_id = c.thread_id AND n.removed_at IS NULL)
  OR EXISTS (SELECT 1 FROM order_drafts d WHERE d.thread_id = c.thread_id AND d.state = 'open'))`;

export type OldComment = { key: bigint; threadId: string; text: string; fromName: string };

/** The one writer of keep_rules. Comments, outbox, notes and orders are others'; read here. */
export function keepStore(db: Db) {
  const columns = `shop_id AS shopId, months, before_key AS beforeKey, from_key AS fromKey, removed,
    last_at AS lastAt, last_removed AS lastRemoved`;
  const all = db.prepare<[], Raw>(`SELECT ${columns} FROM keep_rules`).safeIntegers(true);
  const put = db.prepare<[string, number]>(
    `INSERT INTO keep_rules (shop_id, months) VALUES (?, ?)
     ON CONFLICT (shop_id) DO UPDATE SET months = excluded.months, before_key = NULL,
       from_key = NULL, removed = 0, last_at = NULL`,
  );
  const drop = db.prepare<[string]>('DELETE FROM keep_rules WHERE shop_id = ?');
  const begin = db.prepare<[bigint, string]>(
    'UPDATE keep_rules SET before_key = ?, from_key = 0, removed = 0 WHERE shop_id = ?',
  );
  const advance = db.prepare<[bigint, number, string]>(
    'UPDATE keep_rules SET from_key = ?, removed = removed + ? WHERE shop_id = ?',
  );
  const end = db.prepare<[number, string]>(
    `UPDATE keep_rules SET last_at = ?, last_removed = removed, before_key = NULL, from_key = NULL
     WHERE shop_id = ?`,
  );
  const ceiling = db
    .prepare<[bigint, number], bigint>(
      'SELECT key FROM comments WHERE key >= ? ORDER BY key LIMIT 1 OFFSET ?',
    )
    .pluck()
    .safeIntegers(true);
  const between = `c.key >= @from AND c.key < @to
    AND c.account_id IN (SELECT value FROM json_each(@accounts))`;
  const old = db
    .prepare<unknown[], OldComment>(
      `SELECT c.key, c.thread_id AS threadId, c.text, c.from_name AS fromName FROM comments c
       WHERE ${between} AND NOT ${held} ORDER BY c.key`,
    )
    .safeIntegers(true);
  const counted = db.prepare<unknown[], { comments: number; held: number }>(
    `SELECT count(*) AS comments, coalesce(sum(${held}), 0) AS held FROM comments c WHERE ${between}`,
  );
  const emptied = db
    .prepare<[string], string>(
      `SELECT json_group_array(id) FROM threads WHERE id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM comments WHERE thread_id = threads.id)`,
    )
    .pluck();
  return {
    all: () => all.all().map(readRow),
    put: (shopId: string, months: KeepMonths): void => void put.run(shopId, months),
    drop: (shopId: string): void => void drop.run(shopId),
    begin: (shopId: string, beforeKey: bigint): void => void begin.run(beforeKey, shopId),
    advance: (shopId: string, fromKey: bigint, removed: number): void =>
      void advance.run(fromKey, removed, shopId),
    end: (shopId: string, at: number): void => void end.run(at, shopId),
    /** The first key beyond so many comments; undefined when fewer are left. */
    ceiling: (from: bigint, count: number): bigint | undefined => ceiling.get(from, count),
    old: (accountIds: readonly string[], from: bigint, to: bigint) =>
      old.all({ accounts: JSON.stringify(accountIds), from, to }),
    counted: (accountIds: readonly string[], from: bigint, to: bigint) =>
      counted.get({ accounts: JSON.stringify(accountIds), from, to }) ?? { comments: 0, held: 0 },
    /** Of these threads, those without a comment; JSON both ways. */
    emptied: (threadIds: string): string => emptied.get(threadIds) ?? '[]',
  };
}

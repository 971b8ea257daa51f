import { z } from 'zod';
import { postContent, type PostContent } from '../../shared/contract/posts.ts';
import type { Db } from '../db/transact.ts';

const texts = z.array(z.string());

export type Pool = {
  id: string;
  name: string;
  accountIds: string[];
  minDays: number;
  maxUses: number | undefined;
  on: boolean;
};
export type Entry = { id: string; poolId: string; content: PostContent; variants: string[] };
export type PoolUse = { entryId: string; slotAt: number; postId: string };

type RawPool = Omit<Pool, 'accountIds' | 'maxUses' | 'on'> & {
  accountIds: string;
  maxUses: number | null;
  isOn: number;
};
type RawEntry = { id: string; poolId: string; content: string; variants: string };

const poolColumns = `id, name, account_ids AS accountIds, min_days AS minDays, max_uses AS maxUses,
  is_on AS isOn`;
const entryColumns = 'id, pool_id AS poolId, content, variants';

export type PoolStore = ReturnType<typeof poolStore>;

export function poolStore(db: Db) {
  const pools = db.prepare<[], RawPool>(
    `SELECT ${poolColumns} FROM evergreen_pools WHERE removed_at IS NULL ORDER BY added_at, id`,
  );
  const pool = db.prepare<[string], RawPool>(
    `SELECT ${poolColumns} FROM evergreen_pools WHERE id = ? AND removed_at IS NULL`,
  );
  const putPool = db.prepare(
    `INSERT INTO evergreen_pools (id, name, account_ids, min_days, max_uses, is_on, added_at)
     VALUES (@id, @name, @accountIds, @minDays, @maxUses, @isOn, @addedAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, account_ids = excluded.account_ids,
       min_days = excluded.min_days, max_uses = excluded.max_uses, is_on = excluded.is_on`,
  );
  const removePool = db.prepare<[number, string]>(
    'UPDATE evergreen_pools SET removed_at = ? WHERE id = ?',
  );
  return {
    pools: () => pools.all().map(readPool),
    pool(id: string): Pool | undefined {
      const row = pool.get(id);
      return row && readPool(row);
    },
    putPool: ({ accountIds, maxUses, on, ...row }: Pool, addedAt: number) =>
      putPool.run({
        ...row,
        addedAt,
        accountIds: JSON.stringify(accountIds),
        maxUses: maxUses ?? null,
        isOn: on ? 1 : 0,
      }),
    removePool: (id: string, at: number) => removePool.run(at, id),
    ...entryRows(db),
  };
}

function entryRows(db: Db) {
  const entries = db.prepare<[string], RawEntry>(
    `SELECT ${entryColumns} FROM evergreen_entries WHERE pool_id = ? AND removed_at IS NULL
     ORDER BY added_at, id`,
  );
  const entry = db.prepare<[string], RawEntry>(
    `SELECT ${entryColumns} FROM evergreen_entries WHERE id = ? AND removed_at IS NULL`,
  );
  const putEntry = db.prepare(
    `INSERT INTO evergreen_entries (id, pool_id, content, variants, added_at)
     VALUES (@id, @poolId, @content, @variants, @addedAt)
     ON CONFLICT (id) DO UPDATE SET content = excluded.content, variants = excluded.variants`,
  );
  const removeEntry = db.prepare<[number, string]>(
    'UPDATE evergreen_entries SET removed_at = ? WHERE id = ?',
  );
  const uses = db.prepare<[string], PoolUse>(
    `SELECT entry_id AS entryId, slot_at AS slotAt, post_id AS postId FROM evergreen_uses
     WHERE pool_id = ? ORDER BY slot_at`,
  );
  const addUse = db.prepare<[string, number, string, string]>(
    'INSERT INTO evergreen_uses (pool_id, slot_at, entry_id, post_id) VALUES (?, ?, ?, ?)',
  );
  return {
    entries: (poolId: string) => entries.all(poolId).map(readEntry),
    entry(id: string): Entry | undefined {
      const row = entry.get(id);
      return row && readEntry(row);
    },
    putEntry: ({ content, variants, ...row }: Entry, addedAt: number) =>
      putEntry.run({
        ...row,
        addedAt,
        content: JSON.stringify(content),
        variants: JSON.stringify(variants),
      }),
    removeEntry: (id: string, at: number) => removeEntry.run(at, id),
    /** The hours that the pool filled, in order. */
    uses: (poolId: string) => uses.all(poolId),
    addUse: (poolId: string, { slotAt, entryId, postId }: PoolUse) =>
      addUse.run(poolId, slotAt, entryId, postId),
  };
}

function readPool({ accountIds, maxUses, isOn, ...row }: RawPool): Pool {
  return {
    ...row,
    accountIds: texts.parse(JSON.parse(accountIds)),
    maxUses: maxUses ?? undefined,
    on: isOn === 1,
  };
}

function readEntry({ content, variants, ...row }: RawEntry): Entry {
  return {
    ...row,
    content: postContent.parse(JSON.parse(content)),
    variants: texts.parse(JSON.parse(variants)),
  };
}

import type { Db } from '../db/transact.ts';
import type { Plan } from './store.ts';

export type BatchRow = { id: string; name: string; createdAt: number; undoneAt: number | null };
export type BatchItem = { place: number; postId: string; removed: boolean; plan: Plan | undefined };

type RawItem = {
  place: number;
  postId: string;
  removed: number;
  planWall: string | null;
  planZone: string | null;
  planAt: number | null;
};

export type BatchStore = ReturnType<typeof batchStore>;

const columns = 'id, name, created_at AS createdAt, undone_at AS undoneAt';

/** Which posts were made in one step. */
export function batchStore(db: Db) {
  const insert = db.prepare<[string, string, number]>(
    'INSERT INTO post_batches (id, name, created_at) VALUES (?, ?, ?)',
  );
  const addItem = db.prepare<[string, number, string]>(
    'INSERT INTO post_batch_items (batch_id, place, post_id) VALUES (?, ?, ?)',
  );
  const find = db.prepare<[string], BatchRow>(`SELECT ${columns} FROM post_batches WHERE id = ?`);
  const items = db.prepare<[string], RawItem>(
    `SELECT place, post_id AS postId, removed, plan_wall AS planWall, plan_zone AS planZone,
       plan_at AS planAt FROM post_batch_items WHERE batch_id = ? ORDER BY place`,
  );
  const newest = db.prepare<[number], BatchRow & { posts: number }>(
    `SELECT ${columns}, (SELECT count(*) FROM post_batch_items WHERE batch_id = post_batches.id)
       AS posts FROM post_batches ORDER BY created_at DESC, id DESC LIMIT ?`,
  );
  const setUndone = db.prepare<[number | null, string]>(
    'UPDATE post_batches SET undone_at = ? WHERE id = ?',
  );
  const setItem = db.prepare(
    `UPDATE post_batch_items SET removed = @removed, plan_wall = @wall, plan_zone = @zone,
       plan_at = @at WHERE batch_id = @batchId AND place = @place`,
  );
  return {
    insert(batch: { id: string; name: string; createdAt: number }, postIds: readonly string[]) {
      insert.run(batch.id, batch.name, batch.createdAt);
      postIds.forEach((postId, place) => addItem.run(batch.id, place, postId));
    },
    find: (id: string) => find.get(id),
    items: (batchId: string): BatchItem[] => items.all(batchId).map(parseItem),
    newest: (limit: number) => newest.all(limit),
    setUndone: (id: string, at: number | null) => setUndone.run(at, id),
    setItem(batchId: string, { place, removed, plan }: Omit<BatchItem, 'postId'>): void {
      const { wall = null, zone = null, at = null } = plan ?? {};
      setItem.run({ batchId, place, removed: removed ? 1 : 0, wall, zone, at });
    },
  };
}

function parseItem({ planAt, planWall, planZone, ...item }: RawItem): BatchItem {
  const hasPlan = planAt !== null && planWall !== null && planZone !== null;
  return {
    place: item.place,
    postId: item.postId,
    removed: item.removed === 1,
    plan: hasPlan ? { at: planAt, wall: planWall, zone: planZone } : undefined,
  };
}

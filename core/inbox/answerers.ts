import type { Colleagues, WriterFact } from '../../shared/facts.ts';
import type { Db } from '../db/transact.ts';
import type { ThreadRow } from './thread-store.ts';

export type AnswererStore = ReturnType<typeof answererStore>;

/** As what the newest words of threads were on their way, where they are ours and left from here. */
export function answererStore(db: Db) {
  const newest = db.prepare<[string], { threadId: string; outboxId: string }>(
    `SELECT c.thread_id AS threadId, c.outbox_id AS outboxId
     FROM json_each(?) j JOIN comments c ON c.key = j.value
     WHERE c.mine = 1 AND c.outbox_id IS NOT NULL`,
  );
  return {
    // Keys pass 2^53: they are written as the integers they are.
    ofNewest: (keys: readonly bigint[]) => newest.all(`[${keys.join(',')}]`),
  };
}

/** Who wrote the newest words of those threads that are answered, by thread. */
export function answeredBy(
  answerers: AnswererStore,
  colleagues: Colleagues,
  rows: readonly ThreadRow[],
): Map<string, WriterFact> {
  const keys = rows.flatMap(({ sign, lastKey }) => (sign === 'answered' ? [lastKey] : []));
  const newest = keys.length === 0 ? [] : answerers.ofNewest(keys);
  const writers = colleagues.writersOf(newest.map(({ outboxId }) => outboxId));
  return new Map(
    newest.flatMap(({ threadId, outboxId }) => {
      const writer = writers.get(outboxId);
      return writer ? [[threadId, writer] as const] : [];
    }),
  );
}

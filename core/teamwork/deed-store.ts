import type { Db } from '../db/transact.ts';

export type DeedParams = Record<string, string | number | boolean>;

export type DeedRow = {
  id: string;
  threadId: string;
  outboxId: string | null;
  personId: string | null;
  byStudio: boolean;
  kind: string;
  params: DeedParams;
  at: number;
};

type Stored = Omit<DeedRow, 'byStudio' | 'params'> & { byStudio: number; params: string };

export type WriterRow = { outboxId: string; personId: string | null; byStudio: number };

export type DeedStore = ReturnType<typeof deedStore>;

/** Who did what with a thread. Ids are in the order of time. */
export function deedStore(db: Db) {
  const insert = db.prepare<Stored>(
    `INSERT INTO thread_deeds (id, thread_id, outbox_id, person_id, by_studio, kind, params, at)
     VALUES (@id, @threadId, @outboxId, @personId, @byStudio, @kind, @params, @at)`,
  );
  const ofThread = db.prepare<[string, string, number], Stored>(
    `SELECT id, thread_id AS threadId, outbox_id AS outboxId, person_id AS personId,
       by_studio AS byStudio, kind, params, at
     FROM thread_deeds WHERE thread_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  );
  // Who put it on its way, not who changed it since.
  const writers = db.prepare<[string], WriterRow>(
    `SELECT d.outbox_id AS outboxId, d.person_id AS personId, d.by_studio AS byStudio
     FROM json_each(?) j JOIN thread_deeds d ON d.outbox_id = j.value
     WHERE d.id = (SELECT min(f.id) FROM thread_deeds f WHERE f.outbox_id = j.value)`,
  );
  return {
    insert: (row: DeedRow) =>
      void insert.run({
        ...row,
        byStudio: Number(row.byStudio),
        params: JSON.stringify(row.params),
      }),
    /** Newest first, those before one. */
    ofThread: (threadId: string, before: string | undefined, limit: number): DeedRow[] =>
      ofThread.all(threadId, before ?? '~', limit).map((row) => ({
        ...row,
        byStudio: Boolean(row.byStudio),
        params: JSON.parse(row.params) as DeedParams,
      })),
    writersOf: (outboxIds: readonly string[]): WriterRow[] =>
      outboxIds.length === 0 ? [] : writers.all(JSON.stringify(outboxIds)),
  };
}

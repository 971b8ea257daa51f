import type { Db, Transact } from './transact.ts';

/** Applies a change once per clientId: the second call with the same id gets the first one's answer
 *  without running again. Without a clientId it simply runs in a transaction. */
export type ApplyOnce = <T>(procedure: string, clientId: string | undefined, work: () => T) => T;

/** The same for work that cannot run inside one transaction (reads files, asks the network): two
 *  calls with one clientId at the same time share the one that runs. */
export type ApplyOnceAsync = <T>(
  procedure: string,
  clientId: string | undefined,
  work: () => Promise<T>,
) => Promise<T>;

type AppliedRow = { answer: string };

export function createApplyOnce(db: Db, transact: Transact, now: () => number) {
  const find = db.prepare<[string, string], AppliedRow>(
    'SELECT answer FROM applied_changes WHERE client_id = ? AND procedure = ?',
  );
  const insert = db.prepare<[string, string, string, number]>(
    'INSERT INTO applied_changes (client_id, procedure, answer, at) VALUES (?, ?, ?, ?)',
  );
  const running = new Map<string, Promise<unknown>>();

  const earlier = <T>(procedure: string, clientId: string): { answer: T } | undefined => {
    const row = find.get(clientId, procedure);
    return row && { answer: JSON.parse(row.answer) as T };
  };
  const keep = (procedure: string, clientId: string, answer: unknown): void => {
    insert.run(clientId, procedure, JSON.stringify(answer ?? null), now());
  };

  const applyOnce: ApplyOnce = (procedure, clientId, work) => {
    if (!clientId) return transact(work);
    return transact(() => {
      const before = earlier<ReturnType<typeof work>>(procedure, clientId);
      if (before) return before.answer;
      const answer = work();
      keep(procedure, clientId, answer);
      return answer;
    });
  };

  const applyOnceAsync: ApplyOnceAsync = async <T>(
    procedure: string,
    clientId: string | undefined,
    work: () => Promise<T>,
  ): Promise<T> => {
    if (!clientId) return work();
    const key = `${procedure}\n${clientId}`;
    const before = earlier<T>(procedure, clientId);
    if (before) return before.answer;
    const alongside = running.get(key) as Promise<T> | undefined;
    if (alongside) return alongside;
    const promise = work().then((answer) => {
      keep(procedure, clientId, answer);
      return answer;
    });
    running.set(key, promise);
    return promise.finally(() => running.delete(key));
  };

  return { applyOnce, applyOnceAsync };
}

import type Database from 'better-sqlite3';
import type { EventBus } from '../events/bus.ts';

export type Db = Database.Database;

/** Runs `work` in one immediate transaction; events it emits leave after the commit. Nested calls
 *  join the outer transaction. `work` must not be asynchronous. */
export type Transact = <T>(work: () => T) => T;

export function createTransact(db: Db, events: EventBus): Transact {
  return <T>(work: () => T): T => {
    if (db.inTransaction) return work();
    return events.afterCommit(() => db.transaction(work).immediate());
  };
}

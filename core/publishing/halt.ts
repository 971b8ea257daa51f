import { storageTrouble, type StorageTrouble } from '../db/storage-trouble.ts';
import type { Db } from '../db/transact.ts';
import type { HaltCode } from './publishing-uses.ts';

/** What stops visible calls as a whole. */
export type Halt = {
  code(): HaltCode | undefined;
  /** Looks at an error of the database; answers whether it was the disk. */
  noteStorageError(error: unknown): boolean;
  /** A receipt that the disk did not take; written again with `retry`. */
  keep(write: () => void): void;
  /** Tries the disk again after it was full. */
  retry(now: number): void;
  setClockOff(isOff: boolean): void;
};

/** A full disk pauses until it takes writes again. A disk that reports an I/O error has lost trust:
 *  SQLite carries on after one failed fsync, we do not, until the library is opened anew. */
export function createHalt(db: Db, onHalt: (code: HaltCode | undefined) => void): Halt {
  const pulse = db.prepare(
    'INSERT INTO publishing_pulse (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
  );
  let storage: StorageTrouble | undefined;
  let isClockOff = false;
  let kept: (() => void)[] = [];

  const code = (): HaltCode | undefined => storage ?? (isClockOff ? 'clock-off' : undefined);

  function change(work: () => void): void {
    const before = code();
    work();
    if (code() !== before) onHalt(code());
  }

  function noteStorageError(error: unknown): boolean {
    const found = storageTrouble(error);
    if (found) change(() => (storage = storage === 'disk-failing' ? storage : found));
    return found !== undefined;
  }

  return {
    code,
    noteStorageError,
    keep(write) {
      kept.push(write);
    },
    retry(now) {
      if (storage === undefined) return;
      try {
        const writes = kept;
        for (const write of writes) {
          write();
          kept = kept.filter((one) => one !== write);
        }
        pulse.run(now);
        if (storage === 'disk-full') change(() => (storage = undefined));
      } catch (error) {
        if (!noteStorageError(error)) throw error;
      }
    },
    setClockOff(isOff) {
      change(() => (isClockOff = isOff));
    },
  };
}

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LibraryRefused } from './library-refused.ts';

export type FolderLock = {
  /** Writes who holds the folder, for a second start to say. Holds no secret. */
  describe(holder: { pid: number; url?: string }): void;
  release(): void;
};

const holderFile = 'studio.pid';

function isBusy(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false;
}

function readHolder(dataDir: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(dataDir, holderFile), 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Takes the folder for this process: an exclusive transaction held open on a SQLite file of its own,
 *  so the operating system drops it with the process, however that ends.
 *  Throws LibraryRefused 'in-use' when another studio has it. */
export function lockFolder(dataDir: string): FolderLock {
  const db = new Database(join(dataDir, 'studio.lock'), { timeout: 0 });
  try {
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (isBusy(error)) throw new LibraryRefused('in-use', { dataDir, ...readHolder(dataDir) });
    throw error;
  }
  return {
    describe(holder) {
      writeFileSync(join(dataDir, holderFile), `${JSON.stringify(holder)}\n`);
    },
    release() {
      rmSync(join(dataDir, holderFile), { force: true });
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

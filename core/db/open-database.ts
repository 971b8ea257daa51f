import Database from 'better-sqlite3';
import type { Db } from './transact.ts';

const busyTimeoutMs = 5000;
/** Of pages that were read, in kB: what a search of a million comments comes back to. */
const cacheKb = 64_000;
/** The release that mended the race of two checkpoints over one log. */
const oldestSafeSqlite = [3, 51, 3] as const;

function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of oldestSafeSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}

/** Opens a connection with what the library relies on. The build's default for write-ahead logging
 *  is synchronous=NORMAL, which may lose the last commits at a power cut: FULL is set each time. */
export function openDatabase(file: string, options: { readonly?: boolean } = {}): Db {
  const db = new Database(file, { readonly: options.readonly ?? false, timeout: busyTimeoutMs });
  const version = db.prepare<[], { v: string }>('SELECT sqlite_version() AS v').get()?.v ?? '0';
  if (isOlder(version)) {
    db.close();
    throw new Error(`SQLite ${version} is too old for a library in write-ahead mode`);
  }
  if (!options.readonly) {
    db.pragma('journal_mode = WAL');
    // A deleted person's words must not stay readable in free pages.
    db.pragma('secure_delete = ON');
  }
  db.pragma(`cache_size = -${cacheKb}`);
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
  }
  return db;
}

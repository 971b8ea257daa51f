import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { makeBackup } from './backup.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { LibraryRefused } from './library-refused.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';
import { openDatabase } from './open-database.ts';
import { probeSchema } from './schema-probe.ts';
import type { Db } from './transact.ts';

export type Library = {
  db: Db;
  file: string;
  backupFolder: string;
  lock: FolderLock;
  close(): void;
};

/** Folder names by which the programs that synchronise folders are known. */
const syncedNames =
  /^(onedrive( - .*)?|dropbox|icloud drive|com~apple~clouddocs|google drive|nextcloud)$/i;

function refuseSyncedFolder(dataDir: string): void {
  const service = resolve(dataDir)
    .split(sep)
    .find((part) => syncedNames.test(part));
  if (service && !existsSync(join(dataDir, 'studio.db'))) {
    throw new LibraryRefused('synced-folder', { dataDir, service });
  }
}

function makeFolder(dataDir: string): void {
  try {
    for (const name of ['', 'media', 'backups', 'logs']) {
      mkdirSync(join(dataDir, name), { recursive: true });
    }
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new LibraryRefused('unwritable', { dataDir, code: (error as { code?: string }).code });
  }
}

function refuseUnknownSchema(file: string, newest: number): number {
  const probe = probeSchema(file);
  if (probe.state === 'absent') return 0;
  if (probe.state !== 'ours') throw new LibraryRefused(probe.state, { file });
  if (probe.version > newest) {
    throw new LibraryRefused('newer', { file, version: probe.version, known: newest });
  }
  return probe.version;
}

/** Opens the library of a data folder: checks that the folder may be used, locks it, refuses a schema
 *  it does not know without touching it, backs up before migrating. Throws LibraryRefused. */
export function openLibrary(
  dataDir: string,
  migrations: readonly Migration[],
  now: () => number,
): Library {
  refuseSyncedFolder(dataDir);
  makeFolder(dataDir);
  const lock = lockFolder(dataDir);
  try {
    const file = join(dataDir, 'studio.db');
    const backupFolder = join(dataDir, 'backups');
    const newest = migrations.at(-1)?.version ?? 0;
    const version = refuseUnknownSchema(file, newest);
    const db = openDatabase(file);
    if (version > 0 && version < newest) makeBackup(db, backupFolder, now(), 'migration');
    migrate(db, migrations);
    return {
      db,
      file,
      backupFolder,
      lock,
      close() {
        db.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

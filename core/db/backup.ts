import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './open-database.ts';
import { schemaVersion } from './migrate.ts';
import type { Db } from './transact.ts';

export type BackupWhy = 'daily' | 'migration' | 'asked';
export type Backup = {
  name: string;
  path: string;
  at: number;
  sizeBytes: number;
  why: BackupWhy;
  verified: boolean;
};

const kept = 10;
const namePattern = /^studio-(\d{8}T\d{6}\d{3}Z)-v(\d+)-(daily|migration|asked)\.db$/;

function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:.]/g, '');
}

function parseStamp(text: string): number {
  return Date.parse(
    text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z'),
  );
}

function flushToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

type RowCounts = Map<string, number>;

/** Row counts of every table, by which a copy is compared with its source. */
function countRows(db: Db): RowCounts {
  const tables = db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .all();
  return new Map(
    tables.map(({ name }) => [
      name,
      db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()?.n ?? 0,
    ]),
  );
}

/** A table may grow or shrink while the copy is made: its count must lie between the two readings. */
function liesBetween(count: number | undefined, one: number, other: number): boolean {
  return count !== undefined && count >= Math.min(one, other) && count <= Math.max(one, other);
}

function verifyCopy(file: string, version: number, before: RowCounts, after: RowCounts): void {
  const copy = openDatabase(file, { readonly: true });
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`backup is damaged: ${String(verdict)}`);
    if (schemaVersion(copy) !== version) throw new Error('backup has another schema version');
    const rows = countRows(copy);
    for (const [table, count] of before) {
      if (!liesBetween(rows.get(table), count, after.get(table) ?? count)) {
        throw new Error(`backup lacks rows of ${table}`);
      }
    }
  } finally {
    copy.close();
  }
}

const partPattern = /^studio-.*\.part(-journal)?$/;
/** Nobody writes a copy for so long without touching it. */
const abandonedAfterMs = 10 * 60_000;

/** What a backup left that was killed: it is as large as the library and nobody's. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!partPattern.test(name)) continue;
    const path = join(folder, name);
    const touchedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    // By the clock of the disk, which the studio's own need not follow.
    if (Date.now() - touchedAt > abandonedAfterMs) rmSync(path, { force: true });
  }
}

/** Copies the library through SQLite itself (never the bare file), opens and checks the copy, flushes
 *  it and only then gives it its name. Throws if any of it fails; no half backup stays. */
export function makeBackup(source: Db, folder: string, at: number, why: BackupWhy): Backup {
  mkdirSync(folder, { recursive: true });
  removeAbandoned(folder);
  const version = schemaVersion(source);
  const name = `studio-${stamp(at)}-v${version}-${why}.db`;
  const path = join(folder, name);
  const part = `${path}.part`;
  rmSync(part, { force: true });
  try {
    const before = countRows(source);
    source.prepare('VACUUM INTO ?').run(part);
    verifyCopy(part, version, before, countRows(source));
    flushToDisk(part);
    renameSync(part, path);
    flushToDisk(folder);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return { name, path, at, sizeBytes: statSync(path).size, why, verified: true };
}

/** Backups in the folder, newest first. A name is given only after the copy was checked. */
export function listBackups(folder: string): Backup[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name): Backup[] => {
      const match = namePattern.exec(name);
      if (!match) return [];
      const path = join(folder, name);
      const [, text = '', , why] = match;
      return [
        {
          name,
          path,
          at: parseStamp(text),
          sizeBytes: statSync(path).size,
          why: why as BackupWhy,
          verified: true,
        },
      ];
    })
    .sort((a, b) => b.at - a.at);
}

/** Keeps the newest ten. */
export function pruneBackups(folder: string): void {
  for (const backup of listBackups(folder).slice(kept)) rmSync(backup.path, { force: true });
}

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups, makeBackup, pruneBackups } from './backup.ts';
import { LibraryRefused } from './library-refused.ts';
import type { Migration } from './migration.ts';
import { openDatabase } from './open-database.ts';
import { openLibrary } from './open-library.ts';
import { probeSchema } from './schema-probe.ts';

const first: Migration = {
  version: 1,
  name: 'one',
  up: (db) => db.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT'),
};
const second: Migration = {
  version: 2,
  name: 'two',
  up: (db) => db.exec('ALTER TABLE notes ADD COLUMN done INTEGER NOT NULL DEFAULT 0'),
};
const at = Date.parse('2026-11-24T08:00:00Z');
const now = () => at;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-library-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(work: () => unknown): LibraryRefused {
  try {
    work();
  } catch (error) {
    if (error instanceof LibraryRefused) return error;
    throw error;
  }
  throw new Error('was not refused');
}

function snapshot(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter(
        (name) => !name.startsWith('studio.lock') && !['media', 'backups', 'logs'].includes(name),
      )
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

test('F1 every connection is in write-ahead mode with synchronous FULL, also after reopening', () => {
  openLibrary(folder, [first], now).close();
  const library = openLibrary(folder, [first], now);
  library.db.prepare('SELECT count(*) FROM notes').get();
  expect(library.db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(library.db.pragma('synchronous', { simple: true })).toBe(2);
  const reader = openDatabase(library.file, { readonly: true });
  expect(reader.pragma('synchronous', { simple: true })).toBe(2);
  reader.close();
  library.close();
});

test('F7 refuses a folder that another studio has open, and says which', () => {
  const library = openLibrary(folder, [first], now);
  library.lock.describe({ pid: 4711, url: 'http://127.0.0.1:1' });
  const refused = refusal(() => openLibrary(folder, [first], now));
  expect(refused.reason).toBe('in-use');
  expect(refused.params).toMatchObject({ pid: 4711 });
  library.close();
  openLibrary(folder, [first], now).close();
});

test('F8 refuses to make a new library in a folder that is synchronised', () => {
  const synced = join(folder, 'OneDrive - Mug & Co', 'Vitrine');
  mkdirSync(synced, { recursive: true });
  expect(refusal(() => openLibrary(synced, [first], now)).reason).toBe('synced-folder');
  expect(readdirSync(synced)).toEqual([]);
});

test.each([
  ['empty', Buffer.alloc(0)],
  ['random', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251))],
])('F11 leaves an %s database file as it is and says so', (_name, content) => {
  writeFileSync(join(folder, 'studio.db'), content);
  const before = snapshot();
  expect(refusal(() => openLibrary(folder, [first], now)).reason).toBe('damaged');
  expect(snapshot()).toEqual(before);
});

test('F11 leaves the database of another program as it is', () => {
  const other = new Database(join(folder, 'studio.db'));
  other.exec('CREATE TABLE invoices (id INTEGER)');
  other.close();
  const before = snapshot();
  expect(refusal(() => openLibrary(folder, [first], now)).reason).toBe('foreign');
  expect(snapshot()).toEqual(before);
});

test('F12 refuses a library of a newer version and writes nothing', () => {
  openLibrary(folder, [first, second], now).close();
  const before = snapshot();
  const refused = refusal(() => openLibrary(folder, [first], now));
  expect(refused.reason).toBe('newer');
  expect(refused.params).toMatchObject({ version: 2, known: 1 });
  expect(snapshot()).toEqual(before);
});

test('backs up and checks the copy before a migration, and keeps the rows', () => {
  const before = openLibrary(folder, [first], now);
  before.db.prepare('INSERT INTO notes (text) VALUES (?)').run('arum');
  before.close();
  const after = openLibrary(folder, [first, second], now);
  expect(after.db.prepare('SELECT text, done FROM notes').all()).toEqual([
    { text: 'arum', done: 0 },
  ]);
  const [backup] = listBackups(after.backupFolder);
  expect(backup).toMatchObject({ why: 'migration', at, verified: true });
  expect(probeSchema(backup?.path ?? '')).toEqual({ state: 'ours', version: 1 });
  after.close();
});

test('F94 a migration that fails leaves the schema before it', () => {
  openLibrary(folder, [first], now).close();
  const broken: Migration = {
    ...second,
    up(db) {
      second.up(db);
      throw new Error('power cut');
    },
  };
  expect(() => openLibrary(folder, [first, broken], now)).toThrow('power cut');
  expect(probeSchema(join(folder, 'studio.db'))).toEqual({ state: 'ours', version: 1 });
  openLibrary(folder, [first, second], now).close();
});

test('what a killed backup left is removed with the next, a copy under way is not', () => {
  const library = openLibrary(folder, [first], now);
  const { backupFolder } = library;
  mkdirSync(backupFolder, { recursive: true });
  const left = join(backupFolder, 'studio-20261101T080000000Z-v36-daily.db.part');
  const underWay = join(backupFolder, 'studio-20261102T080000000Z-v36-daily.db.part');
  for (const path of [left, `${left}-journal`, underWay]) writeFileSync(path, 'half');
  const longAgo = new Date(Date.now() - 3_600_000);
  for (const path of [left, `${left}-journal`]) utimesSync(path, longAgo, longAgo);
  makeBackup(library.db, backupFolder, at, 'daily');
  expect(readdirSync(backupFolder).filter((name) => name.includes('.part'))).toEqual([
    basename(underWay),
  ]);
  library.close();
});

test('F13 every backup can be restored with the same rows; only the last ten stay', () => {
  const library = openLibrary(folder, [first], now);
  const insert = library.db.prepare('INSERT INTO notes (text) VALUES (?)');
  for (let day = 0; day < 12; day += 1) {
    insert.run(`day ${day}`);
    makeBackup(library.db, library.backupFolder, at + day * 86_400_000, 'daily');
    pruneBackups(library.backupFolder);
  }
  const backups = listBackups(library.backupFolder);
  expect(backups).toHaveLength(10);
  for (const [index, backup] of backups.entries()) {
    const target = join(folder, `restored-${index}`);
    mkdirSync(target);
    cpSync(backup.path, join(target, 'studio.db'));
    const restored = openLibrary(target, [first], now);
    expect(restored.db.prepare('SELECT count(*) AS n FROM notes').get()).toEqual({ n: 12 - index });
    restored.close();
  }
  library.close();
});

test('a backup that cannot be written is an error and leaves nothing behind', () => {
  const library = openLibrary(folder, [first], now);
  const target = join(folder, 'no-folder');
  writeFileSync(target, 'a file where the folder should be');
  expect(() => makeBackup(library.db, target, at, 'asked')).toThrow();
  library.close();
});

import Database from 'better-sqlite3';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PracticeClock } from '../practice-clock.ts';
import { schemaSql, schemaVersion } from './schema.ts';

export type Value = string | number | null;

export type Recorder = (
  method: string,
  path: string,
  values: Readonly<Record<string, unknown>>,
) => void;

/** Everything the practice network knows, in one folder: `world.db` and the pictures and clips. */
export interface World {
  readonly dir: string;
  readonly seed: number;
  readonly clock: PracticeClock;
  /** Where this network can be reached; known once it listens. */
  readonly origin: () => string;
  /** Told of each request that was answered, where somebody wants to know. */
  readonly record?: Recorder;
  all<Row>(sql: string, ...values: Value[]): Row[];
  get<Row>(sql: string, ...values: Value[]): Row | undefined;
  /** Answers the number of changed rows. */
  run(sql: string, ...values: Value[]): number;
  transact<Result>(work: () => Result): Result;
  readMeta(key: string): string | undefined;
  writeMeta(key: string, value: string): void;
  close(): void;
}

/** The tables and their statements, before the world has a clock. */
export type Tables = Omit<World, 'seed' | 'clock' | 'origin' | 'record'>;

/** Opens (or makes) the tables of a world in `dir`. */
export function openTables(dir: string): Tables {
  mkdirSync(join(dir, 'media'), { recursive: true });
  sweepUploads(join(dir, 'media'));
  const db = new Database(join(dir, 'world.db'));
  db.pragma('journal_mode = WAL');
  // Every answer follows its commit. NORMAL keeps commits through SIGKILL of this process; only a
  // power cut could take them, which a practice world may lose.
  db.pragma('synchronous = NORMAL');
  const version = db.pragma('user_version', { simple: true });
  if (version !== 0 && version !== schemaVersion) {
    db.close();
    throw new Error(`${dir} holds a practice world of another version`);
  }
  db.exec(schemaSql);
  db.pragma(`user_version = ${schemaVersion}`);
  return { dir, ...statementsOf(db) };
}

/** Removes uploads that a killed process left half-way. */
function sweepUploads(mediaDir: string): void {
  for (const name of readdirSync(mediaDir)) {
    if (name.endsWith('.part')) rmSync(join(mediaDir, name), { force: true });
  }
}

function statementsOf(db: Database.Database): Omit<Tables, 'dir'> {
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  const prepare = (sql: string): Database.Statement<unknown[]> => {
    const known = prepared.get(sql) ?? db.prepare<unknown[]>(sql);
    prepared.set(sql, known);
    return known;
  };
  const get = <Row>(sql: string, ...values: Value[]): Row | undefined =>
    prepare(sql).get(...bound(sql, values)) as Row | undefined;
  const run = (sql: string, ...values: Value[]): number =>
    prepare(sql).run(...bound(sql, values)).changes;
  return {
    all: <Row>(sql: string, ...values: Value[]) => prepare(sql).all(...bound(sql, values)) as Row[],
    get,
    run,
    transact: (work) => (db.inTransaction ? work() : db.transaction(work).immediate()),
    readMeta: (key) => get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value,
    writeMeta: (key, value) =>
      void run(
        'INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        key,
        value,
      ),
    close: () => db.close(),
  };
}

/** Numbered places (`?1`) count as names for the driver. */
function bound(sql: string, values: Value[]): unknown[] {
  if (!/\?\d/.test(sql)) return values;
  return [Object.fromEntries(values.map((value, index) => [String(index + 1), value]))];
}

import type { Db } from './transact.ts';

/** One step of the schema. Runs inside a transaction; never changed once released. */
export type Migration = { version: number; name: string; up(db: Db): void };

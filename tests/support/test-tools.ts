import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { createApplyOnce } from '../../core/db/apply-once.ts';
import type { FeatureTools } from '../../core/db/feature-tools.ts';
import { migrations } from '../../core/db/migrations.ts';
import { newId } from '../../core/db/new-id.ts';
import { createTransact } from '../../core/db/transact.ts';
import { createEventBus, type StudioEvent } from '../../core/events/bus.ts';
import { createSay } from '../../core/texts.ts';

export const resourcesDir = resolve(import.meta.dirname, '../../resources');

export type TestTools = FeatureTools & {
  folder: string;
  heard: StudioEvent[];
  /** Sets the clock, in UTC ms or ISO 8601. */
  setNow(at: number | string): void;
  advance(ms: number): void;
  close(): void;
};

/** A real database in a temporary folder with all migrations applied and a clock that stands still
 *  at 2026-11-24T08:12:00Z until it is moved. */
export function openTestTools(): TestTools {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-test-'));
  const db = new Database(join(folder, 'studio.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('foreign_keys = ON');
  for (const migration of migrations) migration.up(db);
  let now = Date.parse('2026-11-24T08:12:00Z');
  const events = createEventBus((error) => {
    throw error;
  });
  const heard: StudioEvent[] = [];
  events.on((event) => heard.push(event));
  const transact = createTransact(db, events);
  const clock = { now: () => now, tickSeconds: 15, manual: true };
  return {
    db,
    transact,
    ...createApplyOnce(db, transact, clock.now),
    events,
    clock,
    newId,
    say: createSay(resourcesDir),
    shopLanguage: () => 'fr',
    folder,
    heard,
    setNow(at) {
      now = typeof at === 'string' ? Date.parse(at) : at;
    },
    advance(ms) {
      now += ms;
    },
    close() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

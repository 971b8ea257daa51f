// A studio in a process of its own, for tests that kill it: opens the folder of a test, sends what is in
// the outbox, and says so on standard output when it comes to the end.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createApplyOnce } from '../../../core/db/apply-once.ts';
import { newId } from '../../../core/db/new-id.ts';
import { createTransact } from '../../../core/db/transact.ts';
import { createEventBus } from '../../../core/events/bus.ts';
import { createInbox } from '../../../core/inbox/service.ts';
import { createSay } from '../../../core/texts.ts';
import { createFixtureUses, type Fixture } from './fixture-uses.ts';
import { openRules } from './open-rules.ts';

type Order = { databaseFile: string; resourcesDir: string; now: number; fixture: Fixture };

const order = JSON.parse(readFileSync(process.stdin.fd, 'utf8')) as Order;
const db = new Database(order.databaseFile);
db.pragma('synchronous = FULL');
db.pragma('foreign_keys = ON');
const now = () => order.now;
const events = createEventBus();
const transact = createTransact(db, events);
const uses = createFixtureUses(order.fixture, now);
const tools = {
  db,
  transact,
  events,
  clock: { now, tickSeconds: 15, manual: true },
  newId,
  say: createSay(order.resourcesDir),
  shopLanguage: () => 'fr' as const,
  ...createApplyOnce(db, transact, now),
};
const inbox = createInbox(tools, uses);
const rules = openRules(tools, inbox, uses);
await rules.tick();
await inbox.tick(now());
await rules.close();
await inbox.close();
db.close();
process.stdout.write(`${JSON.stringify({ reports: uses.reports.map(String) })}\n`);

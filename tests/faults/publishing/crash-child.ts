// A studio in a process of its own, for tests that kill it: opens the folder of a test, publishes what
// is due while it moves the clock on, and says so on standard output when it comes to the end.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createApplyOnce } from '../../../core/db/apply-once.ts';
import { newId } from '../../../core/db/new-id.ts';
import { createTransact } from '../../../core/db/transact.ts';
import { createEventBus } from '../../../core/events/bus.ts';
import { createPublishing } from '../../../core/publishing/service.ts';
import { createSay } from '../../../core/texts.ts';
import { practiceControl } from '../../support/practice.ts';
import { createFixtureUses, type Fixture } from './fixture-uses.ts';

type Order = {
  databaseFile: string;
  resourcesDir: string;
  now: number;
  untilAt: number;
  fixture: Fixture;
};

const order = JSON.parse(readFileSync(process.stdin.fd, 'utf8')) as Order;
const db = new Database(order.databaseFile);
db.pragma('synchronous = FULL');
db.pragma('foreign_keys = ON');
let now = order.now;
const clock = { now: () => now, tickSeconds: 15, manual: true };
const events = createEventBus();
const transact = createTransact(db, events);
const uses = createFixtureUses(order.fixture, clock.now);
const say = createSay(order.resourcesDir);
const publishing = createPublishing(
  {
    db,
    transact,
    events,
    clock,
    newId,
    say,
    shopLanguage: () => 'fr' as const,
    ...createApplyOnce(db, transact, clock.now),
  },
  uses,
);
const control = practiceControl(order.fixture.ready);
const nextDue = db.prepare<[number], { at: number | null }>(
  'SELECT min(next_at) AS at FROM targets WHERE next_at > ?',
);

for (;;) {
  await publishing.tick(now);
  const nextAt = nextDue.get(now)?.at ?? undefined;
  if (nextAt === undefined || nextAt > order.untilAt) break;
  now = nextAt;
  await control.setClock(now);
}
await publishing.close();
db.close();
process.stdout.write(`${JSON.stringify({ now, reports: uses.reports })}\n`);

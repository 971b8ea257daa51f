import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { dayMs, minuteMs, secondMs, type Harness } from '../../inbox/inbox-harness.ts';
import { createDice } from '../dice.ts';
import type { RunBlock } from '../suites.ts';
import { count, emptyTally, kindOf, type Tally } from '../tally.ts';
import { countHeld, findDifference } from './judge-reading.ts';
import {
  closeReadingWorld,
  openReadingWorld,
  publishBoth,
  startAgain,
  tellReading,
  type ReadingWorld,
} from './reading-world.ts';

const postsOfEach = 12;
const tickMs = 15 * secondMs;
const mostTicks = 4_000;

/** Writes comments into the network's own tables, as twenty thousand people would have in two weeks: a third of
 *  them within one hour under one post. */
function fillNetwork(harness: Harness, posts: string[], comments: number): void {
  const db = new Database(join(harness.tools.folder, 'network', 'world.db'));
  const now = harness.tools.clock.now();
  const dice = createDice(comments);
  const node = db.prepare('INSERT INTO nodes VALUES (?, ?)');
  const insert = db.prepare(
    `INSERT INTO comments (id, network, object_id, parent_id, from_id, from_name, message, created_at,
       arrived_at, counted_at, rank) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const tops = new Map<string, string>();
  db.transaction(() => {
    for (let number = 0; number < comments; number += 1) {
      const isBusy = number % 3 === 0;
      const at = isBusy ? now - dice.below(60 * minuteMs) : now - dice.below(14 * dayMs);
      const post = isBusy ? (posts[number % 2] ?? '') : dice.pick(posts);
      const [network, kind] = post.includes('_') ? ['fb', 'comment'] : ['ig', 'igcomment'];
      const id = String(990_000_000_000_000 + number);
      const second = Math.floor(at / secondMs) * secondMs;
      const top = dice.chance(0.2) ? tops.get(post) : undefined;
      if (top === undefined) tops.set(post, id);
      node.run(id, kind);
      const said = [`Person ${number % 997}`, `Combien coûte le numéro ${number} ?`];
      insert.run(
        id,
        network,
        post,
        top ?? null,
        `5${number % 997}`,
        ...said,
        second,
        second,
        second,
        number,
      );
    }
  })();
  db.close();
}

/** How long each step of the studio's own work held everybody else up. */
function watchHolds({ harness }: ReadingWorld) {
  const holds: number[] = [];
  const { tools } = harness;
  const { transact } = tools;
  tools.transact = (work) => {
    const from = performance.now();
    try {
      return transact(work);
    } finally {
      holds.push(performance.now() - from);
    }
  };
  return holds;
}

const knownOf = ({ harness }: ReadingWorld) =>
  Number(harness.tools.db.prepare('SELECT count(*) FROM comments').pluck().get());

/** Two weeks without a line, then so many comments: they come newest first, in small steps, and a studio that
 *  is ended in the middle goes on where it stopped. */
export async function runBacklog(world: ReadingWorld, comments: number): Promise<Tally> {
  const tally = emptyTally();
  tally.runs = 1;
  const { harness } = world;
  const posts: string[] = [];
  for (let number = 0; number < postsOfEach; number += 1) posts.push(...(await publishBoth(world)));
  await harness.tick();
  harness.uses.line.online = false;
  harness.tools.advance(14 * dayMs);
  posts.unshift(...(await publishBoth(world)));
  harness.tools.advance(61 * minuteMs);
  fillNetwork(harness, posts, comments);
  const requestsBefore = (await harness.control.journal()).length;
  const holds = watchHolds(world);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  harness.uses.line.online = true;
  startAgain(world);
  const ticks = await catchUp(world, comments);
  loop.disable();
  const requests = (await harness.control.journal()).length - requestsBefore;
  const difference = findDifference(world);
  if (difference !== undefined) throw new Error(difference);
  // A page each, some more at the ends of lists, and what is read again after each cut.
  const mostRequests = 3 * Math.ceil(comments / 50) + 12 * ticks;
  if (requests > mostRequests) throw new Error(`${requests} requests, more than ${mostRequests}`);
  Object.assign(kindOf(tally, 'backlog'), { targets: countHeld(world), published: knownOf(world) });
  tally.requests = requests;
  count(tally.events, 'ticks', ticks);
  const sorted = holds.toSorted((a, b) => a - b);
  const share = (frac: number) => Math.ceil(sorted[Math.floor(frac * (sorted.length - 1))] ?? 0);
  count(tally.events, 'half of the transactions within, ms', share(0.5));
  count(tally.events, '95 of 100 within, ms', share(0.95));
  count(tally.events, 'longest transaction, ms', share(1));
  count(
    tally.events,
    'longest gap with the network in the same process, ms',
    Math.ceil(loop.max / 1e6),
  );
  return tally;
}

/** Ticks until everything is here; ends and restarts the studio on the way. */
async function catchUp(world: ReadingWorld, comments: number): Promise<number> {
  const { harness } = world;
  const newest = harness.tools.db.prepare('SELECT max(created_at) FROM comments').pluck();
  const latest = Number(
    world.network.prepare('SELECT max(created_at) FROM comments').pluck().get(),
  );
  // Requests of a life, until it ends in the middle of what they brought.
  const lives = [12, 7, 9];
  for (let ticks = 1; ticks < mostTicks; ticks += 1) {
    harness.tools.advance(tickMs);
    const life = lives.shift();
    if (life !== undefined) startAgain(world, { after: life, when: 'after', isDead: false });
    else if (world.isDead) startAgain(world);
    await harness.tick().catch((error: unknown) => {
      if (!world.isDead) throw error;
    });
    tellReading(world, `${knownOf(world)} after ${ticks} ticks`);
    if (ticks === 1 && newest.get() !== latest) throw new Error('the newest did not come first');
    // The window is answered while the rest comes.
    if (harness.inbox.threads({ limit: 20 }).items.length === 0) throw new Error('nothing to see');
    if (knownOf(world) >= comments && !world.isDead) return ticks;
  }
  throw new Error(`${knownOf(world)} of ${comments} after ${mostTicks} ticks`);
}

export function createBacklogRunner(comments = 20_000): RunBlock {
  return async (seeds, tell) => {
    for (const seed of seeds) {
      const world = await openReadingWorld(seed);
      try {
        tell({ seed, tally: await runBacklog(world, comments), story: [...world.story] });
      } catch (error) {
        tell({
          seed,
          tally: { ...emptyTally(), runs: 1 },
          error: String(error),
          story: world.story,
        });
      } finally {
        await closeReadingWorld(world);
      }
    }
  };
}

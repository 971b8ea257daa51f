import { inspect } from 'node:util';
import { dayMs, minuteMs, secondMs } from '../../inbox/inbox-harness.ts';
import { createDice } from '../dice.ts';
import type { RunBlock } from '../suites.ts';
import { count, emptyTally, kindOf, type Tally } from '../tally.ts';
import { countHeld, findDifference } from './judge-reading.ts';
import { disturbReading, peopleAct, type ReadingRun } from './reading-deeds.ts';
import {
  closeReadingWorld,
  openReadingWorld,
  publishBoth,
  startAgain,
  tellReading,
  type ReadingWorld,
} from './reading-world.ts';

const hourMs = 60 * minuteMs;
const passes = [15 * secondMs, minuteMs, 3 * minuteMs, 20 * minuteMs];
/** A quiet time: what was missed is read once more, and what is gone is asked for twice. */
const quietMs = [minuteMs, 6 * minuteMs, minuteMs, 6 * minuteMs, hourMs + minuteMs, minuteMs];
const mostQuietRounds = 12;
/** In so many ticks nothing may change again. */
const steadyTicks = 2;

/** One tick of the studio; a dead one does nothing. */
async function tick({ harness, ...world }: ReadingWorld): Promise<void> {
  if (world.isDead) return;
  await harness.tick().catch((error: unknown) => {
    if (!String(error).includes('killed') && !String(error).includes('readonly')) throw error;
  });
}

/** One history: people write, change and delete, the network answers badly, the line is cut, the studio dies
 *  and starts again. Then a quiet time, after which the inbox holds what the network holds. */
async function runHistory(world: ReadingWorld, seed: number): Promise<Tally> {
  const tally = emptyTally();
  tally.runs = 1;
  world.story.length = 0;
  const { harness } = world;
  const run: ReadingRun = {
    ...{ world, dice: createDice(seed), posts: await publishBoth(world) },
    ...{ said: [], messages: [], count: seed * 1_000, events: tally.events },
  };
  world.pageRows = run.dice.pick([2, 5, 50]);
  const before = countHeld(world);
  for (let step = 4 + run.dice.below(7); step > 0; step -= 1) {
    await peopleAct(run);
    await disturbReading(run);
    harness.tools.advance(run.dice.pick(passes));
    await tick(world);
  }
  await calmDown(world);
  const difference = await settle(world);
  const kind = kindOf(tally, 'history');
  kind.targets = Math.max(0, countHeld(world) - before);
  kind.published = kind.targets;
  if (difference !== undefined) throw new Error(difference);
  await endHistory(world, tally);
  return tally;
}

async function calmDown(world: ReadingWorld): Promise<void> {
  await world.harness.control.clearFaults();
  world.harness.uses.line.online = true;
  startAgain(world);
  tellReading(world, 'quiet');
}

async function settle(world: ReadingWorld): Promise<string | undefined> {
  let difference: string | undefined;
  let steady = 0;
  for (let round = 0; round < mostQuietRounds; round += 1) {
    for (const ms of quietMs) {
      world.harness.tools.advance(ms);
      await tick(world);
      const before = difference;
      difference = findDifference(world);
      steady = difference === undefined ? steady + 1 : 0;
      if (steady > steadyTicks) return undefined;
      if (difference !== undefined && difference !== before) tellReading(world, difference);
    }
  }
  return difference ?? 'it never came to rest';
}

/** The next history begins when this one's posts are no longer of this week. */
async function endHistory(world: ReadingWorld, tally: Tally): Promise<void> {
  const { harness } = world;
  const [unforeseen] = harness.uses.reports;
  if (unforeseen !== undefined) throw new Error('unforeseen', { cause: unforeseen });
  type Line = { n: number; fault?: string };
  const lines = (await harness.control.journal(world.journalSeen)) as Line[];
  world.journalSeen = lines.at(-1)?.n ?? world.journalSeen;
  tally.requests = lines.length;
  for (const { fault } of lines) if (fault) count(tally.faults, fault);
  harness.fixture.published.length = 0;
  harness.tools.advance(8 * dayMs);
}

/** Runs histories of reading over HTTP against a practice network in this process. */
export function createReadingRunner(): RunBlock {
  return async (seeds, tell) => {
    let world: ReadingWorld | undefined;
    for (const seed of seeds) {
      world ??= await openReadingWorld(seed);
      try {
        tell({ seed, tally: await runHistory(world, seed), story: [...world.story] });
      } catch (error) {
        tell({
          seed,
          tally: { ...emptyTally(), runs: 1 },
          error: inspect(error),
          story: [...world.story],
        });
        await closeReadingWorld(world).catch(() => {});
        world = undefined;
      }
    }
    if (world) await closeReadingWorld(world);
  };
}

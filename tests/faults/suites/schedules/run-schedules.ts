import type { RunBlock } from '../suites.ts';
import { emptyTally, type Tally } from '../tally.ts';
import { openInboxWorld } from './inbox-world.ts';
import { makeFiles, openPostWorld, type Files } from './post-world.ts';
import { runInboxSchedule } from './run-inbox-schedule.ts';
import { runPostSchedule } from './run-post-schedule.ts';

type World = { run(seed: number): Promise<Tally>; story: string[]; close(): Promise<void> };

/** Every fourth block is one of the inbox. */
function isOfInbox(firstSeed: number): boolean {
  return Math.floor(firstSeed / 20) % 4 === 3;
}

async function openWorld(firstSeed: number, files: Files, isInbox: boolean): Promise<World> {
  if (isInbox) {
    const world = await openInboxWorld(firstSeed);
    const close = async () => {
      // What a studio reports that was made to die is no defect.
      world.harness.uses.reports.length = 0;
      await world.harness.close();
    };
    return { run: (seed) => runInboxSchedule(world, seed), story: world.story, close };
  }
  const world = await openPostWorld(firstSeed, files);
  const close = () => world.harness.close();
  return { run: (seed) => runPostSchedule(world, seed), story: world.story, close };
}

/** Runs schedules over HTTP against a practice network in this process. A seed that fails leaves its world,
 *  and the next ones of the block get another. */
export function createScheduleRunner(): RunBlock {
  const files: { made?: Promise<Files> } = {};
  return async (seeds, tell) => {
    const first = seeds[0] ?? 1;
    files.made ??= makeFiles();
    const open = async (seed: number) => openWorld(seed, await files.made!, isOfInbox(first));
    let world: World | undefined;
    for (const seed of seeds) {
      world ??= await open(seed);
      try {
        tell({ seed, tally: await world.run(seed), story: [...world.story] });
      } catch (error) {
        const tally = { ...emptyTally(), runs: 1 };
        tell({ seed, tally, error: String(error), story: [...world.story] });
        await world.close().catch(() => {});
        world = undefined;
      }
    }
    // A step that nobody foresaw is told when its world closes.
    await world?.close().catch((error: unknown) => {
      tell({ seed: seeds.at(-1) ?? first, tally: emptyTally(), error: String(error) });
    });
  };
}

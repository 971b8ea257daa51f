import type { RunBlock } from '../suites.ts';
import { addTally, count, emptyTally, type Tally } from '../tally.ts';
import { settleWorld } from './judge-kills.ts';
import { openKillWorld, type KillWorld } from './kill-world.ts';
import { askAll, runKill } from './run-kill.ts';

/** Kills the studio once for each seed, always on the same folder, then lets it live and judges all of it. */
export function createKillRunner(): RunBlock {
  return async (seeds, tell) => {
    const world = await openKillWorld(seeds[0] ?? 1);
    const last = seeds.at(-1) ?? 1;
    try {
      for (const seed of seeds) {
        const tally = await runKill(world, seed);
        if (seed === last) addTally(tally, await endWorld(world));
        tell({ seed, tally, story: seed === last ? world.story : [] });
      }
    } catch (error) {
      tell({ seed: last, tally: emptyTally(), error: String(error), story: world.story });
    } finally {
      await world.close();
    }
  };
}

async function endWorld(world: KillWorld): Promise<Tally> {
  const studio = world.start();
  const call = await studio.call;
  if (!call) throw new Error(`the studio did not start again: ${studio.said()}`);
  try {
    await world.control.clearFaults();
    await askAll(world, call);
    const tally = await settleWorld(world, call);
    await countRequests(world, tally);
    return tally;
  } finally {
    studio.child.kill('SIGKILL');
    await studio.ended;
  }
}

async function countRequests(world: KillWorld, tally: Tally): Promise<void> {
  const lines = await world.control.journal(world.seen.journal);
  tally.requests += lines.length;
  for (const { fault } of lines) {
    if (typeof fault === 'string') for (const mode of fault.split(',')) count(tally.faults, mode);
  }
}

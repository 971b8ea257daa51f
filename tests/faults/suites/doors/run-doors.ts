import type { RunBlock } from '../suites.ts';
import { count, emptyTally, kindOf } from '../tally.ts';
import { openDoorsWorld, type DoorsWorld } from './doors-world.ts';

/** Visits of one seed. */
export const visitsOfRun = 20;

/** Comes to the doors of the loopback host as nobody should; a seed that fails leaves its world. */
export const createDoorsRunner = (): RunBlock => async (seeds, tell) => {
  let world: DoorsWorld | undefined;
  for (const seed of seeds) {
    world ??= await openDoorsWorld();
    const tally = { ...emptyTally(), runs: 1 };
    try {
      const counts = await world.run(seed, visitsOfRun);
      const kind = kindOf(tally, 'doors');
      Object.assign(kind, { targets: counts.visits, published: counts.taken });
      for (const [told, by] of Object.entries(counts.told)) count(kind.told, told, by);
      for (const [how, by] of Object.entries(counts.how)) count(tally.faults, how, by);
      tally.requests = counts.visits;
      tell({ seed, tally });
    } catch (error) {
      tell({ seed, tally, error: error instanceof Error ? error.message : String(error) });
      await world.close().catch(() => {});
      world = undefined;
    }
  }
  await world?.close();
};

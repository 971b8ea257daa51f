import type { RunBlock } from '../suites.ts';
import { count, emptyTally, kindOf, type Tally } from '../tally.ts';
import { openDamageWorld, type Damaged, type DamageWorld } from './damage.ts';

/** Brings in damaged pictures and fonts, one a seed. */
export const createPictureRunner = (): RunBlock => createDamageRunner(openDamageWorld);

/** A seed that fails leaves its world. */
export function createDamageRunner(openWorld: () => Promise<DamageWorld>): RunBlock {
  return async (seeds, tell) => {
    let world: DamageWorld | undefined;
    for (const seed of seeds) {
      world ??= await openWorld();
      try {
        tell({ seed, tally: tallyOf(await world.run(seed)) });
      } catch (error) {
        tell({ seed, tally: { ...emptyTally(), runs: 1 }, error: String(error) });
        await world.close().catch(() => {});
        world = undefined;
      }
    }
    await world?.close();
  };
}

/** What came in counts as published, what was refused as told. */
function tallyOf({ kind, name, answer }: Damaged): Tally {
  const tally = { ...emptyTally(), runs: 1 };
  const counted = kindOf(tally, `${kind} ${name.split('.').at(-1)}`);
  counted.targets = 1;
  if (answer === 'came in') counted.published = 1;
  else count(counted.told, answer);
  return tally;
}

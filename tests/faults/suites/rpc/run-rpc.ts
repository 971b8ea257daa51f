import type { RunBlock } from '../suites.ts';
import { count, emptyTally, kindOf } from '../tally.ts';
import { openRpcWorld, type RpcWorld } from './rpc-world.ts';

/** Messages of one seed. */
export const messagesOfRun = 100;

/** Speaks to the loopback host as nobody should; a seed that fails leaves its world. */
export const createRpcRunner = (): RunBlock => async (seeds, tell) => {
  let world: RpcWorld | undefined;
  for (const seed of seeds) {
    world ??= await openRpcWorld();
    const tally = { ...emptyTally(), runs: 1 };
    try {
      const counts = await world.run(seed, messagesOfRun);
      const kind = kindOf(tally, 'rpc');
      Object.assign(kind, { targets: counts.messages, published: counts.answered });
      for (const [code, by] of Object.entries(counts.refused)) count(kind.told, code, by);
      for (const [how, by] of Object.entries(counts.how)) count(tally.faults, how, by);
      tally.requests = counts.messages;
      tell({ seed, tally });
    } catch (error) {
      tell({ seed, tally, error: error instanceof Error ? error.message : String(error) });
      await world.close().catch(() => {});
      world = undefined;
    }
  }
  await world?.close();
};

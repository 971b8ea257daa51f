import type { CallStudio } from '../../../../scripts/demo/programs.ts';
import { createDice, type Dice } from '../dice.ts';
import { count, emptyTally, type Tally } from '../tally.ts';
import { writeAnswers, writePost } from './kill-deeds.ts';
import { assertKept } from './judge-kills.ts';
import { tellKill, type KillWorld } from './kill-world.ts';

const points = [
  ...['publish.C1', 'publish.C2', 'publish.C3', 'publish.C4', 'publish.C5'],
  ...['reply.C1', 'reply.C2', 'reply.C3', 'reply.C4', 'reply.C5'],
] as const;
const visibleEdges = [
  ...['POST /{post}', 'POST /{ig}/media_publish', 'POST /{comment}/comments'],
  ...['POST /{comment}/replies', 'POST /{page}/photo_stories', 'POST /{page}/messages'],
] as const;

/** How a studio is going to die: at a named point, or at a moment of its own choosing. */
type Death = { killAt?: string; afterMs: number; isEarly: boolean };

/** Starts the studio on what the last one left, gives it work, and kills it. */
export async function runKill(world: KillWorld, seed: number): Promise<Tally> {
  const dice = createDice(seed);
  const tally = { ...emptyTally(), runs: 1 };
  const death = chooseDeath(dice);
  const studio = world.start(death.killAt);
  const how = death.killAt ?? (death.isEarly ? 'while starting' : 'at random');
  tellKill(world, `run ${seed} dies ${how}, after ${death.afterMs} ms at the latest`);
  const early = death.isEarly
    ? setTimeout(() => studio.child.kill('SIGKILL'), death.afterMs)
    : undefined;
  const call = await studio.call;
  if (call && !early) await work(world, dice, call, seed);
  const timer = early ?? setTimeout(() => studio.child.kill('SIGKILL'), death.afterMs);
  const signal = await studio.ended;
  clearTimeout(timer);
  if (signal !== 'SIGKILL') throw new Error(`the studio ended by itself: ${studio.said()}`);
  count(tally.events, `killed ${how}`);
  return tally;
}

function chooseDeath(dice: Dice): Death {
  if (dice.chance(0.12)) return { afterMs: 200 + dice.below(1_500), isEarly: true };
  if (dice.chance(0.4)) {
    const killAt = `${dice.pick(points)}:${1 + dice.below(3)}`;
    return { killAt, afterMs: 2_500, isEarly: false };
  }
  return { afterMs: dice.below(900), isEarly: false };
}

async function work(world: KillWorld, dice: Dice, call: CallStudio, seed: number): Promise<void> {
  try {
    await assertKept(world, call);
    if (dice.chance(0.3)) {
      const ms = 50 + dice.below(400);
      await world.control.fault({ edge: dice.pick(visibleEdges), mode: 'slow', ms, count: 2 });
    }
    for (let index = 0; index <= dice.below(2); index++) {
      world.deeds.push(writePost(world, dice, `${seed}-${index}`));
    }
    if (dice.chance(0.6)) world.deeds.push(...(await writeAnswers(world, dice, call, `${seed}`)));
    await askAll(world, call);
  } catch (error) {
    if (!isLostCall(error)) throw error;
    tellKill(world, '  died meanwhile');
  }
}

/** Everything that was not acknowledged yet, under the client ids it had before. */
export async function askAll(world: KillWorld, call: CallStudio): Promise<void> {
  for (const deed of world.deeds) {
    if (deed.isAcknowledged) continue;
    await deed.run(call);
    deed.isAcknowledged = true;
    tellKill(world, `  acknowledged: ${deed.text}`);
  }
}

/** The studio went away: what it was asked is open. */
function isLostCall(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    (error instanceof Error && /ECONN|socket|terminated/.test(error.message))
  );
}

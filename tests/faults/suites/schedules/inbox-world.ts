import type { AtPoint } from '../../../../core/db/kill-point.ts';
import type { LedgerEntry } from '../../../support/practice.ts';
import { openHarness, type Harness } from '../../inbox/inbox-harness.ts';
import { killed, type Death } from './mortal-client.ts';

/** An inbox with two posts under which people write, for many schedules. */
export type InboxWorld = {
  harness: Harness;
  posts: { facebook: string; instagram: string };
  seen: { ledger: number; journal: number };
  /** Visible effects of ours in the schedule at hand. */
  effects: LedgerEntry[];
  story: string[];
  /** What the studio dies at; it passes everything else. */
  dieAt: string | undefined;
  isDead: boolean;
  /** The death that the studio of now may meet at a request; those of earlier starts are over. */
  death: Death | undefined;
};

export async function openInboxWorld(seed: number): Promise<InboxWorld> {
  // The harness wants its kill point before the world is there.
  const handle: { world?: InboxWorld } = {};
  const atPoint: AtPoint = (name) => {
    if (handle.world?.dieAt === name) die(handle.world);
  };
  const harness = await openHarness({ seed, atPoint });
  const posts = {
    facebook: await harness.publish(harness.facebook, 'Les anthuriums sont arrivés.'),
    instagram: await harness.publish(harness.instagram, 'Une planche de 1928.'),
  };
  const state = { dieAt: undefined, isDead: false, death: undefined, effects: [], story: [] };
  handle.world = { harness, posts, seen: { ledger: 0, journal: 0 }, ...state };
  return handle.world;
}

/** From here on nothing is written any more, whoever tries. */
export function die(world: InboxWorld): never {
  world.isDead = true;
  world.harness.tools.db.pragma('query_only = 1');
  throw killed();
}

/** Another start of the studio on what the dead one left. */
export function startAgain(world: InboxWorld): void {
  const { harness } = world;
  harness.tools.db.pragma('query_only = 0');
  harness.tools.db.pragma('max_page_count = 1073741823');
  harness.uses.line.through = undefined;
  world.isDead = false;
  world.dieAt = undefined;
  world.death = undefined;
  harness.restart();
}

export function tellInbox(world: InboxWorld, line: string): void {
  const at = new Date(world.harness.tools.clock.now()).toISOString().slice(5, 19);
  world.story.push(`${at} ${line}`);
}

export async function readInboxEffects(world: InboxWorld): Promise<void> {
  const fresh = await world.harness.control.ledger(world.seen.ledger);
  world.seen.ledger = fresh.at(-1)?.n ?? world.seen.ledger;
  for (const effect of fresh) {
    if (effect.by !== 'api') continue;
    world.effects.push(effect);
    tellInbox(world, `  visible: ${effect.kind} ${effect.objectId} ${effect.text ?? ''}`);
  }
}

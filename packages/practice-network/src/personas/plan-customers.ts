import { seededBetween, seededFraction, seededPick } from '../seeded-random.ts';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { homePageOf } from '../nodes/home-page.ts';
import { customers, sayings, type Customer, type Topic } from './customers.ts';
import { personId, planMessage } from './plan-messages.ts';

const firstAfterMs = [5_000, 20_000] as const;
const lastAfterMs = 600_000;

/** Plans what customers will write under something that has just become visible. */
export function planCustomers(
  world: World,
  settings: Settings,
  network: 'fb' | 'ig',
  objectId: string,
  atMs: number,
): void {
  if (!settings.personas) return;
  const seed = settings.personaSeed === 0 ? world.seed : settings.personaSeed;
  const pageId = homePageOf(world, objectId, network === 'fb' ? 'post' : 'media');
  if (pageId !== undefined) planMessage(world, network, pageId, objectId, atMs);
  const count = 2 + Math.floor(seededFraction(seed, 'count', objectId) * 5);
  const order = customers.toSorted(
    (left, right) =>
      seededFraction(seed, objectId, left.handle) - seededFraction(seed, objectId, right.handle),
  );
  for (const [index, customer] of order.slice(0, count).entries()) {
    world.run(
      `INSERT INTO planned_comments (due_at, network, object_id, from_id, from_name, message)
       VALUES (?, ?, ?, ?, ?, ?)`,
      Math.round(atMs + delayMs(seed, objectId, index, count)),
      network,
      objectId,
      personId(network, customer),
      network === 'fb' ? customer.name : customer.handle,
      saying(seed, objectId, customer),
    );
  }
}

/** The first soon, so that somebody who practises sees it; the others over ten minutes. */
function delayMs(seed: number, objectId: string, index: number, count: number): number {
  const [low, high] = firstAfterMs;
  if (index === 0) return seededBetween(seed, low, high, 'first', objectId);
  const slot = (lastAfterMs - high) / Math.max(1, count - 1);
  return high + slot * (index - 1 + seededFraction(seed, 'delay', objectId, index));
}

function saying(seed: number, objectId: string, customer: Customer): string {
  const usual = seededFraction(seed, 'usual', objectId, customer.handle) < 0.7;
  const topics = Object.keys(sayings[customer.language]) as Topic[];
  const topic = usual
    ? customer.habit
    : seededPick(seed, topics, 'topic', objectId, customer.handle);
  return seededPick(seed, sayings[customer.language][topic], 'saying', objectId, customer.handle);
}

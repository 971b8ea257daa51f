import type { ThreadRow } from '../nodes/thread-rows.ts';
import { seededBetween, seededFraction, seededPick } from '../seeded-random.ts';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { customers, sayings, type Customer } from './customers.ts';

/** One in so many things that become visible makes somebody write to the Page. */
const writesChance = 0.2;
const answersChance = 0.6;

const thanks: Readonly<Record<Customer['language'], readonly string[]>> = {
  fr: ['Merci beaucoup 🙏', 'Parfait, je la prends alors.', 'D’accord, et c’est possible samedi ?'],
  en: ['Thank you so much 🙏', 'Perfect, I will take it then.', 'Great, would Saturday work?'],
};

/** Plans that a customer writes to the Page about something that has become visible. */
export function planMessage(
  world: World,
  network: 'fb' | 'ig',
  pageId: string,
  objectId: string,
  atMs: number,
): void {
  if (seededFraction(world.seed, 'writes', objectId) >= writesChance) return;
  const customer = seededPick(world.seed, customers, 'writer', objectId);
  const words = sayings[customer.language][customer.habit];
  const afterMs = seededBetween(world.seed, 60_000, 900_000, 'writes after', objectId);
  plan(world, {
    atMs: atMs + afterMs,
    pageId,
    network,
    personId: personId(network, customer),
    personName: network === 'fb' ? customer.name : customer.handle,
    text: seededPick(world.seed, words, 'writes what', objectId),
  });
}

/** Plans that a customer answers what the Page wrote, which opens the window. */
export function planAnswer(
  world: World,
  settings: Settings,
  thread: ThreadRow,
  messageId: string,
  atMs: number,
): void {
  const customer = customers.find((one) => personId(thread.network, one) === thread.person_id);
  if (!settings.personas || customer === undefined) return;
  if (seededFraction(world.seed, 'answers', messageId) >= answersChance) return;
  plan(world, {
    atMs: atMs + seededBetween(world.seed, 30_000, 300_000, 'answers after', messageId),
    pageId: thread.page_id,
    network: thread.network,
    personId: thread.person_id,
    personName: thread.person_name,
    text: seededPick(world.seed, thanks[customer.language], 'answers what', messageId),
  });
}

interface PlannedMessage {
  atMs: number;
  pageId: string;
  network: 'fb' | 'ig';
  personId: string;
  personName: string;
  text: string;
}

function plan(world: World, message: PlannedMessage): void {
  world.run(
    `INSERT INTO planned_messages (due_at, page_id, network, person_id, person_name, message)
     VALUES (?, ?, ?, ?, ?, ?)`,
    Math.round(message.atMs),
    message.pageId,
    message.network,
    message.personId,
    message.personName,
    message.text,
  );
}

/** A customer has one id a network, which says nothing of the other. */
export function personId(network: 'fb' | 'ig', customer: Customer): string {
  const index = BigInt(customers.indexOf(customer));
  return String((network === 'fb' ? 5_123_000_000_000_001n : 1_784_300_000_000_001n) + index * 13n);
}

import { createDice } from '../dice.ts';
import { count, emptyTally, kindOf, type Tally } from '../tally.ts';
import { minuteMs } from '../../inbox/inbox-harness.ts';
import { customersAct, merchantActs, stateOf, type Deed, type InboxRun } from './inbox-deeds.ts';
import { disturbInbox, freeInboxDisk, isDiskFull, signInAgain } from './disturb-inbox.ts';
import { readInboxEffects, startAgain, tellInbox, type InboxWorld } from './inbox-world.ts';
import { findBrokenDeed, isSettled, shownTimes, valueOnNetwork } from './judge-inbox.ts';

const steps = 6;
const quietRounds = 12;

/** One run of customers' words and a merchant's answers through faults, crashes and lost lines; then a
 *  quiet time in which the merchant answers what is asked, truthfully. Throws when an invariant breaks. */
export async function runInboxSchedule(world: InboxWorld, seed: number): Promise<Tally> {
  const run = beginRun(world, seed);
  const tally = emptyTally();
  const noted = new Set<string>();
  tally.runs = 1;
  for (let step = 0; step < steps; step++) {
    await customersAct(run);
    await disturbInbox(world, run.dice, tally.events);
    if (!world.isDead && !isDiskFull(world)) merchantActs(run);
    await live(world, run.dice.below(6) * minuteMs);
    await check(run, tally, noted);
    if (run.dice.chance(0.3)) answerTruthfully(run);
  }
  await calmDown(run);
  for (let round = 0; round < quietRounds; round++) {
    await live(world, 15 * minuteMs);
    await world.harness.sync();
    await check(run, tally, noted);
    if (run.deeds.every((deed) => isSettled(run, deed))) break;
    answerTruthfully(run);
  }
  await settleAccounts(run, tally);
  await countFaults(world, tally);
  world.harness.tools.advance(24 * 60 * minuteMs);
  return tally;
}

function beginRun(world: InboxWorld, seed: number): InboxRun {
  world.story.length = 0;
  world.effects.length = 0;
  const state = { deeds: [], said: new Map<string, string>(), gone: new Set<string>(), count: 0 };
  return { world, dice: createDice(seed), seed, ...state };
}

/** Time passes; a dead studio does nothing, one with a full disk says so and lives on. */
async function live(world: InboxWorld, ms: number): Promise<void> {
  const { harness } = world;
  const untilAt = harness.tools.clock.now() + ms;
  while (!world.isDead) {
    try {
      if (!isDiskFull(world)) await harness.sync();
      await harness.pass(Math.max(0, untilAt - harness.tools.clock.now()), minuteMs);
      break;
    } catch (error) {
      if (!world.isDead && !isDiskFull(world)) throw error;
      if (isDiskFull(world)) break;
    }
  }
  harness.tools.advance(Math.max(0, untilAt - harness.tools.clock.now()));
}

async function calmDown({ world, dice }: InboxRun): Promise<void> {
  const { harness } = world;
  await harness.control.clearFaults();
  Object.assign(harness.uses.line, { online: true, through: undefined, timeoutMs: 15_000 });
  freeInboxDisk(world);
  world.dieAt = undefined;
  // A death that is still to come belongs to a studio that is over by then.
  if (world.isDead || world.death || dice.chance(0.5)) startAgain(world);
  await signInAgain(world);
  tellInbox(world, 'quiet');
}

async function check(run: InboxRun, tally: Tally, noted: Set<string>): Promise<void> {
  const { world } = run;
  await readInboxEffects(world);
  const open = world.harness.inbox.outbox('fr');
  for (const deed of run.deeds) {
    const item = open.find((one) => one.id === deed.id);
    const state = item?.state ?? stateOf(run, deed);
    const name = `${deed.network} ${deed.kind}`;
    tellInbox(
      world,
      `  ${name} ${state} ${item?.waitsFor?.code ?? ''} ${item?.question?.code ?? ''}`,
    );
    const broken = findBrokenDeed(run, deed, { state, isAsked: item?.question !== undefined });
    if (broken) throw new Error(`${name}: ${broken}: ${JSON.stringify({ deed, item })}`);
    const once = (code: string) =>
      !noted.has(`${deed.id} ${code}`) && noted.add(`${deed.id} ${code}`);
    const { question, waitsFor } = item ?? {};
    if (question && once(question.code)) count(kindOf(tally, name).asked, question.code);
    if (waitsFor && once(waitsFor.code)) count(kindOf(tally, name).told, waitsFor.code);
  }
}

function answerTruthfully(run: InboxRun): void {
  const { world, deeds } = run;
  if (world.isDead || isDiskFull(world)) return;
  for (const item of world.harness.inbox.outbox('fr')) {
    const deed = deeds.find((one) => one.id === item.id);
    if (!item.question || !deed) continue;
    const answer = shownTimes(run, deed) > 0 ? 'there' : 'not-there';
    tellInbox(world, `answers ${item.question.code} of ${deed.text}: ${answer}`);
    world.harness.inbox.answer({ id: item.id, answer });
  }
}

/** Every deed was done exactly once by now, or the merchant was told why not. */
async function settleAccounts(run: InboxRun, tally: Tally): Promise<void> {
  await readInboxEffects(run.world);
  for (const deed of run.deeds) {
    const kinds = kindOf(tally, `${deed.network} ${deed.kind}`);
    kinds.targets += 1;
    kinds.visibleCalls += intentsOf(run, deed);
    const state = stateOf(run, deed);
    if (deed.isWithdrawn) kinds.cancelled += 1;
    else if (state === 'sent') kinds.published += 1;
    else if (state !== 'refused') throw new Error(`lost: ${state} ${JSON.stringify(deed)}`);
  }
  await checkHidden(run);
}

function intentsOf({ world }: InboxRun, deed: Deed): number {
  const row = world.harness.tools.db
    .prepare<[string], { n: number }>(
      'SELECT count(*) AS n FROM outbox_intents WHERE outbox_id = ?',
    )
    .get(deed.id);
  return row?.n ?? 0;
}

/** What was set last on a comment is what the network shows. */
async function checkHidden(run: InboxRun): Promise<void> {
  const last = new Map<string, Deed>();
  for (const deed of run.deeds) {
    if (deed.kind === 'hide' && stateOf(run, deed) === 'sent') last.set(deed.commentId, deed);
  }
  for (const deed of last.values()) {
    const value = await valueOnNetwork(run, deed);
    if (value !== undefined && value !== deed.hidden) {
      throw new Error(`lost: hidden is ${value} on the network: ${JSON.stringify(deed)}`);
    }
  }
}

async function countFaults(world: InboxWorld, tally: Tally): Promise<void> {
  const lines = await world.harness.control.journal(world.seen.journal);
  world.seen.journal = Number(lines.at(-1)?.['n'] ?? world.seen.journal);
  tally.requests += lines.length;
  for (const { fault } of lines) {
    if (typeof fault === 'string') for (const mode of fault.split(',')) count(tally.faults, mode);
  }
}

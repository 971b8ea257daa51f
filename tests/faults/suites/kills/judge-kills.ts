import { z } from 'zod';
import type { CallStudio } from '../../../../scripts/demo/programs.ts';
import type { LedgerEntry } from '../../../support/practice.ts';
import { count, emptyTally, kindOf, type Tally } from '../tally.ts';
import { deedNames, type KillDeed } from './kill-deeds.ts';
import { nextStep, tellKill, type KillWorld } from './kill-world.ts';

const targetShape = z.object({
  id: z.string(),
  postId: z.string(),
  network: z.enum(['facebook', 'instagram']),
  state: z.string(),
  attempts: z.number(),
  remoteId: z.string().optional(),
  firstComment: z.string().optional(),
  question: z.object({ code: z.string() }).optional(),
  reason: z.object({ code: z.string() }).optional(),
});
type KillTarget = z.infer<typeof targetShape>;
const targetsShape = z.object({ targets: z.array(targetShape) });
const outboxShape = z.object({
  items: z.array(
    z.object({
      ...{ id: z.string(), state: z.string(), text: z.string().optional() },
      question: z.object({ code: z.string() }).optional(),
      waitsFor: z.object({ code: z.string() }).optional(),
    }),
  ),
});

async function readTargets(call: CallStudio): Promise<KillTarget[]> {
  return (await call('publishing/targets', {}, targetsShape)).targets;
}

/** Every acknowledged post is still planned, or more than that. */
export async function assertKept(world: KillWorld, call: CallStudio): Promise<void> {
  const targets = await readTargets(call);
  for (const deed of world.deeds) {
    if (!deed.isAcknowledged || deed.kind !== 'post') continue;
    const kept = targets.filter((target) => target.postId === deed.postId).length;
    if (kept !== deed.networks.length) throw new Error(`lost after a kill: ${deed.text}`);
  }
}

const settleLimitMs = 120_000;

/** Lives on without kills until nothing moves any more; a person answers truthfully meanwhile. */
export async function settleWorld(world: KillWorld, call: CallStudio): Promise<Tally> {
  const tally = emptyTally();
  const noted = new Set<string>();
  const endAt = performance.now() + settleLimitMs;
  for (;;) {
    const targets = await readTargets(call);
    const { items } = await call('inbox/outbox', {}, outboxShape);
    const ledger = (await world.control.ledger()).filter((effect) => effect.by === 'api');
    await answerTargets(world, call, targets, { tally, noted, ledger });
    await answerOutbox(call, items, { tally, noted, ledger, world });
    const isOver = targets.every(isSettled) && items.every((item) => item.state === 'refused');
    if (isOver) {
      judge(world, targets, ledger, tally);
      return tally;
    }
    if (performance.now() > endAt) {
      const moving = [...targets.filter((target) => !isSettled(target)), ...items];
      throw new Error(`lost in silence: ${JSON.stringify(moving)}`);
    }
    world.clock.now += 20_000;
    await nextStep();
  }
}

function isSettled({ state, firstComment }: KillTarget): boolean {
  return state === 'published' && !['pending', 'uncertain'].includes(firstComment ?? 'none');
}

type Notes = { tally: Tally; noted: Set<string>; ledger: LedgerEntry[] };

async function answerTargets(
  world: KillWorld,
  call: CallStudio,
  targets: KillTarget[],
  { tally, noted, ledger }: Notes,
): Promise<void> {
  for (const target of targets) {
    const deed = world.deeds.find((one) => one.postId === target.postId);
    if (!deed) continue;
    const name = deedNames(deed)[deed.networks.indexOf(target.network)] ?? '';
    const once = (code: string) =>
      !noted.has(`${target.id} ${code}`) && noted.add(`${target.id} ${code}`);
    const { question, reason, state } = target;
    if (reason && state !== 'published' && once(reason.code)) {
      count(kindOf(tally, name).told, reason.code);
    }
    if (question) {
      const isComment = question.code.startsWith('comment-');
      if (once(question.code))
        count(kindOf(tally, isComment ? 'first comment' : name).asked, question.code);
      const isThere = isComment
        ? hasComment(deed, target, ledger)
        : isShown(world, deed, target, targets, ledger);
      tellKill(world, `  ${name} asks ${question.code}, ${isThere ? 'there' : 'not there'}`);
      await call(
        'publishing/answer',
        { targetId: target.id, answer: isThere ? 'there' : 'not-there' },
        z.unknown(),
      );
    } else if (state === 'failed')
      await call('publishing/retry', { targetId: target.id }, z.unknown());
    else if (state === 'missed') {
      await call('posts/publishNow', { postId: target.postId }, z.unknown());
    }
  }
}

const storyKind = { facebook: 'fb-story', instagram: 'ig-story' } as const;

/** A story has no words: one more on the network than the studio knows of is the one asked about. */
function isShown(
  world: KillWorld,
  deed: KillDeed,
  target: KillTarget,
  targets: KillTarget[],
  ledger: LedgerEntry[],
): boolean {
  if (!deed.shape?.endsWith('story')) return postsOf(deed, target, ledger).length > 0;
  const known = new Set(targets.map((one) => one.remoteId));
  const shown = ledger.filter((effect) => effect.kind === storyKind[target.network]);
  return shown.some((effect) => !known.has(effect.objectId));
}

function postsOf(deed: KillDeed, target: KillTarget, ledger: LedgerEntry[]): LedgerEntry[] {
  const prefix = target.network === 'facebook' ? 'fb-' : 'ig-';
  return ledger.filter((effect) => effect.kind.startsWith(prefix) && effect.text === deed.text);
}

function hasComment(deed: KillDeed, target: KillTarget, ledger: LedgerEntry[]): boolean {
  return commentsOf(deed, target, ledger).length > 0;
}

function commentsOf(deed: KillDeed, target: KillTarget, ledger: LedgerEntry[]): LedgerEntry[] {
  const last = (id: string | undefined) => id?.split('_').at(-1);
  const roots = new Set(
    postsOf(deed, target, ledger).flatMap((effect) => [last(effect.objectId), effect.videoId]),
  );
  return ledger.filter(
    (effect) =>
      effect.kind === 'comment' &&
      effect.text === deed.firstComment &&
      roots.has(last(effect.rootId)),
  );
}

type OutboxItems = z.infer<typeof outboxShape>['items'];

async function answerOutbox(
  call: CallStudio,
  items: OutboxItems,
  { tally, noted, ledger, world }: Notes & { world: KillWorld },
): Promise<void> {
  for (const { id, text, question } of items) {
    const deed = world.deeds.find((one) => one.text === text);
    if (!question || !deed) continue;
    const name = deedNames(deed)[0] ?? '';
    if (!noted.has(`${id} ${question.code}`)) count(kindOf(tally, name).asked, question.code);
    noted.add(`${id} ${question.code}`);
    const isThere = ledger.some((effect) => effect.text === deed.text);
    await call('inbox/answer', { id, answer: isThere ? 'there' : 'not-there' }, z.unknown());
  }
}

/** The network's own books beside what the studio was asked for and says of it. */
function judge(world: KillWorld, targets: KillTarget[], ledger: LedgerEntry[], tally: Tally): void {
  const faults: string[] = [];
  for (const deed of world.deeds) {
    if (deed.kind === 'post') judgePost(deed, targets, ledger, tally, faults);
    else judgeAnswer(deed, ledger, tally, faults);
  }
  judgeStories(world, ledger, faults);
  if (faults.length > 0) throw new Error(faults.join('; '));
}

function judgePost(
  deed: KillDeed,
  targets: KillTarget[],
  ledger: LedgerEntry[],
  tally: Tally,
  faults: string[],
): void {
  for (const [index, network] of deed.networks.entries()) {
    const name = deedNames(deed)[index] ?? '';
    const kinds = kindOf(tally, name);
    const target = targets.find((one) => one.postId === deed.postId && one.network === network);
    kinds.targets += 1;
    kinds.visibleCalls += target?.attempts ?? 0;
    if (!target) {
      faults.push(`lost: ${name} ${deed.text}`);
      continue;
    }
    kinds.published += 1;
    if (deed.firstComment)
      judgeTimes('first comment', deed, commentsOf(deed, target, ledger).length, tally, faults);
    if (deed.shape?.endsWith('story')) continue;
    const times = postsOf(deed, target, ledger).length;
    if (times !== 1) faults.push(`${name} ${deed.text} appeared ${times} times`);
  }
}

/** Each story that was asked for, and no other. */
function judgeStories({ deeds }: KillWorld, ledger: LedgerEntry[], faults: string[]): void {
  for (const network of ['facebook', 'instagram'] as const) {
    const wanted = deeds.filter(
      (deed) => deed.shape?.endsWith('story') && deed.networks.includes(network),
    ).length;
    const shown = ledger.filter((effect) => effect.kind === storyKind[network]).length;
    if (wanted !== shown) faults.push(`${shown} stories on ${network} for ${wanted}`);
  }
}

const effectKinds = { reply: 'reply', 'private reply': 'private-reply', hide: 'hide', post: '' };

function judgeAnswer(deed: KillDeed, ledger: LedgerEntry[], tally: Tally, faults: string[]): void {
  const name = deedNames(deed)[0] ?? '';
  if (deed.kind === 'hide') {
    const kinds = kindOf(tally, name);
    kinds.targets += 1;
    kinds.published += 1;
    return;
  }
  const times = ledger.filter(
    (effect) => effect.kind === effectKinds[deed.kind] && effect.text === deed.text,
  ).length;
  judgeTimes(name, deed, times, tally, faults);
}

function judgeTimes(
  name: string,
  deed: KillDeed,
  times: number,
  tally: Tally,
  faults: string[],
): void {
  const kinds = kindOf(tally, name);
  kinds.targets += 1;
  kinds.visibleCalls += times;
  if (times === 1) kinds.published += 1;
  else if (times === 0) kinds.lost += 1;
  else kinds.doubled += 1;
  if (times !== 1) faults.push(`${name} of ${deed.text} appeared ${times} times`);
}

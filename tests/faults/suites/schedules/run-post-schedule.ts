import { createDice, type Dice } from '../dice.ts';
import { count, emptyTally, kindOf, type Tally } from '../tally.ts';
import { graceMs, minuteMs } from '../../publishing/publishing-harness.ts';
import { disturb, freeDisk, rightClock, signIn } from './disturb.ts';
import { findBroken, findStrays, judgeAll, type Judged } from './judge-posts.ts';
import { readEffects, tell, trueNow, type PostWorld } from './post-world.ts';
import { writePosts, type WrittenPost } from './write-posts.ts';

const steps = 6;
const quietRounds = 10;
const dayMs = 24 * 60 * minuteMs;

/** One run of posts through faults, crashes, lost lines, wrong clocks and changes of mind; then a quiet
 *  time in which a person answers what is asked, truthfully, and sends again what was missed. Throws when
 *  an invariant is broken. */
export async function runPostSchedule(world: PostWorld, seed: number): Promise<Tally> {
  const run = beginRun(world, seed);
  const { dice, posts, tally } = run;
  for (const post of posts) planFirst(world, dice, post);
  for (let step = 0; step < steps; step++) {
    await disturb(world, dice, tally.events, posts);
    await decide(run);
    await world.harness.pass(dice.below(6 * minuteMs));
    await check(run, false);
  }
  await calmDown(world);
  for (let round = 0; round < quietRounds; round++) {
    // What the network works on for ever lapses there after a day.
    await world.harness.pass((round < 6 ? 25 : 13 * 60) * minuteMs);
    const judged = await check(run, true);
    if (judged.every(isOver)) break;
    answerTruthfully(world, judged);
    sendAgain(world, judged);
  }
  await settleAccounts(run);
  await leaveWorld(run);
  return tally;
}

type Run = {
  world: PostWorld;
  dice: Dice;
  posts: WrittenPost[];
  tally: Tally;
  /** Told or asked once already, by target and code. */
  noted: Set<string>;
};

function beginRun(world: PostWorld, seed: number): Run {
  world.story.length = 0;
  world.effects.length = 0;
  world.setBackMs = 0;
  const dice = createDice(seed);
  const tally = emptyTally();
  tally.runs = 1;
  return { world, dice, posts: writePosts(world, dice, seed), tally, noted: new Set() };
}

function planFirst(world: PostWorld, dice: Dice, post: WrittenPost): void {
  plan(world, post, dice.chance(0.4) ? 0 : dice.below(60) * minuteMs);
}

/** In so many ms; 0 is “publish now”. */
function plan(world: PostWorld, post: WrittenPost, inMs: number): void {
  const dueAt = world.harness.now() + inMs;
  const isNow = inMs === 0;
  world.harness.publishing.plan(post.fact, dueAt, graceMs, isNow ? { now: true } : {});
  post.earliestAt = Math.min(post.earliestAt, trueNow(world) + inMs);
  post.isCancelled = false;
  tell(world, `plans ${post.fact.title} in ${inMs / minuteMs} min`);
}

/** What people do meanwhile. Nobody plans by a clock that is seen to be wrong, nor on a full disk. */
async function decide({ world, dice, posts, tally }: Run): Promise<void> {
  const { tools, publishing } = world.harness;
  if (dice.chance(0.3)) await signIn(world);
  if (dice.chance(0.3)) rightClock(world);
  if (dice.chance(0.5)) freeDisk(world);
  const isFull = (tools.db.pragma('max_page_count', { simple: true }) as number) < 1_000_000;
  if (isFull || world.skew.wrongMs !== 0) return;
  const post = dice.pick(posts);
  const inMs = (3 + dice.below(20)) * minuteMs;
  if (dice.chance(0.25) && !publishing.isLocked(post.fact.id)) {
    const deeds = [
      () => plan(world, post, 0),
      () => cancel(world, post),
      () => plan(world, post, inMs),
      () => edit(world, post),
    ];
    dice.pick(deeds)();
    count(tally.events, 'changes of mind');
  }
  if (dice.chance(0.3)) {
    await readEffects(world);
    answerTruthfully(world, judgeAll(world, posts));
  }
}

function cancel(world: PostWorld, post: WrittenPost): void {
  world.harness.publishing.cancel(post.fact.id);
  post.isCancelled = true;
  tell(world, `cancels ${post.fact.title}`);
}

function edit(world: PostWorld, post: WrittenPost): void {
  post.fact.title = `${post.fact.title} bis`;
  tell(world, `edits the title of ${post.fact.title}`);
}

async function calmDown(world: PostWorld): Promise<void> {
  const { harness } = world;
  await harness.control.clearFaults();
  Object.assign(harness.uses.line, { online: true, through: undefined, timeoutMs: 15_000 });
  freeDisk(world);
  rightClock(world);
  world.isDead = () => false;
  harness.restart();
  await signIn(world);
  tell(world, 'quiet');
}

/** Looks at every target; what a person was told or asked is counted once for each reason. */
async function check({ world, posts, tally, noted }: Run, isQuiet: boolean): Promise<Judged[]> {
  await readEffects(world);
  const judged = judgeAll(world, posts);
  for (const one of judged) {
    const { target, kind } = one;
    tell(
      world,
      `  ${kind} ${target.state} ${target.reason?.code ?? ''} ${target.question?.code ?? ''}`,
    );
    // Patience with the network lasts a quarter of an hour from the call.
    const sinceDueMs = world.harness.now() - Date.parse(target.dueAt);
    const isLongDue = Math.min(sinceDueMs, one.sinceCallMs ?? Infinity) > 17 * minuteMs;
    const broken = findBroken(one, isQuiet && isLongDue);
    if (broken) throw new Error(`${kind}: ${broken}: ${JSON.stringify(target)}`);
    const once = (name: string) => !noted.has(name) && noted.add(name);
    const { question, reason } = target;
    const isComment = question?.code.startsWith('comment-');
    if (question && once(`${target.id} ${question.code} ${target.attempts}`)) {
      count(kindOf(tally, isComment ? 'first comment' : kind).asked, question.code);
    }
    if (reason && target.state !== 'published' && once(`${target.id} ${reason.code}`)) {
      count(kindOf(tally, kind).told, reason.code);
    }
  }
  const [stray] = findStrays(world, judged);
  if (stray) throw new Error(`nobody asked for ${JSON.stringify(stray)}`);
  return judged;
}

function isOver({ target, post }: Judged): boolean {
  const isDone = target.state === 'published' || (target.state === 'cancelled' && post.isCancelled);
  return isDone && !['pending', 'uncertain'].includes(target.firstComment ?? 'none');
}

function answerTruthfully(world: PostWorld, judged: Judged[]): void {
  for (const { target, shown } of judged) {
    if (!target.question) continue;
    const isPost = target.question.code.startsWith('post-');
    const found = isPost ? shown.posts : shown.comments;
    const answer = found.length > 0 ? 'there' : 'not-there';
    tell(world, `answers ${target.question.code}: ${answer}`);
    world.harness.publishing.answer({ targetId: target.id, answer });
  }
}

/** What was missed or failed is sent again by the person who was told. */
function sendAgain(world: PostWorld, judged: Judged[]): void {
  const { publishing } = world.harness;
  for (const { post, target } of judged) {
    const { state } = target;
    if (state === 'failed' || (state === 'published' && target.firstComment === 'failed')) {
      if (target.reason?.code !== 'missed') publishing.retry({ targetId: target.id });
    } else if (state === 'missed' && !publishing.isLocked(post.fact.id)) plan(world, post, 0);
  }
}

/** Every target is out exactly once by now, or taken back. */
async function settleAccounts({ world, posts, tally }: Run): Promise<void> {
  await readEffects(world);
  for (const { post, target, kind, shown } of judgeAll(world, posts)) {
    const kinds = kindOf(tally, kind);
    kinds.targets += 1;
    kinds.visibleCalls += target.attempts;
    const isOut = target.state === 'published' && shown.posts.length === 1;
    if (isOut) kinds.published += 1;
    else if (target.state === 'cancelled' && post.isCancelled) kinds.cancelled += 1;
    // The network works on it for ever; somebody was told, and asked.
    else if (target.question?.code === 'post-in-progress') continue;
    else throw new Error(`lost: ${kind} ended as ${JSON.stringify(target)}`);
    if (isOut && post.fact.firstComment)
      settleComment(tally, target.firstComment, target.reason?.code);
  }
}

function settleComment(tally: Tally, state: string | undefined, reason: string | undefined): void {
  const kinds = kindOf(tally, 'first comment');
  kinds.targets += 1;
  kinds.visibleCalls += state === 'sent' ? 1 : 0;
  if (state === 'sent') kinds.published += 1;
  else if (state === 'failed' && reason) count(kinds.told, reason);
  else throw new Error(`lost: a first comment ended as ${state}`);
}

/** Counts the requests since the last look, and the faults that struck among them. */
async function noteFaults(world: PostWorld, tally: Tally): Promise<void> {
  const lines = await world.harness.control.journal(world.seen.journal);
  world.seen.journal = Number(lines.at(-1)?.['n'] ?? world.seen.journal);
  tally.requests += lines.length;
  for (const { fault } of lines) {
    if (typeof fault === 'string') for (const mode of fault.split(',')) count(tally.faults, mode);
  }
}

async function leaveWorld({ world, tally }: Run): Promise<void> {
  await noteFaults(world, tally);
  world.harness.tools.advance(dayMs);
}

import type { Target } from '../../../shared/contract/publishing.ts';
import type { PostFact } from '../../../shared/facts.ts';
import type { AtPoint } from '../../../core/db/kill-point.ts';
import { seededRandom } from '../../support/media-factory.ts';
import { graceMs, minuteMs, type Harness } from './publishing-harness.ts';

type Dice = {
  chance(frac: number): boolean;
  below(count: number): number;
  pick<T>(items: readonly T[]): T;
};

function createDice(seed: number): Dice {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  return {
    below,
    chance: (frac) => random() < frac,
    pick: (items) => items[below(items.length)]!,
  };
}

const edges = [
  'POST /{post}',
  'POST /{ig}/media_publish',
  'POST /{post}/comments',
  'POST /{media}/comments',
  'POST /{page}/feed',
  'POST /{page}/photos',
  'POST /{ig}/media',
  'GET /{post}',
  'GET /{container}',
  'GET /{media}',
  'GET /{ig}/media',
] as const;

const modes = [
  'reset-before',
  'reset-after',
  '500-before',
  '500-after',
  '400-after',
  'html200',
  'html_502',
  'half-json',
  '307',
  'success_without_id',
  'rate',
  'stale_read',
  'not_found_yet',
  'missing-row',
] as const;

const points = ['publish.C1', 'publish.C2', 'publish.C4', 'publish.C5'] as const;

/** Ends the engine at a point as a kill would: nothing is written any more. The engine takes this
 *  error for a disk that fails, after which it neither calls nor writes. */
function dieAt(point: string): AtPoint {
  return (name) => {
    if (name === point) throw Object.assign(new Error('killed'), { code: 'SQLITE_IOERR_KILLED' });
  };
}

/** One run of posts through faults, crashes, lost lines and changes of mind; then a quiet time in
 *  which a person answers what is asked, truthfully. Throws when an invariant is broken. */
export async function runSchedule(harness: Harness, seed: number): Promise<void> {
  const dice = createDice(seed);
  const posts = await writePosts(harness, dice, seed);
  for (const post of posts) {
    const dueAt = harness.now() + dice.below(12) * minuteMs;
    harness.publishing.plan(post, dueAt, graceMs, dice.chance(0.4) ? { now: true } : {});
  }
  for (let step = 0; step < 6; step++) {
    await disturb(harness, dice, posts);
    await harness.pass(dice.below(5 * minuteMs));
    await check(harness, posts, false);
  }
  await harness.control.clearFaults();
  harness.uses.line.online = true;
  harness.restart();
  for (let round = 0; round < 4; round++) {
    await harness.pass(25 * minuteMs);
    await check(harness, posts, true);
    await answerTruthfully(harness, posts);
  }
  await check(harness, posts, true);
}

async function writePosts(harness: Harness, dice: Dice, seed: number): Promise<PostFact[]> {
  const posts: PostFact[] = [];
  for (let index = 0; index <= dice.below(3); index++) {
    const count = dice.below(3);
    const files = Array.from({ length: count }, (_, at) =>
      harness.factory.jpeg(`r${at}.jpg`, 400, 400, at + 1),
    );
    const media = (await Promise.all(files)).map((file) => ({
      assetId: harness.addAsset(file).id,
      tags: [],
    }));
    const accountIds = count === 0 ? [harness.facebook.id] : undefined;
    const caption = `Essai ${seed} ${index}`;
    posts.push(
      harness.write({
        caption,
        media,
        ...(accountIds ? { accountIds } : {}),
        ...(dice.chance(0.4) ? { firstComment: `Mot ${seed} ${index}` } : {}),
      }),
    );
  }
  return posts;
}

async function disturb(harness: Harness, dice: Dice, posts: PostFact[]): Promise<void> {
  if (dice.chance(0.6)) {
    const mode = dice.pick(modes);
    const options = mode === 'rate' ? { code: 4, minutes: 6 } : { seconds: 20 };
    await harness.control.fault({
      edge: dice.pick(edges),
      mode,
      count: 1 + dice.below(2),
      ...options,
    });
  }
  if (dice.chance(0.2)) harness.uses.line.online = !harness.uses.line.online;
  if (dice.chance(0.4)) {
    const point = dice.pick(points);
    harness.restart(dice.chance(0.7) ? { atPoint: dieAt(point) } : {});
  }
  if (dice.chance(0.25)) changeMind(harness, dice, dice.pick(posts));
  if (dice.chance(0.3)) await answerTruthfully(harness, posts);
}

function changeMind(harness: Harness, dice: Dice, post: PostFact): void {
  const later = harness.now() + (3 + dice.below(20)) * minuteMs;
  try {
    dice.pick([
      () => harness.publishNow(post),
      () => harness.publishing.cancel(post.id),
      () => harness.publishing.plan(post, later, graceMs),
      () => {
        post.title = `${post.title} bis`;
      },
    ])();
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'already-publishing') throw error;
  }
}

/** What customers can see of a post on one account, and of the words under it. */
async function visible(harness: Harness, post: PostFact, target: Target) {
  const kind = target.network === 'facebook' ? 'fb-post' : 'ig-media';
  const ours = await harness.effects();
  const shown = ours.filter(
    (effect) => effect.kind === kind && effect.text === post.captions[target.network],
  );
  const ids = shown.map((effect) => effect.objectId.split('_').at(-1));
  const comments = ours.filter(
    (effect) =>
      effect.kind === 'comment' &&
      effect.text === post.firstComment &&
      ids.includes(
        String((effect as { rootId?: string }).rootId)
          .split('_')
          .at(-1),
      ),
  );
  return { shown: shown.length, comments: comments.length };
}

async function answerTruthfully(harness: Harness, posts: PostFact[]): Promise<void> {
  for (const post of posts) {
    for (const target of harness.publishing.list({ postId: post.id })) {
      if (!target.question) continue;
      const { shown, comments } = await visible(harness, post, target);
      const count = target.question.code.startsWith('post-') ? shown : comments;
      const answer = count > 0 ? 'there' : 'not-there';
      harness.publishing.answer({ targetId: target.id, answer });
    }
  }
}

async function check(harness: Harness, posts: PostFact[], isQuiet: boolean): Promise<void> {
  for (const post of posts) {
    for (const target of harness.publishing.list({ postId: post.id })) {
      const { shown, comments } = await visible(harness, post, target);
      const broken = findBroken(target, shown, comments, isQuiet);
      if (broken) {
        const seen = { shown, comments, target };
        throw new Error(`${broken}: ${JSON.stringify(seen, null, 1)}`);
      }
    }
  }
}

function findBroken(
  target: Target,
  shown: number,
  comments: number,
  isQuiet: boolean,
): string | undefined {
  if (shown > 1) return 'V1 a post appeared more than once';
  if (comments > 1) return 'V1 a first comment appeared more than once';
  if (target.state === 'published' && shown !== 1) return 'V2 published, and nobody can see it';
  if (target.firstComment === 'sent' && comments !== 1) return 'V2 sent, and nobody can see it';
  const untouched = ['scheduled', 'preparing', 'ready', 'waiting', 'failed', 'missed', 'cancelled'];
  if (untouched.includes(target.state) && shown !== 0) return 'V3 not published, yet visible';
  if (!isQuiet) return undefined;
  const isMoving = ['preparing', 'ready', 'publishing'].includes(target.state);
  if (isMoving) return 'V4 still moving after a quiet time';
  if (target.state === 'uncertain' && !target.question) return 'V4 unclear, and nobody is asked';
  if (target.state === 'waiting' && !target.reason) return 'V4 waits in silence';
  return undefined;
}

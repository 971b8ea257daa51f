import type { Target } from '../../../../shared/contract/publishing.ts';
import type { LedgerEntry } from '../../../support/practice.ts';
import type { PostWorld } from './post-world.ts';
import { kindName, type WrittenPost } from './write-posts.ts';

/** What customers can see of a target. */
export type Shown = { posts: LedgerEntry[]; comments: LedgerEntry[] };
export type Judged = {
  post: WrittenPost;
  target: Target;
  kind: string;
  shown: Shown;
  /** Since the visible call at hand, by the studio's clock. */
  sinceCallMs: number | undefined;
  /** How much longer ago it may be by the network's clock. */
  setBackMs: number;
};

/** Every target of the schedule beside what the network's own books say of it. */
export function judgeAll(world: PostWorld, posts: WrittenPost[]): Judged[] {
  return posts.flatMap((post) =>
    world.harness.publishing.list({ postId: post.fact.id }).map((target) => ({
      post,
      target,
      kind: kindName(target.network, post.shape),
      shown: shownOf(world, post, target),
      sinceCallMs: sinceCall(world, target.id),
      setBackMs: world.setBackMs,
    })),
  );
}

const postKinds = {
  facebook: ['fb-post', 'fb-photo', 'fb-video', 'fb-reel', 'fb-story'],
  instagram: ['ig-media', 'ig-story'],
} as const;

function shownOf(world: PostWorld, { fact, shape }: WrittenPost, target: Target): Shown {
  const ofNetwork = world.effects.filter((effect) =>
    (postKinds[target.network] as readonly string[]).includes(effect.kind),
  );
  // A story has no words: what was called under which id tells whose it is.
  const handles = shape.endsWith('story') ? handlesOf(world, target.id) : undefined;
  const posts = ofNetwork.filter((effect) =>
    handles ? idsOf(effect).some((id) => handles.has(id)) : effect.text === wordsOf(fact, target),
  );
  const roots = new Set(
    posts.flatMap((effect) => [effect.objectId, ...idsOf(effect)]).map(lastPart),
  );
  const comments = world.effects.filter(
    (effect) =>
      effect.kind === 'comment' &&
      effect.text === fact.firstComment &&
      roots.has(lastPart(effect.rootId ?? '')),
  );
  return { posts, comments };
}

function wordsOf(fact: WrittenPost['fact'], target: Target): string {
  return fact.captions[target.network];
}

function lastPart(id: string): string {
  return id.split('_').at(-1) ?? id;
}

function idsOf(effect: LedgerEntry): string[] {
  const { photoIds = [], videoId, containerId } = effect;
  return [...photoIds, videoId, containerId].filter((id) => id !== undefined);
}

function handlesOf({ harness }: PostWorld, targetId: string): Set<string> {
  const rows = harness.tools.db
    .prepare<[string], { handle: string }>('SELECT handle FROM intents WHERE target_id = ?')
    .all(targetId);
  return new Set(rows.map((row) => row.handle));
}

function sinceCall({ harness }: PostWorld, targetId: string): number | undefined {
  const row = harness.tools.db
    .prepare<[string], { at: number | null }>(
      'SELECT max(at) AS at FROM intents WHERE target_id = ?',
    )
    .get(targetId);
  return row?.at == null ? undefined : harness.now() - row.at;
}

/** Visible effects that belong to no target: nobody asked for them. */
export function findStrays(world: PostWorld, judged: Judged[]): LedgerEntry[] {
  const known = new Set(judged.flatMap(({ shown }) => [...shown.posts, ...shown.comments]));
  return world.effects.filter((effect) => !known.has(effect));
}

/** The invariant that is broken, if one is. Times are the network's. */
export function findBroken(judged: Judged, isQuiet: boolean): string | undefined {
  const { target, shown } = judged;
  const [posts, comments] = [shown.posts.length, shown.comments.length];
  if (posts > 1) return 'V1 a post appeared more than once';
  if (comments > 1) return 'V1 a first comment appeared more than once';
  if (target.state === 'published' && posts !== 1) return 'V2 published, and nobody can see it';
  if (target.firstComment === 'sent' && comments !== 1) return 'V2 sent, and nobody can see it';
  if (untouched.includes(target.state) && posts !== 0) return 'V3 not published, yet visible';
  return findEarly(judged) ?? findNeedless(judged) ?? (isQuiet ? findUnsettled(target) : undefined);
}

const untouched = [
  ...['scheduled', 'preparing', 'ready', 'waiting', 'failed', 'missed', 'cancelled'],
];

/** Two minutes: what the studio's clock may differ from the network's. */
const toleranceMs = 2 * 60_000 + 1000;

function findEarly({ post, shown }: Judged): string | undefined {
  const early = shown.posts.find((effect) => Date.parse(effect.at) < post.earliestAt - toleranceMs);
  return early && `appeared at ${early.at}, planned for ${new Date(post.earliestAt).toISOString()}`;
}

/** What was called by an id that tells is asked about only while it cannot be read. */
function findNeedless({ target, post, sinceCallMs, setBackMs }: Judged): string | undefined {
  const code = target.question?.code;
  if (!code?.startsWith('post-') || undecided.has(code)) return undefined;
  const isSearched = target.network === 'facebook' && post.shape.endsWith('story');
  // A container that nobody published says so for a day and then no more.
  const ageMs = (sinceCallMs ?? 0) + setBackMs;
  const hasLapsed = target.network === 'instagram' && ageMs > containerLifeMs;
  const isAllowed = isSearched || (hasLapsed && code === 'post-not-found');
  return isAllowed ? undefined : `V5 asked (${code}) although its id could answer`;
}

/** The network could not be read, or is not through with it. */
const undecided = new Set(['post-unread', 'post-in-progress']);

const containerLifeMs = 23 * 3_600_000;

function findUnsettled(target: Target): string | undefined {
  if (['preparing', 'ready', 'publishing'].includes(target.state)) {
    return 'V4 still moving after a quiet time';
  }
  if (target.state === 'uncertain' && !target.question) return 'V4 unclear, and nobody is asked';
  if (target.state === 'waiting' && !target.reason) return 'V4 waits in silence';
  return undefined;
}

import type { Dice } from '../dice.ts';
import { count, type Numbers } from '../tally.ts';
import { minuteMs } from '../../publishing/publishing-harness.ts';
import { killed, mortalClient, type Death } from './mortal-client.ts';
import { tell, type PostWorld } from './post-world.ts';
import type { WrittenPost } from './write-posts.ts';

const hourMs = 60 * minuteMs;

/** Where what a post needs may be struck, by the kind of its visible effect. */
const edgesOf: Record<string, readonly string[]> = {
  'facebook words': ['POST /{page}/feed', 'POST /{post}', 'POST /{post}', 'GET /{post}'],
  'facebook photos': ['POST /{page}/photos', 'POST /{page}/feed', 'POST /{post}', 'GET /{post}'],
  'facebook video': ['POST /{page}/videos', 'POST /{video}', 'POST /{video}', 'GET /{video}'],
  'facebook reel': ['POST /{page}/video_reels', 'POST /{page}/video_reels', 'GET /{video}'],
  'facebook story': [
    ...['POST /{page}/photo_stories', 'POST /{page}/video_stories', 'GET /{page}/stories'],
    ...['POST /{page}/photos'],
  ],
  instagram: [
    ...['POST /{ig}/media_publish', 'POST /{ig}/media_publish', 'POST /{ig}/media'],
    ...['GET /{container}', 'GET /{media}', 'GET /{ig}/media', 'GET /{ig}/stories'],
    ...['POST /{page}/photos'],
  ],
  'first comment': [
    ...['POST /{post}/comments', 'POST /{media}/comments', 'GET /{post}/comments'],
    ...['GET /{media}/comments', 'GET /{media}'],
  ],
  any: ['POST *', 'GET *', '*'],
};

function edgesFor(world: PostWorld, { fact, shape }: WrittenPost): readonly string[] {
  const isOnInstagram = fact.accountIds.includes(world.harness.instagram.id);
  const group = shape.startsWith('photo')
    ? 'photos'
    : ({ text: 'words', link: 'words', 'video story': 'story' }[shape as string] ?? shape);
  const onFacebook = shape === 'photo story' ? 'story' : group;
  return [
    ...(isOnInstagram ? (edgesOf['instagram'] ?? []) : []),
    ...(fact.accountIds.includes(world.harness.facebook.id)
      ? (edgesOf[`facebook ${onFacebook}`] ?? [])
      : []),
    ...(fact.firstComment ? (edgesOf['first comment'] ?? []) : []),
    ...(edgesOf['any'] ?? []),
  ];
}

const modes = [
  ...['reset-before', 'reset-after', '500-before', '500-after', '400-after', 'html200', 'html_502'],
  ...['half-json', '307', '302', 'success_without_id', 'rate', 'stale_read', 'not_found_yet'],
  ...['missing-row', 'dup-row', 'slow', 'stuck-processing', 'reset-mid-upload'],
  ...['unknown-field-added', 'timeout-before', 'timeout-after'],
] as const;

const points = ['publish.C1', 'publish.C2', 'publish.C4', 'publish.C5'] as const;
const permissions = ['pages_manage_posts', 'instagram_content_publish'] as const;

/** What may go wrong between two looks, each by its own chance. */
export async function disturb(
  world: PostWorld,
  dice: Dice,
  events: Numbers,
  posts: WrittenPost[],
): Promise<void> {
  const note = (name: string, detail = '') => {
    count(events, name);
    tell(world, `${name} ${detail}`);
  };
  for (let count = dice.below(4); count > 0; count--) {
    await orderFault(world, dice, note, edgesFor(world, dice.pick(posts)));
  }
  const { line } = world.harness.uses;
  if (dice.chance(line.online ? 0.12 : 0.6)) {
    line.online = !line.online;
    note(line.online ? 'line back' : 'line lost');
  }
  if (dice.chance(0.08)) await loseAccess(world, dice, note);
  if (dice.chance(0.08)) jumpClock(world, dice, note);
  if (dice.chance(0.06)) sleep(world, dice, note);
  if (dice.chance(0.08)) fillDisk(world, note);
  if (dice.chance(world.isDead() ? 0.8 : 0.35)) crash(world, dice, note);
}

type Note = (name: string, detail?: string) => void;

async function orderFault(
  { harness }: PostWorld,
  dice: Dice,
  note: Note,
  edges: readonly string[],
): Promise<void> {
  const [edge, mode] = [dice.pick(edges), dice.pick(modes)];
  const isTimeout = mode.startsWith('timeout');
  // Never answered: the studio gives up after its own limit, which costs real time.
  if (isTimeout) harness.uses.line.timeoutMs = 250;
  const options =
    mode === 'rate' ? { code: dice.pick([4, 17, 32]), minutes: 6 } : { seconds: 20, ms: 30 };
  const count = isTimeout ? 1 : 1 + dice.below(2);
  const skip = dice.chance(0.3) ? 1 : 0;
  const { ms, ...rest } = { ms: undefined, ...options };
  const slow = mode === 'slow' ? { ms } : {};
  await harness.control.fault({ edge, mode, count, skip, ...rest, ...slow });
  note('fault ordered', `${mode} at ${edge} × ${count} after ${skip}`);
}

async function loseAccess({ harness }: PostWorld, dice: Dice, note: Note): Promise<void> {
  if (dice.chance(0.5)) {
    await harness.control.expireToken({ page: true, subcode: dice.pick([460, 463, 467]) });
    note('token expired');
  } else {
    const permission = dice.pick(permissions);
    await harness.control.setPermission(permission, false);
    note('permission lost', permission);
  }
}

/** Somebody signs in again and grants what is missing. */
export async function signIn(world: PostWorld): Promise<void> {
  const { control, facebook, instagram, publishing } = world.harness;
  await control.restoreTokens();
  for (const permission of permissions) await control.setPermission(permission, true);
  for (const account of [facebook, instagram]) {
    account.health = 'ok';
    publishing.releaseAccount(account.id);
  }
  tell(world, 'signs in again');
}

/** The computer's clock is set wrong; the network's is not. */
function jumpClock(world: PostWorld, dice: Dice, note: Note): void {
  const ms = dice.pick([
    -48 * hourMs,
    -2 * hourMs,
    -5 * minuteMs,
    5 * minuteMs,
    2 * hourMs,
    48 * hourMs,
  ]);
  setClock(world, ms);
  note(ms > 0 ? 'clock jumped ahead' : 'clock jumped back', `${ms / minuteMs} min`);
}

function setClock(world: PostWorld, ms: number): void {
  world.skew.wrongMs += ms;
  world.setBackMs += Math.max(0, -ms);
  world.harness.tools.advance(ms);
}

export function rightClock(world: PostWorld): void {
  setClock(world, -world.skew.wrongMs);
}

/** Both clocks run on, and nothing of the studio does. */
function sleep({ harness, skew }: PostWorld, dice: Dice, note: Note): void {
  const ms = dice.pick([20 * minuteMs, 2 * hourMs, 24 * hourMs]);
  skew.sleptMs += ms;
  harness.tools.advance(ms);
  note('computer slept', `${ms / minuteMs} min`);
}

function fillDisk({ harness: { tools } }: PostWorld, note: Note): void {
  const pages = tools.db.pragma('page_count', { simple: true }) as number;
  tools.db.pragma(`max_page_count = ${pages}`);
  note('disk full');
}

export function freeDisk({ harness: { tools } }: PostWorld): void {
  tools.db.pragma('max_page_count = 1073741823');
}

/** Ends the studio as a kill would and starts another on the same data; that one may end at a point. */
function crash(world: PostWorld, dice: Dice, note: Note): void {
  const { harness } = world;
  freeDisk(world);
  const { line } = harness.uses;
  line.through = undefined;
  world.isDead = () => false;
  if (dice.chance(0.35)) {
    const when = dice.pick(['before', 'after'] as const);
    const death: Death = { after: 1 + dice.below(8), when, isDead: false };
    line.through = (client) => mortalClient(client, death);
    world.isDead = () => death.isDead;
    note('dies at P', `${when} request ${death.after}`);
    harness.restart();
  } else if (dice.chance(0.75)) {
    const point = dice.pick(points);
    let isDead = false;
    world.isDead = () => isDead;
    note(`dies at ${point.slice(-2)}`);
    harness.restart({
      atPoint: (name) => {
        if (name !== point) return;
        isDead = true;
        throw killed();
      },
    });
  } else {
    note('restarted');
    harness.restart();
  }
}

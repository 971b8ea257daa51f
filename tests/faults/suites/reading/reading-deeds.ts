import { must, dayMs, minuteMs, secondMs } from '../../inbox/inbox-harness.ts';
import type { Dice } from '../dice.ts';
import { count, type Numbers } from '../tally.ts';
import { startAgain, tellReading, type ReadingWorld } from './reading-world.ts';

/** One history as it goes on. */
export type ReadingRun = {
  world: ReadingWorld;
  dice: Dice;
  /** One of Facebook, one of Instagram. */
  posts: string[];
  /** Comments that were written, by their id. */
  said: string[];
  messages: { id: string; network: string }[];
  count: number;
  events: Numbers;
};

type Deed = (run: ReadingRun) => Promise<void> | void;

const words = (run: ReadingRun) => `Word ${(run.count += 1)}`;
const person = ({ dice }: ReadingRun) => `Person ${dice.below(12)}`;
const someone = (run: ReadingRun) => run.said[run.dice.below(Math.max(1, run.said.length))];

async function say(run: ReadingRun, object: string, more: object = {}): Promise<void> {
  const { control } = run.world.harness;
  const comment = { object, message: words(run), from: person(run), ...more };
  run.said.push(await control.addComment(comment));
}

async function sayMany(run: ReadingRun, most: number): Promise<void> {
  const { dice, posts, world } = run;
  const post = dice.pick(posts);
  for (let left = 1 + dice.below(most); left > 0; left -= 1) {
    // Some of them in the same second.
    if (dice.chance(0.7)) world.harness.tools.advance(secondMs);
    await say(run, dice.chance(0.25) ? (someone(run) ?? post) : post);
  }
}

/** A comment whose time lies before others that were read, or that shows only later. */
async function sayLate(run: ReadingRun): Promise<void> {
  const { dice, posts, world } = run;
  const now = world.harness.tools.clock.now();
  const createdTime = new Date(now - dice.below(2 * dayMs)).toISOString();
  const arrivesAt = new Date(now + dice.below(10) * minuteMs).toISOString();
  const isThere = dice.chance(0.5);
  await say(run, dice.pick(posts), isThere ? { createdTime } : { createdTime, arrivesAt });
  // Nobody answers what nobody sees yet.
  if (!isThere) run.said.pop();
}

const edit: Deed = async (run) => {
  const id = someone(run);
  if (id !== undefined) await run.world.harness.control.editComment(id, words(run));
};

const remove: Deed = async (run) => {
  const id = someone(run);
  if (id === undefined) return;
  await run.world.harness.control.deleteComment(id);
  // What stood under it went with it, and nobody answers there any more.
  const isLive = run.world.network
    .prepare<[string], number>('SELECT 1 FROM comments WHERE id = ? AND deleted_at IS NULL')
    .pluck();
  run.said = run.said.filter((one) => isLive.get(one.slice(one.lastIndexOf('_') + 1)) === 1);
};

/** Somebody of the shop with the network's own app in hand. */
const hide: Deed = async ({ world: { harness }, dice, ...run }) => {
  const id = run.said[dice.below(Math.max(1, run.said.length))];
  if (id === undefined) return;
  const hidden = dice.chance(0.6);
  const client = harness.uses.client();
  if (id.includes('_')) await client.setHiddenFacebook({ commentId: id, hidden });
  else await client.setHiddenInstagram({ commentId: id, hidden });
};

const like: Deed = async (run) => {
  const id = someone(run);
  // Instagram tells nobody who likes.
  if (!id?.includes('_')) return;
  const action = run.dice.chance(0.6) ? 'like' : 'unlike';
  await run.world.harness.control.post('/comments', { action, id });
};

const answerElsewhere: Deed = async (run) => {
  const { harness } = run.world;
  const [post = ''] = run.posts;
  must(await harness.uses.client().createComment({ objectId: post, text: words(run) }));
};

const rename: Deed = async (run) => {
  const from = person(run);
  const { control } = run.world.harness;
  // Nobody of that name may have written.
  await control.post('/comments', { action: 'rename', from, name: from }).catch(() => undefined);
};

const write: Deed = async (run) => {
  const { dice, world } = run;
  const network = dice.pick(['fb', 'ig']);
  for (let left = 1 + dice.below(4); left > 0; left -= 1) {
    const message = words(run);
    const told = await world.harness.control.post('/messages', {
      ...{ network, message, from: `Writer ${dice.below(5)}` },
    });
    run.messages.push({ id: String(told['id']), network });
    world.harness.tools.advance(secondMs);
  }
};

const changeMessage: Deed = async (run) => {
  const at = run.dice.below(Math.max(1, run.messages.length));
  const message = run.messages[at];
  if (!message) return;
  const action = run.dice.pick(['edit', 'unsend']);
  const order = { action, id: message.id, ...(action === 'edit' && { message: words(run) }) };
  await run.world.harness.control.post('/messages', order);
  if (action === 'unsend') run.messages.splice(at, 1);
};

const mention: Deed = async (run) => {
  const network = run.dice.pick(['fb', 'ig']);
  const order = { network, message: words(run), from: person(run) };
  await run.world.harness.control.post('/mentions', order);
};

const deeds: readonly (readonly [string, number, Deed])[] = [
  ['comments', 5, (run) => sayMany(run, 6)],
  ['many comments', 1, (run) => sayMany(run, 40)],
  ['late comment', 2, sayLate],
  ['edited', 2, edit],
  ['deleted', 2, remove],
  ['hidden elsewhere', 2, hide],
  ['liked elsewhere', 2, like],
  ['answered elsewhere', 1, answerElsewhere],
  ['person renamed', 1, rename],
  ['messages', 2, write],
  ['message changed', 1, changeMessage],
  ['tagged', 1, mention],
];
const allWeights = deeds.reduce((sum, [, weight]) => sum + weight, 0);

/** Something happens on the network. */
export async function peopleAct(run: ReadingRun): Promise<void> {
  let left = run.dice.below(allWeights);
  for (const [name, weight, deed] of deeds) {
    left -= weight;
    if (left >= 0) continue;
    count(run.events, name);
    tellReading(run.world, name);
    return deed(run);
  }
}

const modes = [
  ...['dup-row', 'missing-row', 'skip-rows', 'shuffle-rows', 'repeat-page', 'no-paging'],
  ...['cursor-invalid', 'http500-before', 'half-json', 'reset-before', 'html-502', 'stale-read'],
];
const edges = [
  ...['GET /{post}/comments', 'GET /{media}/comments', 'GET /{page}/published_posts'],
  ...['GET /{ig}/media', 'GET /{page}/conversations', 'GET *', 'GET *'],
];

/** What may go wrong while the studio reads. */
export async function disturbReading(run: ReadingRun): Promise<void> {
  const { world, dice, events } = run;
  const { line } = world.harness.uses;
  const note = (name: string, detail = '') => {
    count(events, name);
    tellReading(world, `${name} ${detail}`);
  };
  if (dice.chance(0.5)) {
    const [edge, mode] = [dice.pick(edges), dice.pick(modes)];
    const order = { edge, mode, count: 1 + dice.below(3), skip: dice.below(3), seconds: 90 };
    await world.harness.control.fault(order);
    note('fault ordered', `${mode} at ${edge}`);
  }
  if (dice.chance(line.online ? 0.1 : 0.6)) {
    line.online = !line.online;
    note(line.online ? 'line back' : 'line lost');
  }
  if (world.isDead ? dice.chance(0.8) : dice.chance(0.25)) {
    const isMortal = dice.chance(0.7);
    const when = dice.pick(['before', 'after'] as const);
    const death = { after: 1 + dice.below(8), when, isDead: false };
    startAgain(world, isMortal ? death : undefined);
    note(isMortal ? 'dies at a request' : 'restarted', isMortal ? `${death.after} ${when}` : '');
  }
}

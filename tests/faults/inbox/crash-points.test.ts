import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minuteMs, openHarness, type Harness } from './inbox-harness.ts';
import { mortalClient, type Death } from '../suites/schedules/mortal-client.ts';
import { startCrashChild } from './run-crash-child.ts';

let harness: Harness;
let posts: Record<'facebook' | 'instagram', string>;
beforeEach(async () => {
  harness = await openHarness();
  posts = {
    facebook: await harness.publish(harness.facebook, 'Les anthuriums sont arrivés.'),
    instagram: await harness.publish(harness.instagram, 'Une planche de 1928.'),
  };
});
afterEach(() => harness.close());

const networks = ['facebook', 'instagram'] as const;
const points = ['C1', 'C2', 'C3', 'C4', 'C5'];
/** Dead before any byte left, with the intent on disk: reading finds nothing, so a person decides. */
const asked = new Set(['C2']);

describe.each(networks)('F44 an answer on %s', (network) => {
  it.each(points)('is sent at most once although the studio dies at %s', async (point) => {
    await harness.say(posts[network], 'How much is it?');
    await harness.sync();
    const first = harness.reply('Emma Wright', 'Twelve euros.');
    const second = harness.reply('Emma Wright', 'In a box.');
    const end = await startCrashChild(harness, `reply.${point}`).ended;
    expect(end, end.errors).toMatchObject({ signal: 'SIGKILL', output: '' });

    harness.restart();
    if (point !== 'C1' && point !== 'C5') expect(harness.item(first).state).toBe('uncertain');
    await harness.pass(15 * minuteMs, minuteMs / 2);
    if (asked.has(point)) {
      expect(harness.item(first).question).toBeDefined();
      expect(harness.item(second).state).toBe('queued');
      expect(await harness.effects('reply')).toEqual([]);
      harness.inbox.answer({ id: first, answer: 'not-there' });
      await harness.tick();
    }
    expect(harness.item(first).state).toBe('sent');
    expect(harness.item(second).state).toBe('sent');
    const effects = await harness.effects('reply');
    expect(effects.map((effect) => effect.text)).toEqual(['Twelve euros.', 'In a box.']);
    await harness.sync();
    expect(harness.threadOf('Emma Wright').comments).toHaveLength(3);
  });
});

it.each(points)('F44 a hide is set exactly once although the studio dies at %s', async (point) => {
  await harness.say(posts.facebook, 'Buy followers');
  await harness.sync();
  const { commentId } = harness.comment('Buy followers');
  harness.inbox.hide({ commentId, hidden: true, clientId: 'one' });
  const end = await startCrashChild(harness, `reply.${point}`).ended;
  expect(end.signal, end.errors).toBe('SIGKILL');
  harness.restart();
  await harness.pass(minuteMs);
  expect(harness.inbox.outbox('fr')).toEqual([]);
  expect(await harness.effects('hide')).toHaveLength(1);
});

it.each(points)(
  'F44 a private answer is sent at most once although the studio dies at %s',
  async (point) => {
    await harness.say(posts.facebook, 'Reçu cassé.');
    await harness.sync();
    const { commentId } = harness.comment('Reçu cassé.');
    harness.inbox.privateReply({ commentId, text: 'Navrés', clientId: 'one' });
    const end = await startCrashChild(harness, `reply.${point}`).ended;
    expect(end.signal, end.errors).toBe('SIGKILL');
    harness.restart();
    await harness.pass(15 * minuteMs, minuteMs / 2);
    const [open] = harness.inbox.outbox('fr');
    // Dead before any byte left: the comment still takes a private answer, so a person decides.
    expect(open?.question !== undefined).toBe(asked.has(point));
    if (open) harness.inbox.answer({ id: open.id, answer: 'not-there' });
    await harness.tick();
    expect(harness.inbox.outbox('fr')).toEqual([]);
    expect(await harness.effects('private-reply')).toHaveLength(1);
  },
);

it('F44 P an answer is sent once although the studio dies while it reads what it answers', async () => {
  await harness.say(posts.facebook, 'How much is it?');
  await harness.sync();
  const id = harness.reply('Emma Wright', 'Twelve euros.');
  const death: Death = { after: 1, when: 'after', isDead: false };
  harness.uses.line.through = (client) => mortalClient(client, death);
  await harness.tick();
  expect(death.isDead).toBe(true);
  harness.uses.line.through = undefined;
  harness.uses.reports.length = 0;
  harness.restart();
  await harness.pass(2 * minuteMs);
  expect(harness.item(id).state).toBe('sent');
  expect(await harness.effects('reply')).toHaveLength(1);
});

it('F18 a studio killed from outside while the network has the call does not send again', async () => {
  await harness.say(posts.facebook, 'How much is it?');
  await harness.sync();
  const id = harness.reply('Emma Wright', 'Twelve euros.');
  await harness.control.fault({ edge: 'POST /{comment}/comments', mode: 'slow-after', count: 1 });
  const { child, ended } = startCrashChild(harness);
  const deadline = AbortSignal.timeout(20_000);
  while ((await harness.effects('reply')).length === 0) deadline.throwIfAborted();
  child.kill('SIGKILL');
  await ended;
  harness.restart();
  await harness.pass(minuteMs);
  expect(harness.item(id).state).toBe('sent');
  expect(await harness.effects('reply')).toHaveLength(1);
});

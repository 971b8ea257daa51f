import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Thread } from '../../../shared/contract/inbox.ts';
import { createMediaFactory } from '../../support/media-factory.ts';
import { dayMs, minuteMs, openHarness, secondMs, type Harness } from './inbox-harness.ts';
import { startCrashChild } from './run-crash-child.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const open = () => harness.inbox.outbox('fr');
const hear = (message: string, network: 'fb' | 'ig' = 'fb') =>
  harness.control.post('/messages', { network, message, from: 'Ida Berg' });
const sent = async () => (await harness.effects('message')).map(({ text }) => text);

async function talk(network: 'fb' | 'ig' = 'fb'): Promise<Thread> {
  await hear('Is it blue?', network);
  harness.tools.advance(secondMs);
  await harness.sync();
  return harness.threadOf('Ida Berg');
}
const said = ({ threadId }: Thread) =>
  harness.inbox.thread({ threadId }, 'fr').comments.map(({ text, state }) => [text, state]);

describe.each(['fb', 'ig'] as const)('a message of %s', (network) => {
  it('goes into the conversation once, although its answer is lost, and stands there once', async () => {
    const thread = await talk(network);
    const { threadId } = thread;
    await harness.control.fault({ edge: 'POST /{page}/messages', mode: '500-after', count: 1 });
    const first = harness.inbox.message({ threadId, text: 'Yes, it is.', clientId: 'a' });
    // Answering the newest word of a conversation is a message too.
    const to = harness.comment('Is it blue?').commentId;
    harness.inbox.reply({ commentId: to, text: 'And in stock.', clientId: 'b' });
    await harness.pass(2 * minuteMs);
    expect(harness.item(first.replyId).state).toBe('sent');
    expect(open()).toEqual([]);
    expect(await sent()).toEqual(['Yes, it is.', 'And in stock.']);
    await harness.sync();
    expect(said(thread)).toEqual([
      ['Is it blue?', 'visible'],
      ['Yes, it is.', 'sent'],
      ['And in stock.', 'sent'],
    ]);
  });

  it('is asked about when reading cannot tell, and sent again only when told to', async () => {
    const { threadId } = await talk(network);
    await harness.control.fault({ edge: 'POST /{page}/messages', mode: '500-before', count: 1 });
    const { replyId: id } = harness.inbox.message({ threadId, text: 'Yes.', clientId: 'a' });
    await harness.pass(11 * minuteMs, minuteMs / 2);
    expect(harness.item(id).question?.text).toBe(
      'La ligne a coupé pendant l’envoi. Ce message est-il parti ?',
    );
    expect(await sent()).toEqual([]);
    harness.inbox.answer({ id, answer: 'not-there' });
    await harness.tick();
    expect(await sent()).toEqual(['Yes.']);
  });
});

it.each(['C2', 'C3', 'C4'])(
  'F44 a message is sent at most once although the studio dies at %s',
  async (point) => {
    const { threadId } = await talk();
    const { replyId: id } = harness.inbox.message({ threadId, text: 'Yes.', clientId: 'a' });
    const end = await startCrashChild(harness, `reply.${point}`).ended;
    expect(end.signal, end.errors).toBe('SIGKILL');
    harness.restart();
    await harness.pass(11 * minuteMs, minuteMs / 2);
    if (point === 'C2') harness.inbox.answer({ id, answer: 'not-there' });
    await harness.tick();
    expect(await sent()).toEqual(['Yes.']);
  },
);

it('writes as a human being after a day, and not at all after a week', async () => {
  const { threadId } = await talk();
  const write = (text: string) => harness.inbox.message({ threadId, text, clientId: text });
  harness.tools.advance(2 * dayMs);
  write('Sorry for the wait.');
  await harness.tick();
  expect(await sent()).toEqual(['Sorry for the wait.']);
  harness.uses.line.online = false;
  write('Still there?');
  harness.tools.advance(6 * dayMs);
  harness.uses.line.online = true;
  await harness.tick();
  expect(open()[0]).toMatchObject({ state: 'refused', waitsFor: { code: 'message-late' } });
  expect(() => write('Hello?')).toThrow('deed-impossible');
  // The person writes: the window is open again.
  await hear('Yes, I am.');
  await harness.sync();
  harness.inbox.writeAgain({ id: open()[0]?.id ?? '' });
  await harness.tick();
  expect(await sent()).toEqual(['Sorry for the wait.', 'Still there?']);
});

it('sends a picture before its words', async () => {
  const thread = await talk();
  const folder = join(harness.tools.folder, 'pictures');
  const path = await createMediaFactory(folder).jpeg('card.jpg', 800, 800);
  harness.fixture.pictures = [{ id: 'card', path, hash: 'as-written' }];
  const { threadId } = thread;
  const wish = { threadId, text: 'This one', assetId: 'card', clientId: 'a' };
  expect(harness.inbox.message(wish).replyIds).toHaveLength(2);
  expect(harness.inbox.message(wish).replyIds).toHaveLength(2);
  await harness.tick();
  expect(open()).toEqual([]);
  expect(await sent()).toEqual(['', 'This one']);
  await harness.sync();
  const { comments } = harness.inbox.thread({ threadId }, 'fr');
  expect(comments.map(({ text, hasPhoto = false }) => [text, hasPhoto])).toEqual([
    ['Is it blue?', false],
    ['', true],
    ['This one', false],
  ]);
});

describe('somebody else’s post that names the shop', () => {
  it.each(['fb', 'ig'] as const)('is answered once on %s', async (network) => {
    const message = `Lovely, @${harness.instagram.username}`;
    await harness.control.post('/mentions', { network, message, from: 'eva' });
    await harness.pass(15 * minuteMs, minuteMs);
    const { commentId } = harness.comment(message);
    harness.inbox.reply({ commentId, text: 'Thank you', clientId: 'a' });
    await harness.pass(2 * minuteMs);
    expect(open()).toEqual([]);
    const effects = (await harness.effects()).filter(({ text }) => text === 'Thank you');
    expect(effects).toHaveLength(1);
    expect(() => harness.inbox.remove({ commentId, clientId: 'b' })).toThrow('deed-impossible');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboxComment, Thread } from '../../../shared/contract/inbox.ts';
import { dayMs, minuteMs, must, openHarness, secondMs, type Harness } from './inbox-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());

const platforms = { facebook: 'fb', instagram: 'ig' } as const;

/** A customer writes in private; the id of the message. */
async function write(network: keyof typeof platforms, message: string, from: string) {
  const told = await harness.control.post('/messages', {
    ...{ network: platforms[network], message, from },
  });
  harness.tools.advance(secondMs);
  return { id: String(told['id']), personId: String((told['from'] as { id: string }).id) };
}

const threads = (kind: string): Thread[] =>
  harness.inbox.threads({ limit: 200 }).items.filter((thread) => thread.kind === kind);
const talkWith = (name: string) => threads('message').find(({ person }) => person.name === name);
const words = (thread: Thread | undefined) => thread?.comments.map((comment) => comment.text);
const stateOf = (name: string, text: string): InboxComment['state'] | undefined =>
  talkWith(name)?.comments.find((comment) => comment.text === text)?.state;

describe.each(['facebook', 'instagram'] as const)('messages of %s', (network) => {
  const name = network === 'facebook' ? 'Ida Berg' : 'ida.berg';

  it('are one thread with the person, on both sides, and tell how long they take an answer', async () => {
    const heardAt = harness.tools.clock.now();
    const { personId } = await write(network, 'Is it blue?', name);
    await harness.pass(3 * minuteMs, minuteMs);
    expect(talkWith(name)).toMatchObject({
      ...{ network, snippet: 'Is it blue?', waits: true, unread: true },
      person: { id: personId, name },
      messageWindow: {
        until: new Date(heardAt + dayMs).toISOString(),
        humanUntil: new Date(heardAt + 7 * dayMs).toISOString(),
      },
    });
    const pageId = harness.facebook.remoteId;
    must(
      await harness.uses
        .client()
        .sendMessage({ pageId, personId, content: { text: 'Yes, it is.' } }),
    );
    await harness.pass(2 * minuteMs);
    expect(talkWith(name)).toMatchObject({ waits: false, sign: 'answered' });
    expect(words(talkWith(name))).toEqual(['Is it blue?', 'Yes, it is.']);
  });

  it('stand in the order in which they were written, in one second too', async () => {
    for (const message of ['One', 'Two', 'Three'])
      await harness.control.post('/messages', {
        ...{ network: platforms[network], message, from: 'Una Holm' },
      });
    await harness.pass(3 * minuteMs, minuteMs);
    expect(words(talkWith('Una Holm'))).toEqual(['One', 'Two', 'Three']);
  });

  it('keep up with changed words, and with those that are taken back', async () => {
    const { id: changed } = await write(network, 'Two pleese', name);
    const { id: unsent } = await write(network, 'No, three', name);
    await write(network, 'Well, two', name);
    await harness.pass(2 * minuteMs);
    await harness.control.post('/messages', { action: 'edit', id: changed, message: 'Two please' });
    await harness.control.post('/messages', { action: 'unsend', id: unsent });
    await harness.pass(12 * minuteMs, minuteMs);
    expect(words(talkWith(name))).toContain('Two please');
    expect(stateOf(name, 'No, three')).toBe('visible');
    await harness.pass(61 * minuteMs, 5 * minuteMs);
    expect(stateOf(name, 'No, three')).toBe('deleted');
    expect(stateOf(name, 'Well, two')).toBe('visible');
  });

  it('come complete where more than a page waits, as far as the network tells them', async () => {
    for (let number = 1; number <= 60; number += 1)
      await write(network, `Line ${number}`, 'Max Lund');
    await harness.sync();
    const thread = talkWith('Max Lund');
    const { comments, incomplete } = harness.inbox.thread({
      threadId: thread?.threadId ?? '',
      limit: 200,
    });
    // Of older ones Instagram only says that they were there.
    const told = network === 'facebook' ? 60 : 20;
    expect(comments.map(({ text }) => text)).toEqual(
      Array.from({ length: told }, (_, index) => `Line ${61 - told + index}`),
    );
    expect(incomplete).toBe(network === 'instagram' ? true : undefined);
  });
});

it('a post that tags the shop is a thread of its own, once, with what was written', async () => {
  for (const network of ['fb', 'ig'])
    await harness.control.post('/mentions', { network, message: `Lovely ${network}`, from: 'eva' });
  await harness.pass(11 * minuteMs, minuteMs);
  await harness.sync();
  expect(
    threads('mention').map(({ network, snippet, person }) => [network, snippet, person.name]),
  ).toEqual(
    expect.arrayContaining([
      ['facebook', 'Lovely fb', 'eva'],
      ['instagram', 'Lovely ig', 'eva'],
    ]),
  );
  expect(threads('mention')).toHaveLength(2);
});

it('F39 where only the limit of messages is reached, comments are read and answered, messages wait', async () => {
  const post = await harness.publish(harness.facebook, 'Nouveau.');
  await write('facebook', 'Is it green?', 'Liv Dahl');
  await harness.pass(3 * minuteMs, minuteMs);
  const ofLiv = talkWith('Liv Dahl');
  harness.uses.line.messagesPausedUntil = harness.tools.clock.now() + 15 * minuteMs;
  await harness.say(post, 'Combien ?', 'Ida Roux');
  await write('facebook', 'Or red?', 'Liv Dahl');
  await harness.pass(3 * minuteMs, minuteMs);
  const ofIda = threads('comment').find(({ person }) => person.name === 'Ida Roux');
  expect(words(talkWith('Liv Dahl'))).toEqual(['Is it green?']);
  const answer = (thread: Thread | undefined, clientId: string) =>
    harness.inbox.reply({
      ...{ clientId, commentId: thread?.comments[0]?.commentId ?? '', text: 'Oui.' },
    });
  answer(ofIda, 'ida-1');
  answer(ofLiv, 'liv-1');
  await harness.pass(2 * minuteMs);
  const told = harness.inbox.outbox().map(({ text, state }) => [text, state]);
  expect(told).toEqual([['Oui.', 'waiting']]);
  harness.uses.line.messagesPausedUntil = undefined;
  await harness.pass(20 * minuteMs, minuteMs);
  expect(harness.inbox.outbox()).toEqual([]);
  expect(words(talkWith('Liv Dahl'))).toEqual(['Is it green?', 'Or red?', 'Oui.']);
});

it('a shop that may not read messages goes on with its comments', async () => {
  await harness.control.setPermission('pages_messaging', false);
  const post = await harness.publish(harness.facebook, 'Nouveau.');
  await harness.say(post, 'Combien ?', 'Ada Roux');
  expect(await harness.sync()).toMatchObject({ stored: 1 });
  await harness.control.setPermission('pages_messaging', true);
});

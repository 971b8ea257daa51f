import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minuteMs, openHarness, type Harness } from './inbox-harness.ts';

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

describe.each(['facebook', 'instagram'] as const)('%s', (network) => {
  it('brings comments in, newest first, and sends an answer once', async () => {
    await harness.say(posts[network], 'How much is it?', 'Emma Wright');
    harness.tools.advance(minuteMs);
    await harness.say(posts[network], 'Ouvert dimanche ?', 'Léa Tessier');
    expect(await harness.sync()).toEqual({ stored: 2, updated: 0 });
    expect(await harness.sync()).toEqual({ stored: 0, updated: 0 });
    const { items } = harness.inbox.threads();
    expect(items.map((thread) => thread.snippet)).toEqual(['Ouvert dimanche ?', 'How much is it?']);
    expect(harness.inbox.counts()).toMatchObject({ all: 2, unread: 2, unanswered: 2, waiting: 0 });

    const id = harness.reply('Emma Wright', 'Twelve euros, Emma.');
    expect(harness.item(id).state).toBe('queued');
    await harness.tick();
    expect(harness.item(id).state).toBe('sent');
    expect(await harness.effects('reply')).toHaveLength(1);
    await harness.sync();
    const thread = harness.threadOf('Emma Wright');
    expect(thread).toMatchObject({ sign: 'answered', waits: false, unread: false });
    expect(thread.comments.map((comment) => comment.text)).toEqual([
      'How much is it?',
      'Twelve euros, Emma.',
    ]);
    expect(thread.comments[1]).toMatchObject({ mine: true, state: 'sent' });
    expect(harness.inbox.counts()).toMatchObject({ unread: 1, unanswered: 1 });
  });

  it('hides a comment and shows it again', async () => {
    await harness.say(posts[network], 'Buy cheap followers');
    await harness.sync();
    const { commentId } = harness.comment('Buy cheap followers');
    for (const hidden of [true, false]) {
      harness.inbox.hide({ commentId, hidden, clientId: harness.tools.newId() });
      expect(harness.comment('Buy cheap followers').hidden).toBe(hidden);
      await harness.tick();
      expect(await harness.effects(hidden ? 'hide' : 'unhide')).toHaveLength(1);
      await harness.sync();
      expect(harness.comment('Buy cheap followers').hidden).toBe(hidden);
    }
  });

  it('takes the same clientId for the same answer', async () => {
    await harness.say(posts[network], 'How much is it?');
    await harness.sync();
    const { commentId } = harness.comment('How much is it?');
    const change = { commentId, text: 'Twelve euros.', clientId: 'one' };
    const first = harness.inbox.reply(change);
    await harness.tick();
    expect(harness.inbox.reply(change)).toEqual({ replyId: first.replyId, state: 'sent' });
    await harness.tick();
    expect(await harness.effects('reply')).toHaveLength(1);
  });

  it('answers in private once, and says so', async () => {
    await harness.say(posts[network], 'Reçu cassé.');
    await harness.sync();
    const { commentId } = harness.comment('Reçu cassé.');
    harness.inbox.privateReply({ commentId, text: 'Navrés, écrivez-nous.', clientId: 'one' });
    expect(harness.comment('Reçu cassé.').privateReply).toBe('waiting');
    await harness.tick();
    expect(harness.comment('Reçu cassé.').privateReply).toBe('sent');
    expect(() =>
      harness.inbox.privateReply({ commentId, text: 'Encore', clientId: 'two' }),
    ).toThrow('private-reply-done');
    expect(await harness.effects('private-reply')).toHaveLength(1);
  });
});

it('finds words of comments and of people, whatever their accents, among all networks', async () => {
  await harness.say(posts.facebook, 'L’été prochain, peut-être', 'Léa Tessier');
  await harness.say(posts.instagram, 'Stunning print', 'emma.wright');
  await harness.sync();
  const found = (text: string) => harness.inbox.threads({ text }).items.map((one) => one.snippet);
  expect(found('ete')).toEqual(['L’été prochain, peut-être']);
  expect(found('tess')).toEqual(['L’été prochain, peut-être']);
  expect(found('stunning pri')).toEqual(['Stunning print']);
  expect(found('nothing')).toEqual([]);
  expect(found('"; DROP (')).toEqual([]);
});

it('keeps done threads apart until the customer speaks again', async () => {
  const top = await harness.say(posts.facebook, 'Merci');
  await harness.sync();
  const { threadId } = harness.threadOf('Emma Wright');
  harness.inbox.markDone({ threadIds: [threadId], done: true });
  expect(harness.inbox.threads({ view: 'done' }).items).toHaveLength(1);
  expect(harness.inbox.threads({ view: 'unanswered' }).items).toHaveLength(0);
  expect(harness.inbox.counts()).toMatchObject({ unread: 0, unanswered: 0 });
  harness.tools.advance(minuteMs);
  await harness.say(top, 'Encore une question');
  await harness.sync();
  expect(harness.threadOf('Emma Wright')).toMatchObject({ done: false, unread: true, waits: true });
  expect(harness.inbox.counts()).toMatchObject({ unread: 1, unanswered: 1 });
});

it('pages through the list without losing or repeating a thread', async () => {
  for (let number = 0; number < 9; number += 1)
    await harness.say(posts.facebook, `Question ${number}`, `Person ${number}`);
  await harness.sync();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = harness.inbox.threads({ limit: 4, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map((thread) => thread.threadId));
    cursor = page.next;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(9);
  expect(new Set(seen).size).toBe(9);
});

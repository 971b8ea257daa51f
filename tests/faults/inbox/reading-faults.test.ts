import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPagelessProxy } from './pageless-proxy.ts';
import { dayMs, minuteMs, openHarness, secondMs, type Harness } from './inbox-harness.ts';

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
const listEdges = { facebook: 'GET /{post}/comments', instagram: 'GET /{media}/comments' };
const sayMany = async (network: 'facebook' | 'instagram', count: number) => {
  for (let number = 0; number < count; number += 1) {
    await harness.say(posts[network], `Question ${number}`, `Person ${number}`);
    harness.tools.advance(secondMs);
  }
};
const snippets = () => harness.inbox.threads({ limit: 200 }).items.map((one) => one.snippet);

describe.each(networks)('%s', (network) => {
  it('F56 a row that comes twice is one comment', async () => {
    await sayMany(network, 3);
    await harness.control.fault({ edge: listEdges[network], mode: 'dup-row', count: 5 });
    expect(await harness.sync()).toMatchObject({ stored: 3 });
    expect(snippets()).toEqual(['Question 2', 'Question 1', 'Question 0']);
    expect(harness.inbox.counts().all).toBe(3);
  });

  it('F57 a row that is left out stays', async () => {
    await sayMany(network, 3);
    await harness.sync();
    for (let round = 0; round < 3; round += 1) {
      await harness.control.fault({ edge: listEdges[network], mode: 'missing-row', count: 1 });
      harness.tools.advance(70 * minuteMs);
      await harness.sync();
    }
    expect(snippets()).toHaveLength(3);
    const comments = harness.inbox.threads().items.flatMap((thread) => thread.comments);
    expect(comments.map((comment) => comment.state)).toEqual(['visible', 'visible', 'visible']);
  });

  it('F57 a deleted comment is deleted after two direct reads an hour apart, not before', async () => {
    await sayMany(network, 2);
    const gone = await harness.say(posts[network], 'I take it back', 'Paul Morel');
    harness.tools.advance(secondMs);
    await harness.say(posts[network], 'Me too', 'Léa Tessier');
    await harness.sync();
    await harness.control.deleteComment(gone);
    harness.tools.advance(minuteMs);
    await harness.sync();
    await harness.sync();
    expect(harness.comment('I take it back').state).toBe('visible');
    harness.tools.advance(61 * minuteMs);
    await harness.sync();
    expect(harness.comment('I take it back').state).toBe('deleted');
    expect(harness.threadOf('Paul Morel').waits).toBe(false);
  });

  it('an edit is taken over and marks the thread unread again', async () => {
    const remote = await harness.say(posts[network], 'How much is it?');
    await harness.sync();
    const { threadId } = harness.threadOf('Emma Wright');
    harness.inbox.markRead({ threadIds: [threadId], read: true });
    await harness.control.editComment(remote, 'How much is the large one?');
    expect(await harness.sync()).toMatchObject({ stored: 0, updated: 1 });
    expect(harness.threadOf('Emma Wright')).toMatchObject({
      snippet: 'How much is the large one?',
      unread: true,
    });
    expect(harness.inbox.threads({ text: 'large' }).items).toHaveLength(1);
    expect(harness.inbox.threads({ text: 'it' }).items).toHaveLength(0);
  });

  it('F62 late comments with an earlier time take their place in the order', async () => {
    await harness.say(posts[network], 'Second', 'Léa Tessier');
    await harness.sync();
    const earlier = new Date(harness.tools.clock.now() - 3 * dayMs).toISOString();
    await harness.say(posts[network], 'First', 'Paul Morel', earlier);
    harness.tools.advance(minuteMs);
    expect(await harness.sync()).toMatchObject({ stored: 1 });
    expect(snippets()).toEqual(['Second', 'First']);
  });

  it('reads more than one page until nothing is new', async () => {
    await sayMany(network, 120);
    const { stored } = await harness.sync();
    expect(stored).toBe(120);
    expect(harness.inbox.counts().all).toBe(120);
  });

  it('comments of one millisecond keep apart, and their ids survive as text', async () => {
    const at = '2026-11-24T08:00:00.000Z';
    for (let number = 0; number < 5; number += 1)
      await harness.say(posts[network], `Same moment ${number}`, `Person ${number}`, at);
    await harness.sync();
    const comments = harness.inbox.threads().items.flatMap((thread) => thread.comments);
    const keys = comments.map((comment) => BigInt(comment.commentId));
    expect(new Set(keys).size).toBe(5);
    expect(keys.every((key) => key > BigInt(Number.MAX_SAFE_INTEGER) / 2n)).toBe(true);
    expect(keys.map((key) => key / 4096n)).toEqual(keys.map(() => BigInt(Date.parse(at))));
    const [first] = comments;
    harness.inbox.reply({ commentId: first!.commentId, text: 'Merci', clientId: 'one' });
    await harness.tick();
    expect(await harness.effects('reply')).toHaveLength(1);
  });
});

it('a comment hidden in the network’s own app is shown as hidden', async () => {
  const remote = await harness.say(posts.facebook, 'Buy followers');
  await harness.sync();
  await harness.uses.client().setHiddenFacebook({ commentId: remote, hidden: true });
  expect(await harness.sync()).toMatchObject({ updated: 1 });
  expect(harness.comment('Buy followers').hidden).toBe(true);
  expect(harness.threadOf('Emma Wright').waits).toBe(false);
});

describe.each(networks)('a post of %s that is taken down', (network) => {
  const takeDown = () => harness.control.removeObject(posts[network]);

  it('takes its comments and answers with it, after two direct reads an hour apart', async () => {
    const remote = await harness.say(posts[network], 'How much is it?');
    await harness.say(remote, 'Me too', 'Léa Tessier');
    await sayMany(network, 15);
    await harness.sync();
    await takeDown();
    await harness.pass(5 * minuteMs, minuteMs);
    expect(harness.comment('How much is it?').state).toBe('visible');
    await harness.pass(70 * minuteMs, minuteMs);
    const { items } = harness.inbox.threads({ limit: 200 });
    const states = items.flatMap(({ comments }) => comments.map(({ state }) => state));
    expect(new Set(states)).toEqual(new Set(['deleted']));
    expect(harness.inbox.counts().unanswered).toBe(0);
  });

  it('is no reason to think so where the network lists no post at all', async () => {
    await harness.say(posts[network], 'How much is it?');
    await harness.sync();
    await takeDown();
    const list = network === 'facebook' ? 'GET /{page}/published_posts' : 'GET /{ig}/media';
    await harness.control.fault({ edge: list, mode: 'http500-before', count: 500 });
    await harness.pass(130 * minuteMs, 65 * minuteMs);
    expect(harness.comment('How much is it?').state).toBe('visible');
  });
});

it('our own comments, written elsewhere, answer the thread', async () => {
  const remote = await harness.say(posts.facebook, 'How much is it?');
  await harness.sync();
  harness.tools.advance(minuteMs);
  await harness.uses.client().replyFacebook({ commentId: remote, text: 'Twelve euros.' });
  await harness.sync();
  const thread = harness.threadOf('Emma Wright');
  expect(thread).toMatchObject({ sign: 'answered', waits: false });
  expect(thread.comments[1]).toMatchObject({ mine: true, state: 'visible' });
});

it('posts of today are read again every 45 seconds by the studio’s clock, old ones rarely', async () => {
  await harness.tick();
  await harness.say(posts.facebook, 'How much is it?');
  await harness.pass(30 * secondMs);
  expect(snippets()).toEqual([]);
  await harness.pass(30 * secondMs);
  expect(snippets()).toEqual(['How much is it?']);

  const listings = async () =>
    (await harness.control.journal()).filter((entry) => JSON.stringify(entry).includes('/comments'))
      .length;
  harness.tools.advance(9 * dayMs);
  await harness.pass(2 * minuteMs);
  const before = await listings();
  await harness.pass(10 * minuteMs, minuteMs);
  expect((await listings()) - before).toBeLessThanOrEqual(2);
});

it('nothing is asked of the network while the line is off', async () => {
  harness.uses.line.online = false;
  const before = (await harness.control.journal()).length;
  await harness.pass(10 * minuteMs, minuteMs);
  expect(await harness.sync()).toEqual({ stored: 0, updated: 0 });
  expect(await harness.control.journal()).toHaveLength(before);
});

it('F63 hostile text is kept as it is, to the last character', async () => {
  const hostile = [
    '\u202Etxet desrever\u202C',
    `Z${'\u0335'.repeat(200)}`,
    '<img src=x onerror=alert(1)><script>1</script>',
    'https://аpple.com/login',
    `${'لا إله '.repeat(600)}!`,
    '🌿'.repeat(900),
  ];
  for (const [index, text] of hostile.entries())
    await harness.say(posts.facebook, text, `P ${index}`);
  await harness.sync();
  for (const text of hostile) expect(harness.comment(text).state).toBe('visible');
});

it('more than fifty unknown comments without a way to the rest are told to be incomplete', async () => {
  const proxy = await startPagelessProxy(harness.fixture.ready.url);
  harness.fixture.ready.url = proxy.url;
  try {
    await sayMany('instagram', 60);
    expect(await harness.sync()).toEqual({ stored: 50, updated: 0, incomplete: true });
    // What is known again closes the gap: from here on nothing new can be missed.
    await harness.say(posts.instagram, 'One more');
    expect(await harness.sync()).toEqual({ stored: 1, updated: 0 });
    // What was lost stays lost, and is said wherever it could have stood.
    const { threadId } = harness.threadOf('Person 59');
    expect(harness.inbox.thread({ threadId }).incomplete).toBe(true);
  } finally {
    await proxy.close();
  }
});

it('Instagram tells fifty answers with their comment: those behind them come all the same', async () => {
  const top = await harness.say(posts.instagram, 'Who else?', 'emma.wright');
  for (let number = 0; number < 60; number += 1) {
    await harness.say(top, `Me ${number}`, `person.${number}`);
    harness.tools.advance(secondMs);
  }
  expect(await harness.sync()).toMatchObject({ stored: 61 });
});

it('a studio that ends between two pages misses nothing of what lies behind', async () => {
  await sayMany('facebook', 120);
  const list = { calls: 0 };
  harness.uses.line.through = (client) => ({
    ...client,
    listFacebookComments: (...call) => {
      list.calls += 1;
      if (list.calls === 2) throw new Error('the studio ends here');
      return client.listFacebookComments(...call);
    },
  });
  await expect(harness.sync()).rejects.toThrow('ends here');
  harness.uses.line.through = undefined;
  harness.restart();
  await harness.pass(2 * minuteMs);
  expect(harness.inbox.counts().all).toBe(120);
});

it('F38 an answer that cannot be read stores nothing and loses nothing', async () => {
  await sayMany('facebook', 2);
  for (const mode of ['half-json', 'html-502', 'http500-before', 'reset-before']) {
    await harness.control.fault({ edge: listEdges.facebook, mode, count: 4 });
    expect(await harness.sync()).toMatchObject({ stored: 0 });
    await harness.control.clearFaults();
  }
  expect(await harness.sync()).toMatchObject({ stored: 2 });
});

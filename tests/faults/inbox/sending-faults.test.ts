import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, minuteMs, openHarness, secondMs, type Harness } from './inbox-harness.ts';

let harness: Harness;
let atPoint: (name: string) => void;
let posts: Record<'facebook' | 'instagram', string>;
beforeEach(async () => {
  atPoint = () => {};
  harness = await openHarness({ atPoint: (name) => atPoint(name) });
  posts = {
    facebook: await harness.publish(harness.facebook, 'Les anthuriums sont arrivés.'),
    instagram: await harness.publish(harness.instagram, 'Une planche de 1928.'),
  };
});
afterEach(() => harness.close());

const replyEdges = {
  facebook: 'POST /{comment}/comments',
  instagram: 'POST /{comment}/replies',
};
const networks = ['facebook', 'instagram'] as const;
const texts = async () => (await harness.effects('reply')).map((effect) => effect.text);

describe.each(networks)('F59 on %s', (network) => {
  it.each([
    'reset-after',
    '500-after',
    '400-after',
    'slow-after',
    'half-json',
    'success-without-id',
  ])('an answer that got through despite “%s” is found and not sent again', async (mode) => {
    await harness.say(posts[network], 'How much is it?');
    await harness.sync();
    await harness.control.fault({ edge: replyEdges[network], mode, count: 1 });
    const id = harness.reply('Emma Wright', 'Twelve euros.');
    await harness.tick();
    expect(harness.item(id).state).toBe('uncertain');
    await harness.pass(5 * secondMs, 5 * secondMs);
    expect(harness.item(id).state).toBe('sent');
    expect(await texts()).toEqual(['Twelve euros.']);
    await harness.sync();
    expect(harness.threadOf('Emma Wright').comments).toHaveLength(2);
  });

  it('an answer below an answer is found as well', async () => {
    const top = await harness.say(posts[network], 'How much is it?');
    await harness.say(top, 'And does it ship?');
    await harness.sync();
    await harness.control.fault({ edge: replyEdges[network], mode: '500-after', count: 1 });
    const id = harness.reply('Emma Wright', 'It does.');
    await harness.pass(5 * secondMs, 5 * secondMs);
    expect(harness.item(id).state).toBe('sent');
    expect(await texts()).toEqual(['It does.']);
  });

  it('asks when reading finds nothing, and sends again only when told to', async () => {
    await harness.say(posts[network], 'How much is it?');
    await harness.sync();
    await harness.control.fault({ edge: replyEdges[network], mode: '500-before', count: 1 });
    const id = harness.reply('Emma Wright', 'Twelve euros.');
    await harness.pass(2 * minuteMs);
    expect(harness.item(id)).toMatchObject({ state: 'uncertain' });
    expect(harness.item(id).question).toBeUndefined();
    await harness.pass(10 * minuteMs);
    expect(harness.item(id)).toMatchObject({
      state: 'uncertain',
      question: { answers: ['there', 'not-there', 'look-again'] },
    });
    expect(harness.threadOf('Emma Wright').sign).toBe('asks');
    await harness.pass(60 * minuteMs, 5 * minuteMs);
    expect(await texts()).toEqual([]);
    harness.inbox.answer({ id, answer: 'not-there' });
    await harness.tick();
    expect(harness.item(id).state).toBe('sent');
    expect(await texts()).toEqual(['Twelve euros.']);
  });
});

it('takes a person’s word that the answer is there', async () => {
  await harness.say(posts.facebook, 'How much is it?');
  await harness.sync();
  await harness.control.fault({ edge: replyEdges.facebook, mode: '500-before', count: 1 });
  const id = harness.reply('Emma Wright', 'Twelve euros.');
  await harness.pass(11 * minuteMs);
  harness.inbox.answer({ id, answer: 'there' });
  await harness.pass(10 * minuteMs);
  expect(harness.item(id).state).toBe('sent');
  expect(await texts()).toEqual([]);
});

it('F60 the second answer of a thread waits while the first is unclear, other threads go on', async () => {
  await harness.say(posts.facebook, 'How much is it?', 'Emma Wright');
  await harness.say(posts.facebook, 'Ouvert dimanche ?', 'Léa Tessier');
  await harness.sync();
  await harness.control.fault({ edge: replyEdges.facebook, mode: '500-before', count: 1 });
  const first = harness.reply('Emma Wright', 'One');
  await harness.tick();
  const second = harness.reply('Emma Wright', 'Two');
  const other = harness.reply('Léa Tessier', 'Oui, dès dix heures.');
  await harness.pass(11 * minuteMs);
  expect(harness.item(first).question).toBeDefined();
  expect(harness.item(second).state).toBe('queued');
  expect(harness.item(other).state).toBe('sent');
  harness.inbox.answer({ id: first, answer: 'not-there' });
  await harness.tick();
  expect(await texts()).toEqual(['Oui, dès dix heures.', 'One', 'Two']);
});

it('two equal answers are two answers, whatever the network says of the first', async () => {
  await harness.say(posts.facebook, 'How much is it?');
  await harness.sync();
  harness.reply('Emma Wright', 'Merci');
  await harness.tick();
  await harness.control.fault({ edge: replyEdges.facebook, mode: '500-after', count: 1 });
  const again = harness.reply('Emma Wright', 'Merci');
  await harness.pass(minuteMs);
  expect(harness.item(again).state).toBe('sent');
  expect(await texts()).toEqual(['Merci', 'Merci']);
});

describe('what waits', () => {
  it('sends five answers of two threads once and in order when the line is back', async () => {
    await harness.say(posts.facebook, 'How much is it?', 'Emma Wright');
    await harness.say(posts.instagram, 'Ouvert dimanche ?', 'Léa Tessier');
    await harness.sync();
    harness.uses.line.online = false;
    for (const text of ['a1', 'a2', 'a3']) harness.reply('Emma Wright', text);
    for (const text of ['b1', 'b2']) harness.reply('Léa Tessier', text);
    await harness.pass(5 * minuteMs, minuteMs);
    expect(await texts()).toEqual([]);
    expect(harness.inbox.outbox('fr')[0]).toMatchObject({
      state: 'waiting',
      waitsFor: { code: 'offline' },
    });
    expect(harness.inbox.counts().waiting).toBe(5);
    harness.restart();
    harness.uses.line.online = true;
    await harness.tick();
    expect((await texts()).filter((text) => text?.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect((await texts()).filter((text) => text?.startsWith('b'))).toEqual(['b1', 'b2']);
    expect(await texts()).toHaveLength(5);
    expect(harness.inbox.outbox('fr')).toEqual([]);
  });

  it('a line that breaks before anything left costs nothing', async () => {
    await harness.say(posts.facebook, 'How much is it?');
    await harness.sync();
    const { ready } = harness.fixture;
    const url = ready.url;
    ready.url = 'http://127.0.0.1:9';
    const id = harness.reply('Emma Wright', 'Twelve euros.');
    await harness.tick();
    expect(harness.item(id)).toMatchObject({ state: 'waiting', waitsFor: { code: 'offline' } });
    ready.url = url;
    await harness.tick();
    expect(harness.item(id).state).toBe('sent');
    expect(await texts()).toHaveLength(1);
  });

  it('F40 keeps the answer when the token dies, and sends it after signing in', async () => {
    await harness.say(posts.facebook, 'How much is it?');
    await harness.sync();
    await harness.control.expireToken({ page: true });
    const id = harness.reply('Emma Wright', 'Twelve euros.');
    await harness.tick();
    expect(harness.item(id)).toMatchObject({ state: 'waiting', waitsFor: { code: 'sign-in' } });
    await harness.pass(10 * minuteMs, 2 * minuteMs);
    await harness.control.restoreTokens();
    await harness.pass(2 * minuteMs);
    expect(harness.item(id).state).toBe('sent');
    expect(await texts()).toHaveLength(1);
  });

  it('F39 says until when a limit lasts and goes on after it', async () => {
    await harness.say(posts.facebook, 'How much is it?');
    await harness.sync();
    await harness.control.fault({ edge: replyEdges.facebook, mode: 'rate', count: 1, code: 32 });
    const id = harness.reply('Emma Wright', 'Twelve euros.');
    await harness.tick();
    const { waitsFor } = harness.item(id);
    expect(waitsFor?.code).toBe('throttled');
    expect(Date.parse(waitsFor?.until ?? '')).toBeGreaterThan(harness.tools.clock.now());
    await harness.pass(90 * minuteMs, 5 * minuteMs);
    expect(harness.item(id).state).toBe('sent');
    expect(await texts()).toHaveLength(1);
  });

  it('can be changed and taken back before it leaves, not after', async () => {
    await harness.say(posts.facebook, 'How much is it?');
    await harness.sync();
    harness.uses.line.online = false;
    const first = harness.reply('Emma Wright', 'Twelv');
    const second = harness.reply('Emma Wright', 'Forget it');
    await harness.tick();
    harness.inbox.editReply({ id: first, text: 'Twelve euros.' });
    harness.inbox.withdraw({ id: second });
    harness.uses.line.online = true;
    await harness.tick();
    expect(await texts()).toEqual(['Twelve euros.']);
    expect(() => harness.inbox.withdraw({ id: first })).toThrow('outbox-not-withdrawable');
    expect(() => harness.inbox.editReply({ id: first, text: 'x' })).toThrow(
      'outbox-not-withdrawable',
    );
  });
});

describe('F58 a parent that changed meanwhile', () => {
  it('gone: the answer is refused and its words are kept', async () => {
    const remote = await harness.say(posts.facebook, 'How much is it?');
    await harness.sync();
    await harness.control.deleteComment(remote);
    const id = harness.reply('Emma Wright', 'Twelve euros.');
    await harness.tick();
    expect(harness.item(id)).toMatchObject({
      state: 'refused',
      waitsFor: { code: 'comment-gone' },
    });
    expect(harness.inbox.outbox('fr')[0]?.text).toBe('Twelve euros.');
    expect(await texts()).toEqual([]);
  });

  it('edited: the merchant is asked, and decides', async () => {
    const remote = await harness.say(posts.facebook, 'How much is it?');
    await harness.sync();
    await harness.control.editComment(remote, 'How much is the large one?');
    const id = harness.reply('Emma Wright', 'Twelve euros.');
    await harness.pass(2 * minuteMs);
    expect(harness.item(id)).toMatchObject({
      state: 'waiting',
      question: { code: 'parent-changed' },
    });
    expect(await texts()).toEqual([]);
    await harness.sync();
    harness.inbox.answer({ id, answer: 'not-there' });
    await harness.tick();
    expect(harness.item(id).state).toBe('sent');
    expect(await texts()).toEqual(['Twelve euros.']);
  });

  it('a hide whose answer was lost is read, and set again only where it is not set', async () => {
    await harness.say(posts.facebook, 'Buy followers');
    await harness.sync();
    const { commentId } = harness.comment('Buy followers');
    for (const mode of ['500-after', '500-before']) {
      await harness.control.fault({ edge: 'POST /{comment}', mode, count: 1 });
      const hidden = mode === '500-after';
      harness.inbox.hide({ commentId, hidden, clientId: mode });
      await harness.pass(minuteMs);
      expect(await harness.effects(hidden ? 'hide' : 'unhide')).toHaveLength(1);
      expect(harness.inbox.outbox('fr')).toEqual([]);
    }
  });

  it('a hide that cannot be read for an hour asks nobody, and ends by itself', async () => {
    await harness.say(posts.facebook, 'Buy followers');
    await harness.sync();
    const { commentId } = harness.comment('Buy followers');
    await harness.control.fault({ edge: 'POST /{comment}', mode: '500-before', count: 1 });
    harness.inbox.hide({ commentId, hidden: true, clientId: 'hide' });
    await harness.tick();
    await harness.control.fault({ edge: 'GET /{comment}', mode: '500-before', count: 40 });
    await harness.pass(60 * minuteMs, minuteMs);
    const [waiting] = harness.inbox.outbox('fr');
    expect(waiting).toMatchObject({ kind: 'hide', state: 'uncertain' });
    expect(waiting?.question).toBeUndefined();
    await harness.control.clearFaults();
    await harness.pass(11 * minuteMs, minuteMs);
    expect(await harness.effects('hide')).toHaveLength(1);
    expect(harness.inbox.outbox('fr')).toEqual([]);
  });
});

it('an answer to a hidden comment is refused with its reason, and nobody is asked', async () => {
  for (const network of networks)
    await harness.say(posts[network], `Hidden on ${network}`, network);
  await harness.sync();
  for (const network of networks) {
    const { commentId } = harness.comment(`Hidden on ${network}`);
    harness.inbox.hide({ commentId, hidden: true, clientId: network });
    const id = harness.reply(network, 'Twelve euros.');
    await harness.pass(minuteMs);
    expect(harness.item(id)).toMatchObject({
      state: 'refused',
      waitsFor: { code: 'comment-hidden' },
    });
  }
  expect(await texts()).toEqual([]);
});

it('F4 a disk that is full between call and receipt leaves the answer unclear, not stuck', async () => {
  await harness.say(posts.facebook, 'How much is it?');
  await harness.sync();
  const { db } = harness.tools;
  const id = harness.reply('Emma Wright', 'Twelve euros.');
  atPoint = (name) => {
    if (name !== 'reply.C4') return;
    db.pragma('query_only = 1');
    throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
  };
  await harness.tick().catch(() => {});
  db.pragma('query_only = 0');
  atPoint = () => {};
  expect(harness.item(id).state).toBe('sending');
  await harness.pass(minuteMs);
  expect(harness.item(id).state).toBe('sent');
  expect(await texts()).toEqual(['Twelve euros.']);
  // The failing disk was reported, as it should be.
  expect(harness.uses.reports.splice(0)).toHaveLength(1);
});

describe('F61 a private answer', () => {
  it('is refused after seven days, with nothing sent', async () => {
    await harness.say(posts.facebook, 'Reçu cassé.');
    await harness.sync();
    const { commentId } = harness.comment('Reçu cassé.');
    harness.tools.advance(7 * dayMs + minuteMs);
    expect(() => harness.inbox.privateReply({ commentId, text: 'Navrés', clientId: 'a' })).toThrow(
      'private-reply-late',
    );
    expect(await harness.effects('private-reply')).toEqual([]);
  });

  it('that grew too old in the outbox is refused before the call', async () => {
    await harness.say(posts.facebook, 'Reçu cassé.');
    await harness.sync();
    harness.uses.line.online = false;
    const { commentId } = harness.comment('Reçu cassé.');
    harness.inbox.privateReply({ commentId, text: 'Navrés', clientId: 'a' });
    await harness.tick();
    harness.tools.advance(8 * dayMs);
    harness.uses.line.online = true;
    await harness.tick();
    expect(harness.inbox.outbox('fr')[0]).toMatchObject({
      state: 'refused',
      waitsFor: { code: 'private-reply-late' },
    });
    expect(await harness.effects('private-reply')).toEqual([]);
  });

  it('whose answer was lost is not sent twice', async () => {
    await harness.say(posts.facebook, 'Reçu cassé.');
    await harness.sync();
    await harness.control.fault({ edge: 'POST /{page}/messages', mode: '500-after', count: 1 });
    const { commentId } = harness.comment('Reçu cassé.');
    harness.inbox.privateReply({ commentId, text: 'Navrés', clientId: 'a' });
    await harness.pass(minuteMs);
    expect(harness.inbox.outbox('fr')).toEqual([]);
    expect(harness.comment('Reçu cassé.').privateReply).toBe('sent');
    expect(await harness.effects('private-reply')).toHaveLength(1);
  });
});

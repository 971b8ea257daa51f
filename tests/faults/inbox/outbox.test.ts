import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minuteMs, openHarness, secondMs, type Harness } from './inbox-harness.ts';
import { startCrashChild } from './run-crash-child.ts';

let harness: Harness;
let post: string;
beforeEach(async () => {
  harness = await openHarness();
  post = await harness.publish(harness.facebook, 'Les anthuriums sont arrivés.');
  await harness.say(post, 'How much is it?');
  await harness.sync();
});
afterEach(() => harness.close());

const open = () => harness.inbox.outbox('fr');
const texts = async () => (await harness.effects('reply')).map(({ text }) => text);
const write = (text: string, holdSeconds = 0) => {
  const { commentId } = harness.comment('How much is it?');
  return harness.inbox.reply({ commentId, text, holdSeconds, clientId: text });
};

describe('an answer that can still be taken back', () => {
  it('leaves when its seconds are over, not before', async () => {
    const { replyId, leavesAt, state } = write('Twelve euros.', 6);
    expect(state).toBe('queued');
    expect(Date.parse(leavesAt ?? '') - harness.tools.clock.now()).toBe(6 * secondMs);
    await harness.pass(5 * secondMs, secondMs);
    expect(await texts()).toEqual([]);
    await harness.pass(2 * secondMs, secondMs);
    expect(harness.item(replyId).state).toBe('sent');
    expect(await texts()).toEqual(['Twelve euros.']);
  });

  it('never leaves when it was taken back, and what comes after it does', async () => {
    const { replyId } = write('Twelv', 6);
    harness.inbox.withdrawMany({ ids: [replyId] });
    write('Twelve euros.');
    await harness.pass(minuteMs);
    expect(await texts()).toEqual(['Twelve euros.']);
  });

  it('is held for nothing without a line', () => {
    harness.uses.line.online = false;
    expect(write('Twelve euros.', 6).leavesAt).toBeUndefined();
  });

  it('F18 leaves once although the studio dies in that time', async () => {
    write('Twelve euros.', 6);
    harness.tools.advance(7 * secondMs);
    const end = await startCrashChild(harness, 'reply.C3').ended;
    expect(end.signal, end.errors).toBe('SIGKILL');
    harness.restart();
    await harness.pass(2 * minuteMs);
    expect(await texts()).toEqual(['Twelve euros.']);
  });
});

describe('what waits', () => {
  it('leaves in the order that it was given, and keeps it when something left meanwhile', async () => {
    harness.uses.line.online = false;
    const ids = ['One', 'Two', 'Three'].map((text) => write(text).replyId);
    const [one = '', two = '', three = ''] = ids;
    const { threadId } = harness.threadOf('Emma Wright');
    harness.inbox.reorder({ threadId, ids: [three, one, two] });
    expect(open().map(({ id }) => id)).toEqual([three, one, two]);
    expect(() => harness.inbox.reorder({ threadId, ids: [one, two] })).toThrow('outbox-moved-on');
    harness.uses.line.online = true;
    await harness.pass(minuteMs);
    expect(await texts()).toEqual(['Three', 'One', 'Two']);
  });

  it('is withdrawn together, and put back where it stood', async () => {
    harness.uses.line.online = false;
    const { commentId } = harness.comment('How much is it?');
    const ids = [write('One').replyId, write('Two').replyId];
    harness.inbox.like({ commentId, liked: true, clientId: 'like' });
    const all = open().map(({ id }) => id);
    expect(harness.inbox.withdrawMany({ ids: [...all, 'unknown'] }).ids).toEqual(all);
    expect(open()).toEqual([]);
    expect(harness.inbox.restore({ ids: all }).ids).toEqual(all);
    expect(open().map(({ id, state }) => [id, state])).toEqual(all.map((id) => [id, 'queued']));
    harness.uses.line.online = true;
    await harness.pass(minuteMs);
    expect(await texts()).toEqual(['One', 'Two']);
    expect(await harness.effects('like')).toHaveLength(1);
    expect(harness.inbox.withdrawMany({ ids }).ids).toEqual([]);
  });

  it('that was refused comes back as refused, and goes out when it is written again', async () => {
    const { commentId } = harness.comment('How much is it?');
    harness.inbox.hide({ commentId, hidden: true, clientId: 'hide' });
    const { replyId: id } = write('Twelv euros.');
    await harness.tick();
    harness.inbox.withdraw({ id });
    expect(open()).toEqual([]);
    harness.inbox.restore({ ids: [id] });
    expect(open()[0]).toMatchObject({ state: 'refused', waitsFor: { code: 'comment-hidden' } });
    harness.inbox.hide({ commentId, hidden: false, clientId: 'show' });
    await harness.tick();
    harness.inbox.writeAgain({ id, text: 'Twelve euros.' });
    await harness.tick();
    expect(harness.item(id).state).toBe('sent');
    expect(await texts()).toEqual(['Twelve euros.']);
    expect(() => harness.inbox.writeAgain({ id })).toThrow('outbox-not-withdrawable');
  });

  it('tells whose turn it is, and what each of them is about', async () => {
    harness.uses.line.online = false;
    write('One');
    write('Two');
    await harness.tick();
    expect(open()).toMatchObject([
      {
        ...{ text: 'One', network: 'facebook', account: harness.facebook.name },
        ...{ commentText: 'How much is it?', canWithdraw: true, canEdit: true },
        waitsFor: { code: 'offline' },
      },
      { text: 'Two', behind: true },
    ]);
    expect(open()[0]?.behind).toBeUndefined();
  });
});

it('keeps for how long an answer can be taken back', () => {
  expect(harness.inbox.sending()).toEqual({ undoSeconds: 6 });
  harness.inbox.setSending({ undoSeconds: 20 });
  expect(harness.restart().sending()).toEqual({ undoSeconds: 20 });
});

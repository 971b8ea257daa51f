import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { invite, type Customers } from './customers.ts';
import { faultOf, reactionCases, type ReactionCase } from './reaction-cases.ts';
import { hourMs, minuteMs, openReactionsStudio, type ReactionsStudio } from './reactions-studio.ts';
import { expectHealth, expectTold, healths } from './told.ts';

let studio: ReactionsStudio;
let customers: Customers;
beforeAll(async () => {
  studio = await openReactionsStudio();
  customers = invite(studio);
});
afterAll(() => studio.close());
afterEach(() => studio.recover());

const edges = { facebook: 'POST /{comment}/comments', instagram: 'POST /{comment}/replies' };

/** A reply whose call is answered with the case's error. */
async function reply(one: ReactionCase, when: 'before' | 'after') {
  const person = `${one.numbers} ${one.isProof} ${when}`;
  const text = `To ${person}`;
  await customers.say(one.network, person);
  await studio.inbox.sync(studio.account(one.network).id);
  await studio.practice.control.fault({ ...faultOf(one), edge: edges[one.network], when });
  const id = customers.reply(person, text);
  await studio.passInbox(0);
  return { id, person, text, effects: () => studio.effects(text) };
}

/** Where the outbox stands after an answer that proves that nothing was sent. */
function standingOf(one: ReactionCase): { state: string; code: string } {
  if (healths.includes(one.seen)) return { state: 'waiting', code: one.seen };
  if (one.seen === 'daily-limit') return { state: 'waiting', code: 'throttled' };
  if (one.meaning === 'person-unreachable') return { state: 'refused', code: one.meaning };
  if (one.meaning === 'message-window') return { state: 'refused', code: 'message-late' };
  return one.seen === 'again'
    ? { state: 'waiting', code: 'network-busy' }
    : { state: 'refused', code: 'network-refused' };
}

describe.each(reactionCases.filter((one) => one.isProof))('$network $numbers $meaning', (one) => {
  it('shows that nothing was sent: the words are kept and leave once', async () => {
    const { id, person, text, effects } = await reply(one, 'before');
    expectHealth(studio, one);
    const item = customers.item(id);
    const standing = { state: item?.state, code: item?.waitsFor?.code };
    expect(standing).toEqual(standingOf(one));
    expect(item?.text).toBe(text);
    expectTold((language) => customers.item(id, language)?.waitsFor);
    const until = item?.waitsFor?.until;
    if (until !== undefined) {
      await studio.passInbox(Date.parse(until) - studio.now() - 1_000);
      expect(await effects()).toBe(0);
      await studio.passInbox(1_000);
    } else if (standing.state === 'waiting') {
      const before = await studio.requests('POST');
      await studio.passInbox(hourMs);
      expect(await studio.requests('POST')).toBe(before);
      expect(customers.item(id)?.waitsFor?.code).toBe(one.seen);
      await studio.signIn();
      await studio.passInbox(0);
    } else {
      expect(await effects()).toBe(0);
      studio.inbox.withdraw({ id });
      customers.reply(person, text);
      await studio.passInbox(0);
    }
    expect(await effects()).toBe(1);
  });
});

describe.each(reactionCases.filter((one) => !one.isProof))('$network $numbers $meaning', (one) => {
  it('proves nothing: what was sent all the same is found and not sent again', async () => {
    const { id, effects } = await reply(one, 'after');
    expect(customers.item(id)?.state).toBe('uncertain');
    expectHealth(studio, one);
    if (one.seen === 'sign-in') await studio.signIn();
    await studio.passInbox(one.seen === 'throttled' ? 16 * minuteMs : 6_000);
    expect(customers.item(id)).toBeUndefined();
    expect(await effects()).toBe(1);
  });

  it('proves nothing: what was not sent is asked about and leaves once', async () => {
    const { id, effects } = await reply(one, 'before');
    expect(customers.item(id)?.state).toBe('uncertain');
    await studio.passInbox(16 * minuteMs);
    await studio.passInbox(minuteMs);
    expectTold((language) => customers.item(id, language)?.question);
    await studio.signIn();
    await studio.passInbox(16 * minuteMs);
    expect([customers.item(id)?.state, await effects()]).toEqual(['uncertain', 0]);
    studio.inbox.answer({ id, answer: 'not-there' });
    await studio.passInbox(minuteMs);
    expect(customers.item(id)).toBeUndefined();
    expect(await effects()).toBe(1);
  });
});

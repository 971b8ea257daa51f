import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { invite, type Customers } from './customers.ts';
import { faultOf, reactionCases } from './reaction-cases.ts';
import { minuteMs, openReactionsStudio, type ReactionsStudio } from './reactions-studio.ts';
import { expectHealth, healths } from './told.ts';

let studio: ReactionsStudio;
let customers: Customers;
beforeAll(async () => {
  studio = await openReactionsStudio();
  customers = invite(studio);
});
afterAll(() => studio.close());
afterEach(() => studio.recover());

describe.each(reactionCases)('$network $numbers $meaning', (one) => {
  it('loses no comment: it is read once the account may be read again', async () => {
    const person = `${one.numbers} ${one.isProof}`;
    const post = await customers.postOf(one.network);
    await studio.passInbox(0);
    studio.advance(minuteMs);
    await customers.say(one.network, person);
    await studio.practice.control.fault({ ...faultOf(one), edge: `GET /${post}/comments` });
    await studio.passInbox(0);
    expect(customers.threadOf(person)).toBeUndefined();
    expectHealth(studio, one);
    if (healths.includes(one.seen)) {
      const { id } = studio.account(one.network);
      const { pausedUntil } = studio.network.access;
      studio.advance(10 * minuteMs);
      // Where only writing is blocked, what is out is still looked after.
      if (one.seen === 'restricted') await studio.features.publishing.tick(studio.now());
      const before = await studio.requests();
      await studio.features.publishing.tick(studio.now());
      if (one.seen === 'sign-in' || one.seen === 'throttled') await studio.inbox.sync(id);
      expect(await studio.requests()).toBe(before);
      const until = pausedUntil(id);
      if (until === undefined) await studio.signIn();
      else studio.advance(until - studio.now());
    }
    studio.advance(minuteMs);
    await studio.passInbox(0);
    expect(customers.threadOf(person)?.comments).toHaveLength(1);
    expect(studio.account(one.network).health).toBe('ok');
  });
});

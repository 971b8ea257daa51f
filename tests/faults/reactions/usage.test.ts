import { afterAll, beforeAll, expect, it } from 'vitest';
import { invite, type Customers } from './customers.ts';
import { minuteMs, openReactionsStudio, type ReactionsStudio } from './reactions-studio.ts';
import { expectTold } from './told.ts';

let studio: ReactionsStudio;
let customers: Customers;
beforeAll(async () => {
  studio = await openReactionsStudio();
  customers = invite(studio);
  await customers.say('facebook', 'Emma');
  await studio.passInbox(0);
});
afterAll(() => studio.close());

/** Calls that bring the usage headers up by five each, from 70. */
async function use(count: number): Promise<void> {
  await studio.practice.control.fault({ edge: 'GET /me', mode: 'usage-ramp', count });
  const client = await studio.network.access.clientFor(studio.account('facebook').id);
  for (let call = 0; call < count; call += 1) await client.me();
}

async function requestsWhile(work: () => Promise<unknown>): Promise<number> {
  const before = await studio.requests();
  await work();
  return (await studio.requests()) - before;
}

it('F39 reading slows at 75 %, stops at 100 % for the stated time, is told, and goes on', async () => {
  const { access } = studio.network;
  const { id } = studio.account('facebook');
  const readOn = () => studio.passInbox(0);
  await use(1);
  studio.advance(minuteMs);
  expect(await requestsWhile(readOn)).toBeGreaterThan(0);

  await use(1);
  studio.advance(minuteMs);
  expect(await requestsWhile(readOn)).toBe(0);
  expect(access.mayRead(id, 'open-view')).toBe(true);
  expect(studio.account('facebook').health).toBe('ok');

  await use(3);
  expect(access.mayRead(id, 'open-view')).toBe(false);
  expect(access.pausedUntil(id)).toBeUndefined();

  await use(2);
  const until = access.pausedUntil(id) ?? 0;
  expect(until - studio.now()).toBe(5 * minuteMs);
  const { health, healthReason } = studio.account('facebook');
  expect([health, healthReason?.until]).toEqual(['throttled', new Date(until).toISOString()]);
  expectTold((language) => studio.account('facebook', language).healthReason);

  const postId = studio.publishNow('facebook', 'In the pause');
  const silent = await requestsWhile(async () => {
    await studio.passPublishing(until - studio.now() - 1_000);
    await readOn();
    await studio.inbox.sync();
  });
  expect(silent).toBe(0);
  expect(studio.target(postId)).toMatchObject({
    state: 'waiting',
    reason: { code: 'throttled', until: new Date(until).toISOString() },
  });
  expectTold((language) => studio.target(postId, language).reason);

  await customers.say('facebook', 'Paul');
  await studio.passPublishing(1_000);
  await readOn();
  expect(studio.account('facebook').health).toBe('ok');
  expect(studio.target(postId).state).toBe('published');
  expect(await studio.effects('In the pause')).toBe(1);
  expect(customers.threadOf('Paul')?.comments).toHaveLength(1);
});

it('F39 due posts go out though reading has stopped', async () => {
  await studio.practice.control.settings({ callBudget: 100 });
  const { id } = studio.account('facebook');
  const { access } = studio.network;
  const client = await access.clientFor(id);
  for (let call = 0; call < 100 && access.mayRead(id); call += 1) await client.me();
  expect(access.mayRead(id)).toBe(false);
  const postId = studio.publishNow('facebook', 'Publishing comes first');
  await studio.passPublishing(0);
  expect(studio.target(postId).state).toBe('published');
});

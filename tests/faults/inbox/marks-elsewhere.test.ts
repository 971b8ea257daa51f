import { afterEach, beforeEach, expect, it } from 'vitest';
import { dayMs, minuteMs, must, openHarness, type Harness } from './inbox-harness.ts';

const hourMs = 60 * minuteMs;
const question = 'How much is it?';
const person = 'Emma Wright';

let harness: Harness;
let post: string;
/** The comment's id on the network. */
let remote: string;
beforeEach(async () => {
  harness = await openHarness();
  post = await harness.publish(harness.facebook, 'Les anthuriums sont arrivés.');
  remote = await harness.say(post, question);
  await harness.sync();
});
afterEach(() => harness.close());

const shown = () => {
  const { inbox, threadOf } = harness;
  const found = inbox.thread(threadOf(person), 'fr').comments.find(({ text }) => text === question);
  if (!found) throw new Error('the question is gone');
  return found;
};
/** As somebody of the shop with the network's own app. */
const likeElsewhere = (action: 'like' | 'unlike') =>
  harness.control.post('/comments', { action, id: remote });

it('shows a like that was given elsewhere, and that it was taken back there', async () => {
  expect(shown().liked).toBeUndefined();
  await likeElsewhere('like');
  expect((await harness.control.ledger()).at(-1)).toMatchObject({ kind: 'like', by: 'control' });
  expect(await harness.sync()).toEqual({ stored: 0, updated: 1 });
  expect(shown().liked).toBe(true);
  expect(await harness.sync()).toEqual({ stored: 0, updated: 0 });
  await likeElsewhere('unlike');
  await harness.pass(hourMs + minuteMs, 5 * minuteMs);
  expect(shown().liked).toBeUndefined();
  expect(await harness.effects('like')).toEqual([]);
});

it('knows a like from the first reading on, of answers too', async () => {
  const late = await harness.say(remote, 'Moi aussi', 'Ana Petit');
  await harness.control.post('/comments', { action: 'like', id: late });
  await harness.sync();
  const { inbox, threadOf } = harness;
  const [first, second] = inbox.thread(threadOf(person), 'fr').comments;
  expect([first?.liked, second?.liked]).toEqual([undefined, true]);
});

it('keeps a like of ours that waits, whatever is read before it left', async () => {
  const { inbox } = harness;
  const { commentId } = shown();
  inbox.like({ commentId, liked: true, clientId: 'a' });
  expect(await harness.sync()).toEqual({ stored: 0, updated: 0 });
  expect(shown()).toMatchObject({ liked: true, pending: ['like'] });
  await harness.tick();
  inbox.like({ commentId, liked: false, clientId: 'b' });
  await harness.sync();
  expect(shown().liked).toBeUndefined();
  await harness.pass(2 * hourMs, 10 * minuteMs);
  const kinds = (await harness.effects()).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind.endsWith('like'))).toEqual(['like', 'unlike']);
  expect(shown().liked).toBeUndefined();
});

it('does not take for newer what was asked before a like of ours got there', async () => {
  const { inbox, uses } = harness;
  const { commentId } = shown();
  // The page is told after the like is out, as it stood before.
  uses.line.through = (client) => ({
    ...client,
    async listFacebookComments(list, ...rest) {
      const answer = await client.listFacebookComments(list, ...rest);
      uses.line.through = undefined;
      inbox.like({ commentId, liked: true, clientId: 'a' });
      inbox.start();
      await expect.poll(() => inbox.outbox('fr')).toEqual([]);
      return answer;
    },
  });
  await harness.sync();
  expect(await harness.effects('like')).toHaveLength(1);
  expect(shown().liked).toBe(true);
});

const blocked = () => harness.inbox.person(harness.threadOf(person).threadId).blocked;
const ids = async () => {
  const client = harness.uses.client();
  const { items } = must(await client.blockedPeople({ pageId: harness.facebook.remoteId }));
  return items.map(({ id }) => id);
};
const personId = () => harness.threadOf(person).person.id ?? '';
/** As somebody of the shop with the network's own app. */
const blockElsewhere = (is: boolean) => {
  const who = { pageId: harness.facebook.remoteId, personId: personId() };
  const client = harness.uses.client();
  return is ? client.blockPerson(who) : client.unblockPerson(who);
};
const blockHere = (is: boolean, clientId: string) =>
  harness.inbox.block({ commentId: shown().commentId, blocked: is, reason: 'Pub', clientId });

it('says of a person that they were blocked elsewhere, once a day, and that they were let in again', async () => {
  await blockElsewhere(true);
  await harness.pass(dayMs + hourMs, 20 * minuteMs);
  expect(shown().blocked).toBe(true);
  expect(blocked()).toMatchObject({ elsewhere: true });
  await blockElsewhere(false);
  await harness.pass(dayMs + hourMs, 20 * minuteMs);
  expect(shown().blocked).toBeUndefined();
  const calls = await harness.control.journal();
  const asked = calls.filter(
    ({ method, path }) => String(method) === 'GET' && String(path).endsWith('blocked'),
  );
  // Once a day, and once for each look at the person.
  expect(asked.length).toBeLessThanOrEqual(5);
});

it('asks about a person whom somebody looks at, and tells it when it is here', async () => {
  await blockElsewhere(true);
  expect(blocked()).toBeUndefined();
  await expect.poll(blocked).toMatchObject({ elsewhere: true });
  await blockElsewhere(false);
  // Who was just asked about is not asked about again.
  expect(blocked()).toBeDefined();
  harness.tools.advance(11 * minuteMs);
  blocked();
  await expect.poll(blocked).toBeUndefined();
});

it('keeps a block of ours that waits, and one to be taken back, whatever the list says', async () => {
  blockHere(true, 'a');
  await harness.sync();
  expect(blocked()).toMatchObject({ reason: 'Pub' });
  await harness.tick();
  expect(await ids()).toEqual([personId()]);
  blockHere(false, 'b');
  await harness.sync();
  expect(blocked()).toBeUndefined();
  await harness.tick();
  expect(await ids()).toEqual([]);
  await harness.sync();
  expect(blocked()).toBeUndefined();
});

it('keeps what is known where the list does not come to its end, and nobody who never wrote', async () => {
  blockHere(true, 'a');
  await harness.tick();
  const stranger = { pageId: harness.facebook.remoteId, personId: '5124000000000042' };
  must(await harness.uses.client().blockPerson(stranger));
  await harness.control.fault({ edge: 'GET /{page}/blocked', mode: 'http500-before', count: 3 });
  await harness.pass(dayMs + 2 * hourMs, 20 * minuteMs);
  expect(blocked()).toMatchObject({ reason: 'Pub' });
  const kept = harness.tools.db.prepare('SELECT person_id FROM blocked_people').pluck().all();
  expect(kept).toEqual([personId()]);
});

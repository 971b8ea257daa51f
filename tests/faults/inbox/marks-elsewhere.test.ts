import { afterEach, beforeEach, expect, it } from 'vitest';
import { minuteMs, openHarness, type Harness } from './inbox-harness.ts';

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

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minuteMs, openHarness, secondMs, type Harness } from './inbox-harness.ts';
import { shortPages } from './short-pages.ts';

const pageRows = 2;
/** Rows that the studio reads of one list in one go. */
const rowsAtOnce = 10 * pageRows;

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
  harness.uses.line.through = (client) => shortPages(client, () => pageRows);
});
afterEach(() => harness.close());

async function sayInTurn(object: string, words: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, text] of words.entries()) {
    ids.push(await harness.say(object, text, `Person ${index}`));
    harness.tools.advance(secondMs);
  }
  return ids;
}

/** Read whole, missed, and asked for once more an hour later. */
const passHours = () => harness.pass(3 * 61 * minuteMs, minuteMs);

describe.each(['facebook', 'instagram'] as const)('a long list of %s', (network) => {
  it('misses nobody who is deleted where one reading ended and the next began', async () => {
    const post = await harness.publish(harness[network], 'Nouveau.');
    const ids = await sayInTurn(
      post,
      Array.from({ length: rowsAtOnce + 9 }, (_, index) => `Word ${index}`),
    );
    await harness.pass(2 * minuteMs);
    // Newest first: the one behind as many as are read in one go.
    const at = ids.length - 1 - rowsAtOnce;
    await harness.control.deleteComment(ids[at]!);
    await passHours();
    expect(harness.comment(`Word ${at}`).state).toBe('deleted');
    expect(harness.comment(`Word ${at + 1}`).state).toBe('visible');
    expect(harness.comment(`Word ${at - 1}`).state).toBe('visible');
  });
});

it('misses no deleted answer to a comment that is read later than others of its time', async () => {
  const post = await harness.publish(harness.instagram, 'Nouveau.');
  const [first = ''] = await sayInTurn(
    post,
    Array.from({ length: rowsAtOnce + 9 }, (_, index) => `Word ${index}`),
  );
  const reply = await harness.say(first, 'A late answer', 'Léa Tessier');
  await harness.pass(2 * minuteMs);
  await harness.control.deleteComment(reply);
  await passHours();
  expect(harness.comment('A late answer').state).toBe('deleted');
  expect(harness.comment('Word 0').state).toBe('visible');
});

const people = ['Ida Berg', 'Max Lund', 'Eva Roos', 'Jon Falk', 'Liv Dahl'];

it('comes to every conversation, though the list ended too soon without a word', async () => {
  await harness.control.fault({
    ...{ edge: 'GET /{page}/conversations', mode: 'no-paging', count: 2, seconds: 300 },
  });
  for (const from of people)
    await harness.control.post('/messages', { network: 'fb', message: `I am ${from}`, from });
  await harness.pass(2 * minuteMs);
  expect(harness.inbox.threads().items.length).toBeLessThan(people.length);
  await harness.pass(61 * minuteMs, minuteMs);
  const heard = harness.inbox.threads().items.map(({ person }) => person.name);
  expect(heard.toSorted()).toEqual(people.toSorted());
});

it('comes to every post that names the shop, though the line went after the first page', async () => {
  for (const from of people) {
    const message = `Lovely, says ${from}`;
    await harness.control.post('/mentions', { network: 'fb', message, from });
    harness.tools.advance(secondMs);
  }
  let pages = 0;
  harness.uses.line.through = (client) => ({
    ...shortPages(client, () => pageRows),
    taggedPosts: (list) => {
      pages += 1;
      harness.uses.line.timeoutMs = pages > 1 ? 1 : 1_500;
      const through = pages === 2 ? harness.uses.client() : client;
      return through.taggedPosts({ ...list, limit: pageRows });
    },
  });
  await harness.tick();
  harness.uses.line.timeoutMs = 1_500;
  expect(pages).toBe(2);
  await harness.pass(11 * minuteMs, minuteMs);
  const named = harness.inbox.threads().items.map(({ person }) => person.name);
  expect(named.toSorted()).toEqual(people.toSorted());
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestInbox, type TestInbox } from '../../../tests/support/inbox-fixture.ts';
import { openTestTools, type TestTools } from '../../../tests/support/test-tools.ts';
import { forgivenLetters, letterDistance } from './near-words.ts';

const hourMs = 3_600_000;
let tools: TestTools;
let fixture: TestInbox;
let now: number;

beforeEach(() => {
  tools = openTestTools();
  fixture = openTestInbox(tools);
  now = tools.clock.now();
  fixture.take('fb', 'p1', [
    {
      id: '1',
      text: 'Le géranium rouge vif est-il en stock ?',
      at: now - 50 * hourMs,
      from: 'Ana Petit',
    },
    { id: '2', text: 'Beau pot rouge', at: now - 40 * hourMs, from: 'Bo' },
    {
      id: '3',
      parentId: '1',
      text: 'Oui, des géraniums roses aussi',
      at: now - 30 * hourMs,
      mine: true,
    },
  ]);
  fixture.take('ig', 'p2', [
    {
      id: '4',
      text: 'Un cœur de Marie ?',
      at: now - 20 * hourMs,
      from: 'chloe.b',
      attachmentUrl: 'https://cdn.example/1.jpg',
    },
    { id: '5', text: 'Vif, ce rouge', at: now - 10 * hourMs, from: 'dan' },
  ]);
});
afterEach(() => tools.close());

const find = (text: string, more = {}) => fixture.inbox.threads({ text, ...more });
const found = (text: string, more = {}) => find(text, more).items.map(({ person }) => person.name);

it('finds words without their accents, as they begin, in quotes, and without others', () => {
  expect(found('geranium')).toEqual(['Ana Petit']);
  expect(found('GÉRAN')).toEqual(['Ana Petit']);
  expect(found('rouge')).toEqual(['dan', 'Bo', 'Ana Petit']);
  expect(found('"rouge vif"')).toEqual(['Ana Petit']);
  expect(found('rouge -vif')).toEqual(['Bo']);
  expect(found('coeur')).toEqual(['chloe.b']);
  expect(found('petit')).toEqual(['Ana Petit']);
  expect(found('" OR rouge NEAR(')).toEqual([]);
});

it('forgives typing errors where nobody wrote such a word, and says so', () => {
  expect(find('geranuim')).toMatchObject({ instead: ['geranium'] });
  expect(found('geranuim')).toEqual(['Ana Petit']);
  expect(found('rouje')).toEqual(['dan', 'Bo', 'Ana Petit']);
  expect(found('rouje vif')).toEqual(['dan', 'Ana Petit']);
  // Each word is there, only not together: nothing is put in its place.
  expect(find('coeur rouge')).toEqual({ items: [] });
  expect(found('pat')).toEqual([]);
});

it('takes who, where, when and what is with it', () => {
  expect(found('from:ana')).toEqual(['Ana Petit']);
  expect(found('rouge on:instagram')).toEqual(['dan']);
  expect(found('on:lyon')).toEqual(['dan', 'chloe.b']);
  expect(found('on:nowhere')).toEqual([]);
  expect(found('has:photo')).toEqual(['chloe.b']);
  expect(found('rouge after:2026-11-22')).toEqual(['dan']);
  expect(found('before:2026-11-23')).toEqual(['Bo', 'Ana Petit']);
  expect(found('is:unanswered rouge')).toEqual(['dan', 'Bo']);
  fixture.inbox.markSpam({ threadIds: [find('pot').items[0]?.threadId ?? ''], spam: true });
  expect(found('rouge')).toEqual(['dan', 'Ana Petit']);
  expect(found('is:spam rouge')).toEqual(['Bo']);
  expect(found('rouge', { view: 'unanswered' })).toEqual(['dan']);
  expect(found('rouge', { accountIds: ['fb'] })).toEqual(['Ana Petit']);
});

it('shows what it found around the word, as text', () => {
  const [thread] = find('roses').items;
  expect(thread?.found?.excerpt).toEqual([
    { text: 'Oui, des géraniums ', hit: false },
    { text: 'roses', hit: true },
    { text: ' aussi', hit: false },
  ]);
  expect(find('coeur').items[0]?.found?.excerpt).toContainEqual({ text: 'cœur', hit: true });
  const own = thread?.comments.find(({ commentId }) => commentId === thread.found?.commentId);
  expect(own).toMatchObject({ mine: true });
});

it('pages through what it found without losing or repeating a thread', () => {
  for (let number = 0; number < 30; number++) {
    const top = `t${number % 7}`;
    fixture.take('fb', 'p9', [
      {
        ...{ id: number < 7 ? top : `r${number}`, text: `tulipe ${number}`, at: now + number },
        ...(number < 7 ? {} : { parentId: top }),
        from: `T${number % 7}`,
      },
    ]);
  }
  for (const text of ['tulipe', 'from:T', 'after:2026-11-23']) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = find(text, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ person }) => person.name));
      cursor = page.next;
    } while (cursor);
    expect(seen, text).toEqual(['T1', 'T0', 'T6', 'T5', 'T4', 'T3', 'T2']);
  }
});

it('counts letters that are wrong', () => {
  expect(letterDistance('geranuim', 'geranium', 2)).toBe(1);
  expect(letterDistance('rose', 'roses', 2)).toBe(1);
  expect(letterDistance('abc', 'xyz', 2)).toBe(3);
  expect(letterDistance('', 'ab', 2)).toBe(2);
  expect([3, 4, 8].map(forgivenLetters)).toEqual([0, 1, 2]);
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestInbox, type TestInbox } from '../../tests/support/inbox-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

let tools: TestTools;
let fixture: TestInbox;
let now: number;
beforeEach(() => {
  tools = openTestTools();
  fixture = openTestInbox(tools);
  now = tools.clock.now();
});
afterEach(() => tools.close());

const lines = () =>
  fixture.inbox.threads().items.map(({ person, snippet, waits, sign, unread, comments }) => ({
    ...{ name: person.name, snippet, waits, sign, unread },
    said: comments.map(({ text }) => text),
  }));

it('keeps a thread of one page as if its comments had come one by one', () => {
  const page = [
    { id: '4', parentId: '1', text: 'Et le rouge ?', at: now + 4, from: 'Ana' },
    { id: '3', parentId: '1', text: 'Oui, le bleu', at: now + 3, mine: true },
    { id: '2', parentId: '1', text: 'En stock ?', at: now + 2, from: 'Ana' },
    { id: '1', text: 'Quel prix ?', at: now + 1, from: 'Ana' },
    { id: '6', parentId: '5', text: 'Avec plaisir', at: now + 6, mine: true },
    { id: '5', text: 'Merci', at: now + 5, from: 'Bo' },
    { id: '7', text: 'Caché', at: now, from: 'Cem', isHidden: true },
    // Its parent comes with another page.
    { id: '9', parentId: '8', text: 'Moi aussi', at: now + 9, from: 'Dia' },
  ];
  expect(fixture.take('fb', 'p', page)).toEqual({ stored: 8, updated: 0, known: 0 });
  const atOnce = lines();
  const row = (tools: TestTools) =>
    tools.db
      .prepare(
        `SELECT top_remote_id, last_key, waits_since, snippet, waits, sign, spoken, unread, intent, language
         FROM threads ORDER BY top_remote_id`,
      )
      .all();

  const other = openTestTools();
  try {
    const single = openTestInbox(other);
    for (const said of page.toSorted((one, next) => one.at - next.at))
      single.take('fb', 'p', [said]);
    expect(row(tools)).toEqual(row(other));
    expect(fixture.inbox.counts()).toEqual(single.inbox.counts());
  } finally {
    other.close();
  }
  expect(atOnce.map(({ name, sign }) => [name, sign])).toEqual([
    ['Dia', 'none'],
    ['Bo', 'answered'],
    ['Ana', 'none'],
    ['Cem', 'none'],
  ]);
  expect(fixture.take('fb', 'p', page)).toEqual({ stored: 0, updated: 0, known: 8 });
  expect(lines()).toEqual(atOnce);
});

it('takes what is named twice once, and gives each of one moment a key of its own', () => {
  const crowd = Array.from({ length: 70 }, (_, index) => ({
    ...{ id: `${index}`, text: `Mot ${index}`, at: now, from: `P${index}` },
  }));
  expect(fixture.take('fb', 'p', [...crowd, ...crowd.slice(0, 3)])).toEqual({
    ...{ stored: 70, updated: 0, known: 3 },
  });
  expect(fixture.inbox.threads({ limit: 200 }).items).toHaveLength(70);
  expect(fixture.inbox.threads({ text: 'mot', limit: 200 }).items).toHaveLength(70);
  const changed = crowd.slice(0, 2).map((said) => ({ ...said, text: 'Tulipe' }));
  expect(fixture.take('fb', 'p', changed)).toEqual({ stored: 0, updated: 2, known: 0 });
  expect(fixture.inbox.threads({ text: 'tulipe' }).items).toHaveLength(2);
  tools.db.exec("INSERT INTO comments_words (comments_words) VALUES ('integrity-check')");
});

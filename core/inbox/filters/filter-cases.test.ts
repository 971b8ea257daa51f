import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestInbox, type TestInbox } from '../../../tests/support/inbox-fixture.ts';
import { openTestTools, type TestTools } from '../../../tests/support/test-tools.ts';
import { inboxFilters } from '../../../shared/contract/inbox-filters.ts';

let tools: TestTools;
let fixture: TestInbox;
let now: number;
beforeEach(() => {
  tools = openTestTools();
  fixture = openTestInbox(tools);
  now = tools.clock.now();
  fixture.take('fb', 'p1', [
    { id: '1', text: 'Quel prix ?', at: now - 3000, from: 'Ana' },
    { id: '2', text: 'How much is it please?', at: now - 2000, from: 'Bo' },
    { id: '3', text: 'Merci pour les pivoines', at: now - 1000, from: 'Zoé' },
  ]);
  fixture.take('ig', 'p2', [{ id: '4', text: 'C’est combien ?', at: now, from: 'Cem' }]);
});
afterEach(() => tools.close());

const inbox = () => fixture.inbox;
type Wish = Parameters<TestInbox['inbox']['saveFilter']>[0];
const save = (wish: Partial<Wish> & { name: string }) =>
  inbox().saveFilter({ view: 'all', ...wish });
const names = () =>
  inbox()
    .filters()
    .items.map(({ name }) => name);
const counts = async (accountIds?: string[]) => {
  const { items } = await inbox().filterCounts(accountIds);
  const named = new Map(
    inbox()
      .filters()
      .items.map(({ id, name }) => [id, name]),
  );
  return items.map(
    ({ filterId, count, isMore }) => `${named.get(filterId)} ${count}${isMore ? '+' : ''}`,
  );
};

function wearTag(person: string, tagId = 'vip'): void {
  tools.db.exec(`
    INSERT OR IGNORE INTO customer_tags VALUES ('${tagId}', '${tagId}', '${tagId}', 'leaf');
    INSERT INTO customers (id, account_id, person_id, name, created_at)
      VALUES ('c-${person}', 'fb', 'person-${person}', '${person}', 1);
    INSERT INTO customer_tagged VALUES ('c-${person}', '${tagId}', 1);
  `);
}

describe('what a filter shows', () => {
  it('is counted as its list has it, whatever narrows it', async () => {
    wearTag('Ana');
    wearTag('Bo');
    const wishes: Omit<Wish, 'name'>[] = [
      { view: 'all' },
      { view: 'unanswered', tagId: 'vip' },
      { view: 'all', intent: 'price' },
      { view: 'all', language: 'en' },
      { view: 'questions', language: 'fr', accountId: 'fb' },
      { view: 'all', intent: 'price', language: 'fr', shopId: 'first' },
      { view: 'all', text: 'pivoines' },
      { view: 'all', text: 'combien', tagId: 'vip' },
      { view: 'all', text: 'on:facebook', language: 'en' },
      { view: 'all', text: '!!!' },
      { view: 'unanswered', order: 'longest' },
    ];
    wishes.forEach((wish, index) => save({ ...wish, name: `f${index}` }));
    expect(await counts()).toEqual([
      ...['f0 4', 'f1 2', 'f2 3', 'f3 1', 'f4 1', 'f5 2', 'f6 1', 'f7 0', 'f8 1', 'f9 0'],
      'f10 4',
    ]);
    const listed = inbox()
      .filters()
      .items.map((filter) => {
        const { id: _, name, lacks: __, shopId: ___, ...content } = filter;
        const { items } = inbox().threads({ ...content, commentsOfEach: 0 });
        return `${name} ${items.length}`;
      });
    expect(listed).toEqual(await counts());
  });

  it('follows what is looked at, unless it has a shop or an account of its own', async () => {
    save({ name: 'prix', intent: 'price' });
    save({ name: 'Instagram', accountId: 'ig' });
    save({ name: 'La boutique', shopId: 'first' });
    expect(await counts(['fb'])).toEqual(['prix 2', 'Instagram 1', 'La boutique 4']);
    expect(await counts([])).toEqual(['prix 0', 'Instagram 1', 'La boutique 4']);
  });

  it('is counted to 99', async () => {
    const said = Array.from({ length: 96 }, (_, index) => ({
      ...{ id: `m${index}`, text: 'Bonjour lilas', from: `P${index}` },
      at: now + 1000 + index,
    }));
    fixture.take('fb', 'p3', said.slice(0, 95));
    save({ name: 'tous' });
    save({ name: 'mot', text: 'bonjour' });
    expect(await counts()).toEqual(['tous 99', 'mot 95']);
    fixture.take('fb', 'p3', said.slice(95));
    expect(await counts()).toEqual(['tous 99+', 'mot 96']);
    expect(inbox().threads({ text: 'lilas', limit: 200 }).items).toHaveLength(96);
  });

  it('is counted right whatever was done to threads before', async () => {
    fixture.who.me = 'julie';
    wearTag('Bo');
    wearTag('Zoé');
    const wishes: Omit<Wish, 'name'>[] = [
      { view: 'unanswered', language: 'fr' },
      { view: 'done', intent: 'price' },
      { view: 'done', tagId: 'vip', language: 'en' },
      { view: 'spam', tagId: 'vip' },
      { view: 'mine', accountId: 'fb' },
      { view: 'snoozed', text: 'is:unread' },
      { view: 'all', text: 'is:done', intent: 'price' },
    ];
    wishes.forEach((wish, index) => save({ ...wish, name: `f${index}` }));
    const ids = inbox()
      .threads()
      .items.map(({ threadId }) => threadId);
    const until = new Date(now + 86_400_000).toISOString();
    let seed = 11;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let step = 0; step < 60; step++) {
      const threadIds = [ids[next(ids.length)] ?? ''];
      const yes = next(2) === 1;
      [
        () => inbox().markDone({ threadIds, done: yes }),
        () => inbox().markSpam({ threadIds, spam: yes }),
        () => inbox().snooze({ threadIds, ...(yes && { until }) }),
        () => inbox().assign({ threadIds, ...(yes && { personId: 'julie' }) }),
      ][next(4)]?.();
      const listed = wishes.map(
        ({ accountId, ...wish }, index) =>
          `f${index} ${inbox().threads({ ...wish, ...(accountId && { accountId }) }).items.length}`,
      );
      expect(await counts()).toEqual(listed);
    }
  });

  it('pages through a tag in the order of the list', () => {
    for (const person of ['Ana', 'Bo', 'Zoé']) wearTag(person);
    const first = inbox().threads({ tagId: 'vip', limit: 2 });
    expect(first.items.map(({ person }) => person.name)).toEqual(['Zoé', 'Bo']);
    const { items } = inbox().threads({ tagId: 'vip', limit: 2, cursor: first.next });
    expect(items.map(({ person }) => person.name)).toEqual(['Ana']);
  });

  it('knows by their thread who came without an id', () => {
    const [thread] = inbox().threads({ text: 'merci' }).items;
    tools.db.exec(`
      INSERT INTO customer_tags VALUES ('x', 'x', 'x', 'leaf');
      INSERT INTO customers (id, account_id, thread_id, name, created_at)
        VALUES ('c', 'fb', '${thread?.threadId}', 'Zoé', 1);
      INSERT INTO customer_tagged VALUES ('c', 'x', 1);
    `);
    expect(inbox().threads({ tagId: 'x' }).items).toHaveLength(1);
  });
});

describe('names', () => {
  it('are refused without a letter, and where another filter has them', () => {
    expect(save({ name: ' Été\u202e \u200b à  Lyon ' }).name).toBe('Été à Lyon');
    for (const name of ['', '   ', '\u200b\u2066', '\u0301\u0301'])
      expect(() => save({ name })).toThrow('filter-unnamed');
    for (const name of ['été à lyon', 'ETE A LYON'])
      expect(() => save({ name })).toThrow('filter-known');
    expect(save({ name: '🌿' }).name).toBe('🌿');
    expect(() => save({ name: '🌿' })).toThrow('filter-known');
    expect(save({ name: 'مزهرية' }).name).toBe('مزهرية');
    const schema = inboxFilters.saveFilter['~orpc'].inputSchema;
    expect(schema?.safeParse({ name: 'x'.repeat(10_000), view: 'all' }).success).toBe(false);
    expect(names()).toEqual(['Été à Lyon', '🌿', 'مزهرية']);
  });

  it('may change, with what the filter shows', () => {
    const { id } = save({ name: 'un', text: 'prix' });
    expect(save({ filterId: id, name: 'UN', view: 'done' })).toEqual({
      ...{ id, name: 'UN', view: 'done', lacks: [] },
    });
    expect(() => save({ filterId: 'nobody', name: 'x' })).toThrow('not-found');
  });
});

describe('the list of filters', () => {
  it('keeps its order, and a removed one comes back to its place', () => {
    const [one, two, three] = ['un', 'deux', 'trois'].map((name) => save({ name }).id);
    const ids = [three ?? '', one ?? '', two ?? ''];
    inbox().orderFilters({ filterIds: ids });
    expect(names()).toEqual(['trois', 'un', 'deux']);
    expect(() => inbox().orderFilters({ filterIds: ids.slice(1) })).toThrow('filters-moved-on');
    inbox().removeFilter({ filterId: one ?? '' });
    expect(() => inbox().removeFilter({ filterId: one ?? '' })).toThrow('not-found');
    expect(names()).toEqual(['trois', 'deux']);
    save({ name: 'Un' });
    expect(inbox().restoreFilter({ filterId: one ?? '' }).name).toBe('un 2');
    expect(names()).toEqual(['trois', 'un 2', 'deux', 'Un']);
  });

  it('is there again after a restart, and ends somewhere', () => {
    for (let number = 1; number <= 50; number++) save({ name: `f ${number}` });
    expect(() => save({ name: 'f 51' })).toThrow('filters-full');
    const again = openTestInbox(tools).inbox.filters().items;
    expect(again.map(({ name }) => name)).toEqual(names());
  });

  it('tells what is no longer there, counts it no more, and can be mended', async () => {
    wearTag('Ana');
    const tag = save({ name: 'étiquette', tagId: 'vip' });
    const gone = save({ name: 'ailleurs', accountId: 'gone', shopId: 'gone' });
    expect(tag.lacks).toEqual([]);
    expect(gone.lacks).toEqual(['shop', 'account']);
    tools.db.exec("DELETE FROM customer_tags WHERE id = 'vip'");
    expect(inbox().filters().items[0]?.lacks).toEqual(['tag']);
    expect(await counts()).toEqual([]);
    save({ filterId: gone.id, name: 'ailleurs', accountId: 'ig' });
    expect(await counts()).toEqual(['ailleurs 1']);
  });
});

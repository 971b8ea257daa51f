import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestInbox, type TestInbox } from '../../tests/support/inbox-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { viewConditions, type ThreadView } from './thread-views.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
let tools: TestTools;
let fixture: TestInbox;
let now: number;
beforeEach(() => {
  tools = openTestTools();
  fixture = openTestInbox(tools);
  now = tools.clock.now();
});
afterEach(() => tools.close());

const inbox = () => fixture.inbox;
const people = (query: Parameters<TestInbox['inbox']['threads']>[0] = {}) =>
  inbox()
    .threads(query)
    .items.map((thread) => thread.person.name);
const idOf = (name: string) =>
  inbox()
    .threads({ limit: 200 })
    .items.find((thread) => thread.person.name === name)?.threadId ?? '';

function sayThree(): void {
  fixture.take('fb', 'p1', [
    { id: '1', text: 'Quel prix ?', at: now - 3 * minuteMs, from: 'Ana' },
    { id: '2', text: 'Merci', at: now - 2 * minuteMs, from: 'Bo' },
  ]);
  fixture.take('ig', 'p2', [{ id: '3', text: 'Dispo ?', at: now - minuteMs, from: 'Cem' }]);
}

describe('views', () => {
  it('shows each thread where it stands', () => {
    sayThree();
    fixture.take('fb', 'p1', [
      { id: '4', parentId: '2', text: 'Avec plaisir', at: now, mine: true },
    ]);
    expect(people()).toEqual(['Bo', 'Cem', 'Ana']);
    expect(people({ view: 'unanswered' })).toEqual(['Cem', 'Ana']);
    expect(people({ view: 'customer' })).toEqual(['Bo']);
    inbox().markDone({ threadIds: [idOf('Bo')], done: true });
    expect(people({ view: 'customer' })).toEqual([]);
    expect(people({ view: 'done' })).toEqual(['Bo']);
    inbox().markSpam({ threadIds: [idOf('Ana')], spam: true });
    expect(people()).toEqual(['Bo', 'Cem']);
    expect(people({ view: 'spam' })).toEqual(['Ana']);
    expect(people({ view: 'unanswered', accountIds: ['fb'] })).toEqual([]);
    expect(people({ accountIds: ['ig', 'fb'] })).toEqual(['Bo', 'Cem']);
    expect(people({ accountIds: [] })).toEqual([]);
    const [line] = inbox().threads({ commentsOfEach: 0 }).items;
    expect(line).toEqual({ ...inbox().threads().items[0], comments: [] });
  });

  it('puts a thread aside until its time, or until the customer writes', async () => {
    sayThree();
    const until = new Date(now + dayMs).toISOString();
    inbox().snooze({ threadIds: [idOf('Ana'), idOf('Cem')], until });
    expect(people({ view: 'unanswered' })).toEqual(['Bo']);
    expect(people({ view: 'snoozed' })).toEqual(['Cem', 'Ana']);
    fixture.take('ig', 'p2', [
      { id: '5', parentId: '3', text: 'Alors ?', at: now + minuteMs, from: 'Cem' },
    ]);
    expect(people({ view: 'snoozed' })).toEqual(['Ana']);
    tools.advance(dayMs);
    await inbox().tick(tools.clock.now());
    expect(people({ view: 'snoozed' })).toEqual([]);
    expect(people({ view: 'unanswered' })).toEqual(['Cem', 'Bo', 'Ana']);
    expect(() => inbox().snooze({ threadIds: [idOf('Bo')], until })).toThrow('snooze-past');
  });

  it('gives threads to people, and shows whoever is here their own', () => {
    sayThree();
    inbox().assign({ threadIds: [idOf('Ana')], personId: 'julie' });
    expect(people({ view: 'mine' })).toEqual([]);
    expect(inbox().counts().mine).toBe(0);
    fixture.who.me = 'julie';
    expect(people({ view: 'mine' })).toEqual(['Ana']);
    expect(inbox().counts().mine).toBe(1);
    expect(() => inbox().assign({ threadIds: [idOf('Bo')], personId: 'nobody' })).toThrow(
      'not-found',
    );
    inbox().assign({ threadIds: [idOf('Ana')] });
    expect(inbox().counts().mine).toBe(0);
  });

  it('shows first who waits longest since their first unanswered word', () => {
    sayThree();
    fixture.take('fb', 'p1', [
      { id: '6', parentId: '1', text: 'Toujours là', at: now + 5 * minuteMs, from: 'Ana' },
    ]);
    expect(people()).toEqual(['Ana', 'Cem', 'Bo']);
    const longest = { view: 'unanswered', order: 'longest' } as const;
    expect(people(longest)).toEqual(['Ana', 'Bo', 'Cem']);
    const first = inbox().threads({ ...longest, limit: 2 });
    expect(people({ ...longest, limit: 2, cursor: first.next })).toEqual(['Cem']);
    // Answered, and asked again since.
    fixture.take('fb', 'p1', [
      { id: '7', parentId: '1', text: 'Voici', at: now + 6 * minuteMs, mine: true },
      { id: '8', parentId: '1', text: 'Et le rouge ?', at: now + 7 * minuteMs, from: 'Ana' },
    ]);
    expect(people(longest)).toEqual(['Bo', 'Cem', 'Ana']);
    expect(inbox().waitingThreads(5).oldestAt).toBe(new Date(now - 2 * minuteMs).toISOString());
    expect(inbox().waitingThreads(5, 'fr', ['ig']).oldestAt).toBe(
      new Date(now - minuteMs).toISOString(),
    );
  });
});

it('knows what customers want, also of those who wrote before it could read', async () => {
  sayThree();
  expect(people({ view: 'questions' })).toEqual(['Cem', 'Ana']);
  expect(inbox().counts()).toMatchObject({ questions: 2, orders: 0 });
  const [first] = inbox().threads({ view: 'questions' }).items;
  expect(first).toMatchObject({ intent: 'available', language: 'fr' });
  fixture.take('fb', 'p1', [
    { id: '9', parentId: '1', text: 'J’en prends deux, je commande', at: now, from: 'Ana' },
  ]);
  expect(people({ view: 'orders' })).toEqual(['Ana']);
  tools.db.exec('UPDATE threads SET intent = NULL, language = NULL');
  expect(people({ view: 'orders' })).toEqual([]);
  await inbox().tick(now);
  expect(people({ view: 'orders' })).toEqual(['Ana']);
});

it('counts each view as its list has it, whatever happened before', () => {
  fixture.who.me = 'julie';
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let number = 0; number < 60; number++)
    fixture.take(next(2) ? 'fb' : 'ig', `p${next(4)}`, [
      { id: `c${number}`, text: `Mot ${number}`, at: now + number, from: `P${number}` },
    ]);
  const ids = inbox()
    .threads({ limit: 200 })
    .items.map((thread) => thread.threadId);
  const intents = ['price', 'order', 'spam', 'hours', null];
  for (let step = 0; step < 400; step++) {
    const id = ids[next(ids.length)] ?? '';
    const threadIds = [id];
    const yes = next(2) === 1;
    const until = new Date(now + dayMs).toISOString();
    [
      () => inbox().markDone({ threadIds, done: yes }),
      () => inbox().markSpam({ threadIds, spam: yes }),
      () => inbox().markRead({ threadIds, read: yes }),
      () => inbox().snooze({ threadIds, ...(yes && { until }) }),
      () => inbox().assign({ threadIds, ...(yes && { personId: 'julie' }) }),
      () =>
        fixture.parts.threads.setMeaning(id, { intent: intents[next(5)] ?? null, language: 'fr' }),
    ][next(6)]?.();
  }
  for (const accountIds of [undefined, ['fb'], ['ig', 'fb']]) {
    const counts = inbox().counts(accountIds);
    for (const view of Object.keys(viewConditions) as ThreadView[]) {
      if (view === 'waiting') continue;
      const { items } = inbox().threads({ view, limit: 200, ...(accountIds && { accountIds }) });
      expect([view, counts[view]]).toEqual([view, items.length]);
    }
  }
});

it('reads every view in the order of an index, at any depth', () => {
  for (const view of Object.keys(viewConditions) as ThreadView[]) {
    for (const accounts of [undefined, ['fb'], ['fb', 'ig']]) {
      const plans = planOf(view, accounts);
      expect(plans, `${view} ${accounts?.length}`).not.toContain('TEMP B-TREE');
      expect(plans).not.toMatch(/SCAN t(?! USING)/);
    }
  }
});

it('reads what narrows a view in the order of an index too', () => {
  for (const view of Object.keys(viewConditions) as ThreadView[])
    for (const accounts of [undefined, ['fb'], ['fb', 'ig']])
      for (const narrowing of [
        { intent: 'price' },
        { language: 'de' },
        { intent: 'price', language: 'de' },
      ] as const) {
        const plans = planOf(view, accounts, narrowing);
        const name = `${view} ${accounts?.length} ${Object.keys(narrowing).join(' ')}`;
        expect(plans, name).not.toContain('TEMP B-TREE');
        if (view === 'all' || view === 'done')
          expect(plans, name).toMatch(/threads_of_(intent|language|both)/);
      }
  // Those of a tag are read from the tag, whatever else there is.
  expect(planOf('all', ['fb'], { tagId: 'x' })).toMatch(/SEARCH g .*customer_tagged_tag/);
});

function planOf(
  view: ThreadView,
  accountIds?: string[],
  narrowing: { intent?: string; language?: string; tagId?: string } = {},
): string {
  const statements: string[] = [];
  const { db } = tools;
  const watched = new Proxy(db, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown;
      return (sql: string) => {
        statements.push(sql);
        return target.prepare(sql);
      };
    },
  });
  const { inbox: own } = openTestInbox({ ...tools, db: watched });
  own.threads({ view, cursor: '99', ...narrowing, ...(accountIds && { accountIds }) });
  const sql = statements.findLast((one) => one.includes('ORDER BY t.last_key')) ?? '';
  const filled = { me: '', account: '', accounts: '[]', tag: '', intent: '', language: '' };
  const values = { ...filled, after: 1, limit: 1 };
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values);
  return rows.map(({ detail }) => detail).join('\n');
}

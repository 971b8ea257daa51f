import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestInbox, type TestInbox } from '../../tests/support/inbox-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

let tools: TestTools;
let fixture: TestInbox;
beforeEach(() => {
  tools = openTestTools();
  fixture = openTestInbox(tools);
});
afterEach(() => tools.close());

const iso = (at: number) => new Date(at).toISOString();

it('tells since when a person writes to the account, and their other threads', () => {
  fixture.take('fb', 'p1', [{ id: '1', text: 'Première question', at: 1000, from: 'Ana' }]);
  fixture.take('fb', 'p2', [{ id: '2', text: 'Encore', at: 2000, from: 'Ana' }]);
  fixture.take('fb', 'p2', [{ id: '3', text: 'Quelqu’un d’autre', at: 3000, from: 'Bo' }]);
  // The same name on another account is not known to be the same person.
  fixture.take('ig', 'p3', [{ id: '4', text: 'Ailleurs', at: 500, from: 'Ana' }]);
  const [thread] = fixture.inbox.threads({ text: 'encore' }).items;
  expect(fixture.inbox.person(thread?.threadId ?? '')).toEqual({
    firstAt: iso(1000),
    threads: 2,
    others: [{ threadId: expect.any(String), snippet: 'Première question', lastAt: iso(1000) }],
  });
  expect(() => fixture.inbox.person('none')).toThrow('not-found');
  const block = {
    accountId: 'fb',
    personId: 'person-Ana',
    name: 'Ana',
    reason: 'insultes',
    at: 9,
    elsewhere: false,
  };
  fixture.parts.marks.block(block);
  expect(fixture.inbox.person(thread?.threadId ?? '')).toMatchObject({
    blocked: { at: iso(9), reason: 'insultes' },
  });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestInbox, type TestInbox } from '../../tests/support/inbox-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { customersService, type CustomersService } from './service.ts';

let tools: TestTools;
let fixture: TestInbox;
let customers: CustomersService;

beforeEach(() => {
  tools = openTestTools();
  fixture = openTestInbox(tools);
  const { inbox, team, who } = fixture;
  customers = customersService(tools, {
    me: () => (who.me === undefined ? {} : { id: who.me }),
    writerOf: team.writerOf,
    ...inbox.known,
  });
  fixture.take('fb', 'p1', [
    { id: '1', text: 'Un vase', at: 1000, from: 'Émma Wright' },
    { id: '2', text: 'Deux vases', at: 2000, from: 'Émma Wright' },
    { id: '3', text: 'Autre', at: 3000, from: 'Bo' },
  ]);
  fixture.take('ig', 'p2', [{ id: '9', text: 'Joli', at: 4000, from: 'Emma Wright' }]);
});
afterEach(() => tools.close());

const threadOf = (text: string): string =>
  fixture.inbox.threads({ text }).items[0]?.threadId ?? `no thread with ${text}`;

test('a tag is one whatever its accents, and goes with the person through all their threads', () => {
  const [one, two] = [threadOf('"un vase"'), threadOf('deux')];
  customers.tag(one, { add: ['Fidèle', 'Belgique'] });
  const { tags } = customers.tag(two, { add: ['fidele'] });
  expect(tags.map(({ name }) => name)).toEqual(['Belgique', 'Fidèle']);
  expect(new Set(tags.map(({ colour }) => colour)).size).toBe(2);
  expect(customers.get(threadOf('autre')).tags).toEqual([]);
  customers.tag(threadOf('autre'), { add: ['BELGIQUE'] });
  expect(customers.tags().map(({ name, count }) => [name, count])).toEqual([
    ['Belgique', 2],
    ['Fidèle', 1],
  ]);
  const first = tags.find(({ name }) => name === 'Fidèle');
  customers.changeTag(first?.id ?? '', { name: 'Cliente fidèle', colour: 'berry' });
  expect(() => customers.changeTag(first?.id ?? '', { name: 'belgique' })).toThrow('tag-known');
  expect(customers.get(one).tags[1]).toMatchObject({ name: 'Cliente fidèle', colour: 'berry' });
  customers.tag(two, { remove: [first?.id ?? ''] });
  expect(customers.get(one).tags.map(({ name }) => name)).toEqual(['Belgique']);
});

test('notes on a person are read by all and changed by whoever wrote them', () => {
  fixture.who.me = 'julie';
  const { noteId } = customers.notes.add(threadOf('deux'), 'Offre souvent');
  fixture.who.me = 'lea';
  expect(customers.get(threadOf('"un vase"')).notes).toMatchObject([
    { text: 'Offre souvent', person: { name: 'Julie' }, mine: false },
  ]);
  expect(() => customers.notes.edit(noteId, 'Jamais')).toThrow('note-of-another');
  fixture.who.me = 'julie';
  customers.notes.remove(noteId, true);
  expect(customers.get(threadOf('deux')).notes).toEqual([]);
  customers.notes.remove(noteId, false);
  customers.notes.edit(noteId, 'Offre toujours');
  expect(customers.get(threadOf('deux')).notes).toMatchObject([{ text: 'Offre toujours' }]);
});

test('the same name is only proposed; one person says that two are one, and takes it back', () => {
  const [here, there] = [threadOf('deux'), threadOf('joli')];
  customers.tag(there, { add: ['Instagram'] });
  expect(customers.get(here).same).toEqual([]);
  expect(customers.likely(here, undefined)).toMatchObject([
    { threadId: there, network: 'instagram', name: 'Emma Wright' },
  ]);
  customers.link(here, there);
  expect(customers.get(here).same).toMatchObject([
    { threadId: there, tags: [{ name: 'Instagram' }] },
  ]);
  expect(customers.get(there).same).toMatchObject([{ threadId: here }]);
  // Nothing was merged.
  expect(customers.get(here).tags).toEqual([]);
  expect(customers.likely(here, undefined)).toEqual([]);
  expect(customers.likely(here, 'bo')).toMatchObject([{ name: 'Bo' }]);
  expect(() => customers.link(here, threadOf('"un vase"'))).toThrow('same-already');
  customers.unlink(there);
  expect([customers.get(here).same, customers.get(there).same]).toEqual([[], []]);
});

test('somebody whom the network did not name is known by the thread, until it does', () => {
  const threadId = threadOf('autre');
  tools.db.prepare('UPDATE threads SET person_id = NULL WHERE id = ?').run(threadId);
  customers.tag(threadId, { add: ['À rappeler'] });
  tools.db.prepare("UPDATE threads SET person_id = 'person-Bo' WHERE id = ?").run(threadId);
  expect(customers.get(threadId).tags).toHaveLength(1);
  customers.notes.add(threadId, 'Bo, du marché');
  fixture.take('fb', 'p7', [{ id: '77', text: 'Me revoilà', at: 9000, from: 'Bo' }]);
  expect(customers.get(threadOf('revoilà'))).toMatchObject({
    tags: [{ name: 'À rappeler' }],
    notes: [{ text: 'Bo, du marché' }],
  });
});

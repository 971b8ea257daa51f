import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { orders as contract } from '../../shared/contract/orders.ts';
import { openTestAutomation, type TestAutomation } from '../../tests/support/automation-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

let tools: TestTools;
let studio: TestAutomation;

beforeAll(() => {
  tools = openTestTools();
  studio = openTestAutomation(tools);
});
beforeEach(() => studio.forgetAll());
afterAll(() => tools.close());

/** The order that a comment asks for. */
async function orderOf(text: string, id = 'c1', from = 'Emma Wright') {
  await studio.say({ id, text, from });
  const [thread] = studio.inbox.threads().items;
  const comment = studio.inbox.thread({ threadId: thread!.threadId }).comments[0]!;
  return studio.orders.draft(BigInt(comment.commentId));
}

test.each([
  ['J’en prends 3', { title: 'Pothos doré', quantity: 3, price: 1290, productId: 'pothos' }],
  ['Je prends le pothos', { title: 'Pothos doré', quantity: 1 }],
  ['Réservez-m’en 0', { quantity: 1 }],
])('reads what a comment asks for: %s', async (text, expected) => {
  const order = await orderOf(text);
  expect(contract.draft['~orpc'].outputSchema?.parse(order)).toEqual(order);
  expect(order).toMatchObject({ ...expected, state: 'open', person: 'Emma Wright' });
});

test('keeps the customer’s words where no product is meant', async () => {
  studio.take('fb', 'elsewhere', [
    { id: 'x', text: `Je voudrais ${'un vase '.repeat(20)}`, at: tools.clock.now() },
  ]);
  const [thread] = studio.inbox.threads().items;
  const [comment] = studio.inbox.thread({ threadId: thread!.threadId }).comments;
  const order = studio.orders.draft(BigInt(comment!.commentId));
  expect(order.title).toMatch(/^Je voudrais un vase .*…$/);
  expect(order.title).toHaveLength(80);
  expect(order.price).toBeUndefined();
  expect(() => studio.orders.draft(123n)).toThrow('not-found');
});

test('is changed, settled, listed by person and thread, and paged', async () => {
  const first = await orderOf('J’en prends 3');
  tools.advance(1000);
  const second = await orderOf('Un pothos svp', 'c2', 'Zoé Petit');
  const { threadId } = first;
  const changed = studio.orders.save({
    ...{ orderId: first.id, threadId, title: 'Pothos doré, grand', quantity: 2, note: 'samedi' },
    ...{ price: 1500, currency: 'EUR' },
  });
  expect(changed).toMatchObject({ title: 'Pothos doré, grand', note: 'samedi', price: 1500 });
  const byHand = studio.orders.save({ threadId, title: 'Un cache-pot', quantity: 1, price: 5 });
  expect(byHand).toMatchObject({ person: 'Emma Wright', personId: 'person-Emma Wright' });
  expect(byHand).not.toHaveProperty('price');
  studio.orders.setState(second.id, 'sent');

  const titles = (query: Parameters<typeof studio.orders.list>[0]) =>
    studio.orders.list(query).items.map(({ title }) => title);
  expect(titles({ threadId })).toEqual(['Un cache-pot', 'Pothos doré, grand']);
  expect(titles({ accountId: 'fb', personId: 'person-Zoé Petit' })).toEqual(['Pothos doré']);
  expect(titles({ state: 'sent' })).toEqual(['Pothos doré']);
  const page = studio.orders.list({ limit: 2 });
  expect(page.open).toBe(2);
  expect(titles({ limit: 2, cursor: page.next })).toEqual(['Pothos doré, grand']);
});

test('is written as a table that no spreadsheet runs', async () => {
  const order = await orderOf('J’en prends 3');
  const { threadId } = order;
  studio.orders.save({ orderId: order.id, ...order, threadId, title: '=1+1;"x"', note: 'à 18 h' });
  const file = studio.orders.export({}, 'fr');
  expect(file).toMatchObject({ name: 'commandes-2026-11-24.csv', orders: 1 });
  const lines = Buffer.from(file.base64, 'base64').toString('utf8').split('\r\n');
  expect(lines.slice(0, 2)).toEqual([
    '\ufeffDate;État;Client;Article;Référence;Quantité;Prix unitaire;Total;Monnaie;Note',
    `${lines[1]?.split(';')[0]};À traiter;Emma Wright;"'=1+1;""x""";"POT-1";3;"12,90";"38,70";EUR;à 18 h`,
  ]);
  expect(lines[1]).toMatch(/^"?2026-11-2\dT\d\d:\d\d\+01:00/);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProductFact, PublishedPostFact } from '../../shared/facts.ts';
import { indexProducts } from '../../shared/language/match-products.ts';
import type { SavedReply } from '../../shared/replies/reply-context.ts';
import { openTestInbox, type TestInbox } from '../../tests/support/inbox-fixture.ts';
import { openTestTools, resourcesDir, type TestTools } from '../../tests/support/test-tools.ts';
import { openUnderstand } from '../understanding/open-understand.ts';

const minuteMs = 60_000;
const understand = openUnderstand(resourcesDir);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

let tools: TestTools;
let inbox: TestInbox['inbox'];
let take: TestInbox['take'];
let who: TestInbox['who'];
let products: ProductFact[];
let kept: SavedReply[];

const product = (id: string, title: string, priceMinor: number): ProductFact => ({
  ...{ id, title, priceMinor, sku: id, description: '', currency: 'EUR', stock: 4, updatedAt: 1 },
  photoAssetIds: [],
  link: `https://serre.example/${id}`,
});

beforeEach(() => {
  tools = openTestTools();
  products = [product('geranium', 'Géranium rouge', 450), product('fougere', 'Fougère', 1290)];
  kept = [];
  const post = { postId: 'post', accountId: 'fb', remoteId: 'p1', publishedAt: 1, title: 'Serre' };
  ({ inbox, take, who } = openTestInbox(tools, {
    readPublished: (accountId, remoteId) =>
      accountId === 'fb' && remoteId === 'p1'
        ? ({ ...post, caption: '', productIds: ['geranium'] } as PublishedPostFact)
        : undefined,
    readProducts: (ids) => products.filter(({ id }) => ids.includes(id)),
    readWords: (text, taggedProductIds) =>
      understand(text, { products: indexProducts(products), taggedProductIds }),
    savedReplies: () => kept,
  }));
});
afterEach(() => tools.close());

/** One comment under the post; its thread. */
function say(text: string, from = 'Julie Roux', id = 'c1') {
  take('fb', 'p1', [{ id, text, from, at: tools.clock.now() - minuteMs }]);
  const [thread] = inbox.threads({ text: `de:${from.split(' ')[0]}` }).items;
  if (!thread) throw new Error('no thread');
  return thread;
}

test('suggests the price of the product tagged in the post, says whose, and rests once answered', () => {
  const { threadId, comments } = say('Bonjour, il est à combien ?');
  const { suggestion } = inbox.suggest(threadId);
  expect(plain(suggestion?.text ?? '')).toContain('« Géranium rouge » est à 4,50 €.');
  expect(suggestion).toMatchObject({ kind: 'ready', language: 'fr' });
  expect(suggestion?.facts).toMatchObject([{ name: 'price', product: 'Géranium rouge' }]);
  products = products.map((one) => ({ ...one, priceMinor: 500 }));
  expect(plain(inbox.suggest(threadId).suggestion?.text ?? '')).toContain('5,00 €');
  inbox.reply({ commentId: comments[0]?.commentId ?? '', text: 'Voilà', clientId: 'r1' });
  expect(inbox.suggest(threadId)).toEqual({});
});

test('speaks of the product that is named before the one that is tagged, and of none where nothing is asked', () => {
  const named = say('La fougère est à combien ?');
  expect(plain(inbox.suggest(named.threadId).suggestion?.text ?? '')).toContain('12,90 €');
  const friend = say('@Ana regarde', 'Bo Martin', 'c2');
  expect(inbox.suggest(friend.threadId)).toEqual({});
  expect(() => inbox.suggest('unknown')).toThrow('not-found');
});

test('fills a saved reply in the customer’s language, or the shop’s, and names what nobody knows', () => {
  kept = [
    { id: 's1', texts: { fr: '{first_name}, {price} {opening_hours}', en: 'It is {price}' } },
  ];
  const french = say('Bonjour, vous avez encore des géraniums rouges en magasin ?');
  const english = say('Hello, how much is the plant in the picture please?', 'Emma Wright', 'c2');
  const spanish = say('Hola, ¿cuánto cuesta esta planta tan bonita?', 'Pilar Soto', 'c3');
  const threadIds = [french, english, spanish].map(({ threadId }) => threadId);
  const { items } = inbox.fillReplies({ threadIds, savedReplyId: 's1' });
  expect(items.map(({ text }) => plain(text))).toEqual([
    'Julie, 4,50 € {opening_hours}',
    'It is €4.50',
    'Pilar, 4,50 € {opening_hours}',
  ]);
  expect(items.map(({ unfilled }) => unfilled)).toEqual([['opening_hours'], [], ['opening_hours']]);
  const [other] = inbox.fillReplies({
    ...{ threadIds: [english.threadId], savedReplyId: 's1', productId: 'fougere' },
  }).items;
  expect(plain(other?.text ?? '')).toBe('It is €12.90');
  expect(() => inbox.fillReplies({ threadIds, savedReplyId: 'gone' })).toThrow('not-found');
});

test('what was just written reads as in its own language, whoever gets it', () => {
  const { threadId } = say('Hello, how much is the plant in the picture please?', 'Emma Wright');
  const text = 'Bonjour {first_name}, il est à {price} en ce moment à la serre';
  const [item] = inbox.fillReplies({ threadIds: [threadId], text }).items;
  expect(plain(item?.text ?? '')).toContain('Bonjour Emma, il est à 4,50 €');
});

test('tells which comments have these very words already, sent or on their way', () => {
  const one = say('Vous livrez ?');
  const two = say('Livraison possible ?', 'Bo Martin', 'c2');
  const threadIds = [one.threadId, two.threadId];
  const wish = { threadIds, text: 'Bonjour {first_name}, oui' };
  const before = inbox.fillReplies(wish).items;
  expect(before.map(({ text, alreadySaid }) => [text, alreadySaid])).toEqual([
    ['Bonjour Julie, oui', false],
    ['Bonjour Bo, oui', false],
  ]);
  const [first] = before;
  inbox.reply({ commentId: first?.commentId ?? '', text: first?.text ?? '', clientId: 'r1' });
  take('fb', 'p1', [
    { id: 'a2', text: 'Bonjour Bo, oui', mine: true, parentId: 'c2', at: tools.clock.now() },
  ]);
  expect(inbox.fillReplies(wish).items.map(({ alreadySaid }) => alreadySaid)).toEqual([true, true]);
});

test('a draft is whoever’s began it, stands in list and thread, and an empty one is none', () => {
  const { threadId } = say('Vous livrez ?');
  const drafts = () => [inbox.threads().items[0]?.draft, inbox.thread({ threadId }).draft];
  const heard: string[] = [];
  tools.events.on((event) => event.type === 'changed' && heard.push(event.topic));
  inbox.draft({ threadId, text: 'Bonjour' });
  inbox.draft({ threadId, text: 'Bonjour Ju' });
  // The list marks that there is one; what is typed on is nobody's news.
  expect(heard).toEqual(['drafts']);
  expect(drafts()).toEqual(['Bonjour Ju', 'Bonjour Ju']);
  who.me = 'lea';
  expect(drafts()).toEqual([undefined, undefined]);
  inbox.draft({ threadId, text: 'De Léa' });
  expect(drafts()).toEqual(['De Léa', 'De Léa']);
  inbox.draft({ threadId, text: ' ' });
  expect(drafts()).toEqual([undefined, undefined]);
  who.me = undefined;
  expect(drafts()).toEqual(['Bonjour Ju', 'Bonjour Ju']);
  expect(() => inbox.draft({ threadId: 'unknown', text: 'x' })).toThrow('not-found');
});

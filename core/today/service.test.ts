import { afterEach, beforeEach, expect, test } from 'vitest';
import { today } from '../../shared/contract/today.ts';
import { assetFact } from '../../tests/support/catalogue-fixture.ts';
import { forceTargets, openTestPosts, type TestPosts } from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { defaultShop } from '../shop/default-shop.ts';
import { todayService, type TodayService } from './service.ts';

let tools: TestTools;
let posts: TestPosts;
let letter: TodayService['letter'];

beforeEach(() => {
  tools = openTestTools();
  posts = openTestPosts(tools);
  letter = todayService(tools, {
    readShop: () => defaultShop('fr', 'Europe/Paris'),
    calendar: posts.calendar,
    tilesOf: posts.tilesOf,
    nextPlanned: posts.nextPlanned,
    targetsIn: (states, language) =>
      states.flatMap((state) => posts.publishing.list({ state }, language)),
    waitingThreads: () => ({ count: 0, threads: [] }),
    lowStock: posts.catalogue.lowStock,
    zoneOf: (shopId) => (shopId === 'lima' ? 'America/Lima' : 'Europe/Paris'),
    accountsOf: (shopId) => (shopId === 'lima' ? ['ig'] : ['fb']),
    approvals: () => [],
    signInNotices: (language) => [{ code: 'sign-in-soon', text: `bientôt (${language})` }],
  }).letter;
});
afterEach(async () => {
  await posts.publishing.close();
  tools.close();
});

function plan(caption: string, at: string): string {
  const { postId } = posts.create({ accountIds: ['fb'], caption, media: [] });
  posts.schedule({ postId, at, zone: 'Europe/Paris' });
  return postId;
}

test('an empty shop has a quiet letter, as the contract has it', () => {
  const schema = today.letter['~orpc'].outputSchema;
  expect(schema?.parse(letter())).toEqual({
    now: '2026-11-24T08:12:00.000Z',
    attention: [],
    dueToday: [],
    waiting: { count: 0, threads: [] },
    lowStock: [],
    signIns: [{ code: 'sign-in-soon', text: 'bientôt (fr)' }],
  });
});

test('today is the day of the shop’s clocks', () => {
  const early = plan('Ce soir', '2026-11-24T23:59');
  plan('Demain', '2026-11-25T00:00');
  expect(letter().dueToday.map((tile) => tile.id)).toEqual([early]);
  expect(letter().next).toMatchObject({ id: early, caption: 'Ce soir' });
});

test('what failed comes with its post; what is out is no longer due', () => {
  const failed = plan('Manquée', '2026-11-24T10:00');
  const out = plan('Parue', '2026-11-24T11:00');
  forceTargets(tools, failed, 'failed');
  forceTargets(tools, out, 'published');
  const { attention, dueToday } = letter('fr');
  expect(attention).toMatchObject([
    { post: { id: failed, title: 'Manquée' }, target: { state: 'failed', postId: failed } },
  ]);
  expect(dueToday.map((tile) => tile.id)).toEqual([failed]);
});

test('a post that waits for the line is in its place, not in the letter', () => {
  const postId = plan('Bientôt', '2026-11-24T10:00');
  const wait = (code: string) =>
    tools.db
      .prepare("UPDATE targets SET state = 'waiting', progress = ? WHERE post_id = ?")
      .run(JSON.stringify({ state: 'waiting', why: { code } }), postId);
  wait('offline');
  expect(letter().attention).toEqual([]);
  wait('sign-in');
  expect(letter().attention).toMatchObject([{ target: { reason: { code: 'sign-in' } } }]);
});

test('names what is nearly sold out, worst first', () => {
  posts.catalogue.save({ sku: 'A', title: 'Arum', price: 1, stock: 2 });
  posts.catalogue.save({ sku: 'B', title: 'Broc', price: 1, stock: 0 });
  posts.catalogue.save({ sku: 'C', title: 'Cruche', price: 1, stock: 40 });
  expect(letter().lowStock.map((product) => product.sku)).toEqual(['B', 'A']);
});

test('of one shop it has what is its own, by the day of its clocks', () => {
  posts.places.set('ig', {
    ...defaultShop('fr', 'America/Lima'),
    shopId: 'lima',
    queueId: 'lima',
  });
  const tonight = plan('Ce soir', '2026-11-24T20:00');
  posts.catalogue.assets.set('a1', assetFact('a1'));
  const abroad = posts.create({
    accountIds: ['ig'],
    caption: 'Esta noche',
    media: [{ assetId: 'a1', alt: 'Une plante' }],
  }).postId;
  // Half past eleven in Lima is half past five of the next morning in Paris.
  posts.schedule({ postId: abroad, at: '2026-11-24T23:30', zone: 'America/Lima' });
  const dueOf = (shopId?: string) => letter('fr', shopId).dueToday.map((tile) => tile.id);
  expect(dueOf('first')).toEqual([tonight]);
  expect(dueOf('lima')).toEqual([abroad]);
  expect(letter('fr', 'lima').next).toMatchObject({ id: abroad });
  forceTargets(tools, tonight, 'failed');
  expect(letter('fr', 'first').attention.map(({ post }) => post.id)).toEqual([tonight]);
  expect(letter('fr', 'lima').attention).toEqual([]);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { shopService, type ShopService } from './service.ts';

let tools: TestTools;
let shop: ShopService;

beforeEach(() => {
  tools = openTestTools();
  shop = shopService(tools, { machineZone: () => 'Europe/Paris' });
  for (const id of ['fb', 'ig'])
    tools.db
      .prepare(
        `INSERT INTO accounts (id, network, remote_id, name, page_remote_id, user_remote_id,
           graph_url, is_practice, can, missing, health, connected_at)
         VALUES (?, 'facebook', ?, 'La Serre', '1', '2', '', 1, '[]', '[]', 'ok', 1)`,
      )
      .run(id, id);
});
afterEach(() => tools.close());

test('one folder has one shop, and every account belongs to it', () => {
  const { shops, accounts } = shop.places.list();
  expect(shops).toMatchObject([{ id: 'first', name: 'Ma boutique', zone: 'Europe/Paris' }]);
  expect(accounts).toEqual([
    { accountId: 'fb', shopId: 'first' },
    { accountId: 'ig', shopId: 'first' },
  ]);
});

test('a further shop has clocks of its own for the accounts that are given to it', () => {
  const montreal = shop.places.add({ name: 'Montréal', zone: 'America/Toronto', currency: 'CAD' });
  expect(montreal).toMatchObject({ currency: 'CAD', country: 'FR', graceMinutes: 60 });
  shop.places.assign('ig', montreal.id);
  expect(shop.places.ofAccounts(['ig'])).toMatchObject({
    zone: 'America/Toronto',
    shopId: montreal.id,
    queueId: montreal.id,
    mixed: false,
  });
  expect(shop.places.ofAccounts(['fb', 'ig'])).toMatchObject({ zone: 'Europe/Paris', mixed: true });
  expect(shop.places.ofAccounts([])).toMatchObject({ zone: 'Europe/Paris', mixed: false });
  expect(shop.readShop().zone).toBe('Europe/Paris');
});

test('a shop with accounts stays; an empty one can go, the first never', () => {
  const { id } = shop.places.add({ name: 'Montréal', zone: 'America/Toronto' });
  shop.places.assign('fb', id);
  expect(() => shop.places.remove(id)).toThrow('shop-has-accounts');
  shop.places.assign('fb', 'first');
  expect(shop.places.remove(id)).toEqual({ ok: true });
  expect(shop.places.list().shops).toHaveLength(1);
  expect(() => shop.places.remove('first')).toThrow('shop-is-first');
  expect(() => shop.places.assign('fb', id)).toThrow('not-found');
});

test('an account that was disconnected does not hold its shop', () => {
  const { id } = shop.places.add({ name: 'Montréal', zone: 'America/Toronto' });
  shop.places.assign('fb', id);
  tools.db.prepare("UPDATE accounts SET disconnected_at = 5 WHERE id = 'fb'").run();
  shop.places.remove(id);
  expect(shop.places.ofAccounts(['fb'])).toMatchObject({ shopId: 'first' });
});

test('hours are kept in order, each once; an account may have its own', () => {
  const twice = { weekday: 2, time: '18:30' };
  shop.places.change('first', { usualTimes: [twice, { weekday: 2, time: '12:15' }, twice] });
  expect(shop.readShop().usualTimes).toEqual([{ weekday: 2, time: '12:15' }, twice]);
  shop.places.setAccountTimes('ig', [{ weekday: 7, time: '09:00' }]);
  expect(shop.places.ofAccounts(['ig'])).toMatchObject({
    usualTimes: [{ weekday: 7, time: '09:00' }],
    queueId: 'ig',
    shopId: 'first',
  });
  shop.places.setAccountTimes('ig', []);
  expect(shop.places.ofAccounts(['ig'])).toMatchObject({ queueId: 'first' });
});

test('changes one shop only, once for a clientId, and no unknown zone', () => {
  const { id } = shop.places.add({ name: 'Montréal', zone: 'America/Toronto' }, 'c1');
  shop.places.add({ name: 'Montréal', zone: 'America/Toronto' }, 'c1');
  expect(shop.places.list().shops).toHaveLength(2);
  shop.places.change(id, { graceMinutes: 15, name: undefined });
  expect(shop.places.list().shops).toMatchObject([
    { graceMinutes: 60 },
    { name: 'Montréal', graceMinutes: 15 },
  ]);
  expect(() => shop.places.change(id, { zone: 'Europe/Atlantis' })).toThrow('invalid-input');
  expect(tools.heard).toContainEqual({ type: 'changed', topic: 'shop' });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { shopSettings } from '../../shared/contract/shop.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { shopService, type ShopService } from './service.ts';

let tools: TestTools;
let shop: ShopService;

beforeEach(() => {
  tools = openTestTools();
  shop = shopService(tools, { machineZone: () => 'Indian/Reunion' });
});
afterEach(() => tools.close());

test('a new folder is a shop of this machine, and as the contract has it', () => {
  expect(shopSettings.parse(shop.readShop())).toMatchObject({
    name: 'Ma boutique',
    zone: 'Indian/Reunion',
    graceMinutes: 60,
  });
});

test('the name of an unnamed shop follows its language', () => {
  expect(shop.setLanguage('en').name).toBe('My shop');
});

test('keeps what is saved and leaves the rest', () => {
  shop.save({ name: 'La Serre', zone: 'Europe/Paris' });
  shop.save({ graceMinutes: 15, name: undefined });
  expect(shop.readShop()).toMatchObject({
    name: 'La Serre',
    zone: 'Europe/Paris',
    graceMinutes: 15,
    currency: 'EUR',
  });
  const own = {
    openingHours: [{ days: 'Mardi à samedi', times: '9 h – 19 h' }],
    copyright: '© La Serre',
  };
  shop.save(own);
  expect(shop.readSettings()).toMatchObject({ name: 'La Serre', ...own });
  expect(shop.places.list().shops[0]).not.toHaveProperty('openingHours');
  expect(shop.save({ openingHours: [], copyright: '' })).toMatchObject({ copyright: '' });
  expect(tools.heard).toContainEqual({ type: 'changed', topic: 'shop' });
});

test('is applied once for a clientId', () => {
  shop.save({ name: 'Une' }, 'c1');
  shop.save({ name: 'Deux' });
  shop.save({ name: 'Une' }, 'c1');
  expect(shop.readShop().name).toBe('Deux');
});

test('refuses a zone that no clock knows', () => {
  expect(() => shop.save({ zone: 'Europe/Atlantis' })).toThrow('invalid-input');
  expect(shop.readShop().zone).toBe('Indian/Reunion');
});

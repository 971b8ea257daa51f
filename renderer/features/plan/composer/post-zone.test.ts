import { expect, test } from 'vitest';
import type { ShopList, ShopPlace } from '../../../../shared/contract/shop.ts';
import { clocksDiffer, postZone } from './post-zone.ts';

const shop = (id: string, name: string, zone: string): ShopPlace => ({
  id,
  name,
  zone,
  country: 'FR',
  currency: 'EUR',
  language: 'fr',
  graceMinutes: 60,
  usualTimes: [],
});
const one = shop('first', 'La Serre', 'Europe/Paris');
const two = shop('two', 'Montréal', 'America/Toronto');
const list: ShopList = {
  shops: [one, two],
  accounts: [
    { accountId: 'fb', shopId: 'first' },
    { accountId: 'ig', shopId: 'two' },
  ],
};

test('a post is planned on the clocks of its first account’s shop', () => {
  expect(postZone(list, ['ig'], 'Europe/Paris')).toEqual({
    zone: 'America/Toronto',
    place: 'Montréal',
    mixed: false,
  });
  expect(postZone(list, ['fb', 'ig'], 'Europe/Paris')).toMatchObject({
    zone: 'Europe/Paris',
    mixed: true,
  });
});

test('without accounts, or before they are known, it is the first shop’s', () => {
  expect(postZone(list, [], 'Europe/Paris').place).toBe('La Serre');
  expect(postZone(undefined, ['ig'], 'Indian/Reunion')).toEqual({
    zone: 'Indian/Reunion',
    place: 'Reunion',
    mixed: false,
  });
  expect(postZone({ ...list, shops: [one] }, ['fb'], 'Europe/Paris').place).toBe('Paris');
});

test('F31 clocks differ by what they show then, not by their name', () => {
  const winter = Date.parse('2026-11-24T08:12:00Z');
  expect(clocksDiffer('Europe/Paris', 'Europe/Berlin', winter)).toBe(false);
  expect(clocksDiffer('Europe/Paris', 'America/Toronto', winter)).toBe(true);
  // Between the two continents' changes they are an hour closer, and still apart.
  expect(clocksDiffer('Africa/Algiers', 'Europe/Paris', winter)).toBe(false);
  expect(clocksDiffer('Africa/Algiers', 'Europe/Paris', Date.parse('2026-07-01T00:00:00Z'))).toBe(
    true,
  );
});

import type { ShopTimes } from '../shared/facts.ts';
import type { ShopService } from './shop/service.ts';

export type ShopTimesReads = {
  /** Of the first shop, or of another. */
  timesOfShop(shopId?: string): ShopTimes;
  timesOf(accountId: string): ShopTimes;
};

/** The clocks and hours of the shop an account belongs to. */
export function timesFrom({
  places,
  readSettings,
}: Pick<ShopService, 'places' | 'readSettings'>): ShopTimesReads {
  const timesOfShop = (shopId?: string): ShopTimes => {
    const { zone, openingSpans: times = [] } = readSettings(shopId);
    return { shopId: shopId ?? 'first', zone, times };
  };
  return {
    timesOfShop,
    timesOf: (accountId) => timesOfShop(places.ofAccounts([accountId]).shopId),
  };
}

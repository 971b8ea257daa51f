import type { ShopList } from '../../../../shared/contract/shop.ts';
import { placeInstant } from '../../../../shared/rules/zoned-time.ts';
import { zoneCity } from '../zone-differs.ts';

/** On whose clocks a post is planned. */
export type PostZone = {
  zone: string;
  /** What to call these clocks: the shop where there are several, else the city. */
  place: string;
  /** The chosen accounts are on different clocks: these are those of the first one. */
  mixed: boolean;
};

/** The zone of a post on these accounts: that of the first one's shop. */
export function postZone(
  list: ShopList | undefined,
  accountIds: readonly string[],
  firstZone: string,
): PostZone {
  const shopOf = (accountId: string | undefined) => {
    const shopId = list?.accounts.find((one) => one.accountId === accountId)?.shopId;
    return list?.shops.find((one) => one.id === shopId) ?? list?.shops[0];
  };
  const shop = shopOf(accountIds[0]);
  const zone = shop?.zone ?? firstZone;
  const severalShops = (list?.shops.length ?? 0) > 1;
  return {
    zone,
    place: (severalShops && shop?.name) || zoneCity(zone),
    mixed: accountIds.some((id) => (shopOf(id)?.zone ?? zone) !== zone),
  };
}

/** Whether clocks of two zones show another time at `at` (UTC ms). */
export function clocksDiffer(zone: string, other: string, at: number): boolean {
  return placeInstant(at, zone).offset !== placeInstant(at, other).offset;
}

import { Problem } from '../../shared/contract/problem.ts';
import {
  firstShopId,
  type ShopList,
  type ShopPlace,
  type ShopSettings,
} from '../../shared/contract/shop.ts';
import { sortHours } from '../../shared/rules/usual-hours.ts';
import { isKnownZone } from '../../shared/rules/zoned-time.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { PlaceStore } from './place-store.ts';
import { withoutGaps } from '../../shared/rules/plain-records.ts';

type FurtherShop = Omit<ShopPlace, 'id'>;
export type PlaceChange = { [K in keyof FurtherShop]?: FurtherShop[K] | undefined };
export type NewShop = PlaceChange & Pick<FurtherShop, 'name' | 'zone'>;

/** What holds for the posts of some accounts. */
export type PostPlace = Pick<ShopPlace, 'zone' | 'graceMinutes' | 'usualTimes'> & {
  shopId: string;
  name: string;
  /** Posts of one queue share its hours: the shop's, or those of an account with hours of its own. */
  queueId: string;
  /** The accounts belong to shops on different clocks: those of the first one's are taken. */
  mixed: boolean;
};

export type Places = ReturnType<typeof shopPlaces>;

/** Several shops in one folder, and which accounts belong to each. */
export function shopPlaces(
  tools: FeatureTools,
  store: PlaceStore,
  first: { read: () => ShopSettings; write: (change: PlaceChange) => void },
) {
  const firstPlace = (): ShopPlace => {
    const { brand: _, openingHours: __, copyright: ___, ...place } = first.read();
    return { id: firstShopId, ...place };
  };
  const all = (): ShopPlace[] => [firstPlace(), ...store.shops()];

  function find(shopId: string): ShopPlace {
    const found = all().find((one) => one.id === shopId);
    if (!found) throw new Problem('not-found', { what: 'shop' });
    return found;
  }

  function list(): ShopList {
    const shops = all();
    const known = new Set(shops.map((one) => one.id));
    const accounts = store.accounts().map(({ accountId, shopId, times }) => ({
      accountId,
      shopId: shopId !== undefined && known.has(shopId) ? shopId : firstShopId,
      ...(times && { usualTimes: times }),
    }));
    return { shops, accounts };
  }

  function write(shopId: string, change: PlaceChange): ShopPlace {
    const before = find(shopId);
    refuseUnknownZone(change);
    const hours = change.usualTimes && { usualTimes: sortHours(change.usualTimes) };
    const next = { ...before, ...withoutGaps(change), ...hours };
    if (shopId === firstShopId) first.write({ ...change, ...hours });
    else store.putShop(next, tools.clock.now());
    tools.events.changed('shop');
    return next;
  }

  function remove(shopId: string): { ok: true } {
    if (shopId === firstShopId) throw new Problem('shop-is-first');
    const { name } = find(shopId);
    const count = list().accounts.filter((one) => one.shopId === shopId).length;
    if (count > 0) throw new Problem('shop-has-accounts', { name, count });
    store.removeShop(shopId);
    tools.events.changed('shop');
    return { ok: true };
  }

  function ofAccounts(accountIds: readonly string[]): PostPlace {
    const rows = accountIds.map((id) => store.account(id));
    const shops = all();
    const shopOf = (shopId: string | undefined) =>
      shops.find((one) => one.id === shopId) ?? firstPlace();
    const places = rows.map((row) => shopOf(row?.shopId));
    const { id, name, zone, graceMinutes, usualTimes } = places[0] ?? firstPlace();
    return {
      shopId: id,
      name,
      zone,
      graceMinutes,
      usualTimes: rows[0]?.times ?? usualTimes,
      queueId: (rows[0]?.times && rows[0].accountId) ?? id,
      mixed: places.some((place) => place.zone !== zone),
    };
  }

  /** Joins the transaction of the caller. */
  const changeAccount = (accountId: string, work: () => void): ShopList => {
    if (!store.accounts().some((one) => one.accountId === accountId))
      throw new Problem('not-found', { what: 'account' });
    work();
    tools.events.changed('shop');
    return list();
  };

  const ofShop = (shopId: string): PostPlace => {
    const { id, name, zone, graceMinutes, usualTimes } = find(shopId);
    return { shopId: id, queueId: id, name, zone, graceMinutes, usualTimes, mixed: false };
  };

  return {
    list,
    ofShop,
    /** The clocks, habits and grace of a post on these accounts; of the first shop without any. */
    ofAccounts,
    add: (shop: NewShop, clientId?: string) =>
      tools.applyOnce('shop/add', clientId, () => {
        const id = tools.newId();
        const { id: _, ...usual } = firstPlace();
        refuseUnknownZone(shop);
        store.putShop({ ...usual, ...withoutGaps(shop), id }, tools.clock.now());
        tools.events.changed('shop');
        return find(id);
      }),
    change: (shopId: string, change: PlaceChange, clientId?: string) =>
      tools.applyOnce('shop/change', clientId, () => write(shopId, change)),
    remove: (shopId: string, clientId?: string) =>
      tools.applyOnce('shop/remove', clientId, () => remove(shopId)),
    assign: (accountId: string, shopId: string, clientId?: string) =>
      tools.applyOnce('shop/assign', clientId, () =>
        changeAccount(accountId, () => {
          const { id } = find(shopId);
          store.assign(accountId, id === firstShopId ? undefined : id);
        }),
      ),
    setAccountTimes: (accountId: string, times: ShopPlace['usualTimes'], clientId?: string) =>
      tools.applyOnce('shop/setAccountTimes', clientId, () =>
        changeAccount(accountId, () => store.setTimes(accountId, sortHours(times))),
      ),
  };
}

function refuseUnknownZone({ zone }: { zone?: string | undefined }): void {
  if (zone !== undefined && !isKnownZone(zone))
    throw new Problem('invalid-input', { fields: 'zone' });
}

import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { ShopPlace } from '../../shared/contract/shop.ts';
import { useApi } from './link-provider.tsx';

const remembered = 'vitrine-shop';

export type ShopFocus = {
  /** Every shop of this folder; the first one first. */
  shops: readonly ShopPlace[];
  /** The one that is looked at; undefined for all of them. */
  shop: ShopPlace | undefined;
  /** `undefined` for all. */
  look: (shopId: string | undefined) => void;
  /** Whether an account belongs to what is looked at. */
  has: (accountId: string) => boolean;
};

const ShopFocusContext = createContext<ShopFocus>({
  shops: [],
  shop: undefined,
  look: () => {},
  has: () => true,
});

/** Remembers which shop is looked at. With a single one there is nothing to choose. */
export function ShopFocusProvider({ children }: { children: ReactNode }) {
  const api = useApi();
  const list = useQuery(api.shop.list.queryOptions({ input: {} })).data;
  const [chosen, setChosen] = useState(() => window.localStorage.getItem(remembered) ?? undefined);
  const focus = useMemo<ShopFocus>(() => {
    const shops = list?.shops ?? [];
    const shop = shops.length > 1 ? shops.find(({ id }) => id === chosen) : undefined;
    const homes = new Map(list?.accounts.map(({ accountId, shopId }) => [accountId, shopId]));
    return {
      shops,
      shop,
      look(shopId) {
        if (shopId === undefined) window.localStorage.removeItem(remembered);
        else window.localStorage.setItem(remembered, shopId);
        setChosen(shopId);
      },
      // An account that nobody assigned belongs to the first shop.
      has: (accountId) => shop === undefined || (homes.get(accountId) ?? shops[0]?.id) === shop.id,
    };
  }, [list, chosen]);
  return <ShopFocusContext value={focus}>{children}</ShopFocusContext>;
}

/** Which shop the window looks at, as chosen in the top bar. */
export function useShopFocus(): ShopFocus {
  return useContext(ShopFocusContext);
}

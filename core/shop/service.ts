import type { FeatureTools } from '../db/feature-tools.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ShopSettings } from '../../shared/contract/shop.ts';
import { isKnownZone } from '../../shared/rules/zoned-time.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { defaultShop } from './default-shop.ts';
import { placeStore } from './place-store.ts';
import { shopPlaces } from './places.ts';
import { shopStore } from './store.ts';

export type ShopUses = {
  /** IANA name of the zone this machine is in. */
  machineZone: () => string;
};
export type ShopChange = { [K in keyof ShopSettings]?: ShopSettings[K] | undefined };
export type ShopService = ReturnType<typeof shopService>;

/** The shop's own facts: name, country, money, zone, language, habits, brand. */
export function shopService(tools: FeatureTools, uses: ShopUses) {
  const store = shopStore(tools.db);

  /** What was saved over the defaults; a new folder reads as an unnamed shop of this machine. */
  function readShop(): ShopSettings {
    const saved = store.read();
    // Asked of the machine with every call it would cost more than the rest.
    const zone = saved.zone ?? uses.machineZone();
    return { ...defaultShop(saved.language ?? 'fr', zone), ...saved };
  }

  function save(change: ShopChange, clientId?: string): ShopSettings {
    if (change.zone !== undefined && !isKnownZone(change.zone))
      throw new Problem('invalid-input', { fields: 'zone' });
    return tools.applyOnce('shop/save', clientId, () => {
      store.write(change);
      tools.events.changed('shop');
      return readShop();
    });
  }

  const places = shopPlaces(tools, placeStore(tools.db), { read: readShop, write: store.write });

  return {
    readShop,
    /** Of a further shop, what it has of its own over the first one's; of one that is gone, the first's. */
    readSettings(shopId?: string): ShopSettings {
      const { id: _, ...own } = places.list().shops.find(({ id }) => id === shopId) ?? { id: '' };
      return { ...readShop(), ...own };
    },
    save,
    places,
    setLanguage: (language: Language, clientId?: string) => save({ language }, clientId),
  };
}

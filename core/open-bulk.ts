import type { AltService } from './alt/service.ts';
import { bulkService, type BulkService } from './bulk/service.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { StudioNetwork } from './open-network.ts';
import type { ShopService } from './shop/service.ts';

/** Planning by table, with what it asks of the other features. */
export function openBulk(parts: {
  foundation: Foundation;
  shop: ShopService;
  network: StudioNetwork;
  features: Features;
  alt: Pick<AltService, 'of'>;
}): BulkService {
  const { foundation, shop, network, features, alt } = parts;
  const { posts, catalogue, library, campaigns, publishing } = features;
  return bulkService(foundation.tools, {
    country: () => shop.readShop().country,
    placeOf: shop.places.ofAccounts,
    accounts: network.accounts.listAccounts,
    campaigns: () => campaigns.list(),
    readAsset: library.readAsset,
    mediaNames: library.names,
    readProducts: catalogue.readProducts,
    altOf: alt.of,
    findSku: catalogue.findSku,
    posts: {
      check: posts.check,
      printOf: posts.facts.printOf,
      alike: posts.facts.alike,
      planned: posts.facts.planned,
      dayLimitOf: publishing.dayLimitOf,
      idsIn: (range) => posts.calendar(range).map((tile) => tile.id),
      draftIds: posts.facts.draftIds,
      read: posts.facts.readForTable,
      createMany: posts.createMany,
    },
  });
}

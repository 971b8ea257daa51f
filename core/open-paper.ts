import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { StudioNetwork } from './open-network.ts';
import { paperService, type PaperService } from './paper/service.ts';
import type { ShopService } from './shop/service.ts';
import type { StudioOptions } from './studio-options.ts';

/** The plan on paper. */
export function openPaper(parts: {
  options: Pick<StudioOptions, 'resourcesDir'>;
  foundation: Foundation;
  shop: ShopService;
  network: StudioNetwork;
  features: Features;
}): PaperService {
  const { options, foundation, shop, network, features } = parts;
  return paperService(foundation.tools, {
    library: features.library,
    resourcesDir: options.resourcesDir,
    readShop: shop.readShop,
    calendar: features.posts.calendar,
    readPost: features.posts.readPost,
    readAccount: network.accounts.readAccount,
    readCampaign: features.campaigns.readCampaign,
  });
}

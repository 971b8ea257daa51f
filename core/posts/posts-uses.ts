import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { AccountFact, AssetFact, ProductFact } from '../../shared/facts.ts';
import type { TargetsPort } from './targets-port.ts';

/** What posts asks of other features; open-studio hands it over. */
export type PostsUses = {
  readShop: () => ShopSettings;
  readAsset: (assetId: string) => AssetFact | undefined;
  readAccount: (accountId: string) => AccountFact | undefined;
  readProducts: (productIds: string[]) => ProductFact[];
  targets: TargetsPort;
  /** True when photos are converted and scaled on the way to the network, so that their file type and
   *  weight are no concern of the merchant. */
  convertsPhotos: boolean;
};

import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { AssetFact } from '../../shared/facts.ts';

/** A post that shows a product, as the product's sheet lists it. `at` in UTC ms. */
export type UsedInPost = {
  postId: string;
  title: string;
  state: string;
  at?: number | undefined;
  thumbUrl?: string | undefined;
};

/** What the catalogue asks of other features; open-studio hands it over. */
export type CatalogueUses = {
  readShop: () => ShopSettings;
  readAsset: (assetId: string) => AssetFact | undefined;
  /** Posts that tag or show the product, newest first. */
  postsWithProduct: (productId: string) => UsedInPost[];
  /** Pictures and videos of the studio that show the product. */
  countCreations: (productId: string) => number;
};

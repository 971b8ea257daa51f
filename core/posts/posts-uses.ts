import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { ApprovalState, StalePrice } from '../../shared/contract/posts.ts';
import type { AccountFact, AssetFact, PostWrite, ProductFact } from '../../shared/facts.ts';
import type { OwnUtm } from '../../shared/rules/campaign-link.ts';
import type { TargetsPort } from './targets-port.ts';

/** Clocks, usual hours and grace that hold for a post on some accounts. */
export type PostPlace = Pick<ShopSettings, 'zone' | 'usualTimes' | 'graceMinutes'> & {
  shopId: string;
  /** Posts of one queue share its hours: a shop's, or those of an account with hours of its own. */
  queueId: string;
};

/** What posts asks of other features; open-studio hands it over. */
export type PostsUses = {
  placeOf: (accountIds: readonly string[]) => PostPlace;
  readAsset: (assetId: string) => AssetFact | undefined;
  readAccount: (accountId: string) => AccountFact | undefined;
  /** Of posts in a campaign; undefined once it is removed. */
  readCampaign: (campaignId: string) => { name: string; utm: OwnUtm } | undefined;
  readProducts: (productIds: string[]) => ProductFact[];
  targets: TargetsPort;
  /** Told of every write, inside its transaction; may refuse it by throwing. */
  onWrite?: (write: PostWrite) => void;
  /** Where a second person's yes stands; undefined for a post that needs none. */
  approvalOf?: (postId: string) => ApprovalState | undefined;
  /** Of these posts, those made from products whose price is another one by now. */
  stalePrices?: (postIds: readonly string[]) => ReadonlyMap<string, StalePrice>;
  /** True when photos are converted and scaled on the way to the network, so that their file type and
   *  weight are no concern of the merchant. */
  convertsPhotos: boolean;
};

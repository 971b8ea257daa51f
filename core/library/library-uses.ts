import type { Asset } from '../../shared/contract/media.ts';
import type { PostTile } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { AssetFact, ProductFact } from '../../shared/facts.ts';

/** What the library asks of media and of the other features. */
export type LibraryUses = {
  readView: (assetId: string) => Asset | undefined;
  readAsset: (assetId: string) => AssetFact | undefined;
  rename: (assetId: string, name: string) => void;
  setBinned: (assetIds: readonly string[], at: number | null) => void;
  eraseAssets: (assetIds: readonly string[]) => Promise<void>;
  zone: () => string;
  /** Pictures that belong to the shop itself, as its logos. */
  shopPictures: () => readonly string[];
  tilesOf: (postIds: readonly string[], language?: Language) => PostTile[];
  readProducts: (productIds: readonly string[]) => ProductFact[];
  /** Sets the photos of a product, in order. */
  savePhotos: (productId: string, assetIds: string[]) => void;
};

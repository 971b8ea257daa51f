import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import { libraryService, type LibraryService } from './library/service.ts';
import type { ShopService } from './shop/service.ts';

/** The media library, with what it asks of the other features. */
export function openMediaLibrary(parts: {
  foundation: Foundation;
  shop: ShopService;
  features: Features;
}): LibraryService {
  const { foundation, shop, features } = parts;
  const { library, posts, catalogue } = features;
  return libraryService(foundation.tools, {
    readView: library.get,
    readAsset: library.readAsset,
    rename: library.bin.rename,
    setBinned: library.bin.setBinned,
    eraseAssets: library.bin.erase,
    zone: () => shop.readShop().zone,
    shopPictures: features.brand.logoIds,
    tilesOf: posts.tilesOf,
    readProducts: (productIds) => catalogue.readProducts([...productIds]),
    savePhotos: (id, photoAssetIds) => void catalogue.save({ id, photoAssetIds }),
  });
}

import { join } from 'node:path';
import { libraryService, type LibraryService } from '../../core/library/service.ts';
import { createAssetBin } from '../../core/media/asset-bin.ts';
import { toFact, toView } from '../../core/media/asset-view.ts';
import { createFileStore } from '../../core/media/file-store.ts';
import { assetStore, type NewAsset } from '../../core/media/store.ts';
import { openTestPosts, type TestPosts } from './posts-fixture.ts';
import { openTestTools, type TestTools } from './test-tools.ts';

export type TestShelves = {
  tools: TestTools;
  library: LibraryService;
  posts: TestPosts;
  /** Logos and the like. */
  shopPictures: string[];
  /** A row of the library, as an import or a batch writes it; there is no file behind it. */
  add(id: string, more?: Partial<NewAsset>): void;
  /** Ids in the order of the list. */
  list(query?: Parameters<LibraryService['outline']>[0]): string[];
  close(): void;
};

/** The media library over the real posts, publishing and catalogue, on a database of its own. */
export function openTestShelves(): TestShelves {
  const tools = openTestTools();
  const posts = openTestPosts(tools);
  const store = assetStore(tools.db);
  const files = createFileStore(join(tools.folder, 'media'), tools.newId);
  const bin = createAssetBin(tools, files);
  const shopPictures: string[] = [];
  const library = libraryService(tools, {
    readView: (id) => {
      const asset = store.find(id);
      return asset && toView(asset);
    },
    readAsset: (id) => posts.catalogue.assets.get(id),
    rename: bin.rename,
    setBinned: bin.setBinned,
    eraseAssets: bin.erase,
    zone: () => 'Europe/Paris',
    shopPictures: () => shopPictures,
    tilesOf: posts.tilesOf,
    readProducts: (ids) => posts.catalogue.readProducts([...ids]),
    savePhotos: (id, photoAssetIds) => void posts.catalogue.save({ id, photoAssetIds }),
  });
  return {
    tools,
    library,
    posts,
    shopPictures,
    add(id, more = {}) {
      const asset: NewAsset = {
        id,
        kind: 'photo',
        origin: 'import',
        state: 'ready',
        name: `${id}.jpg`,
        mime: 'image/jpeg',
        place: `${id}.jpg`,
        thumbPlace: undefined,
        widthPx: 1080,
        heightPx: 1350,
        durationMs: undefined,
        sizeBytes: 400_000,
        hash: id,
        format: undefined,
        productIds: [],
        notes: [],
        createdAt: tools.clock.now(),
        ...more,
      };
      tools.transact(() => {
        store.insert(asset);
        tools.events.changed('media');
      });
      posts.catalogue.assets.set(id, toFact({ ...asset, sameAs: undefined }, files.fileOf));
    },
    list: (query) => library.ids({ query }).assetIds,
    close: tools.close,
  };
}

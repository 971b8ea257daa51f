import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { altService } from '../../core/alt/service.ts';
import { bulkService, type BulkService } from '../../core/bulk/service.ts';
import type { NamedMedium } from '../../core/bulk/bulk-uses.ts';
import { assetFact } from './catalogue-fixture.ts';
import { openTestPosts, type TestPosts } from './posts-fixture.ts';
import type { TestTools } from './test-tools.ts';

export type TestBulk = {
  bulk: BulkService;
  posts: TestPosts;
  /** Photos of the library, newest first. */
  library: NamedMedium[];
  addPhoto(name: string): string;
  addProduct(sku: string, photoAssetIds?: string[]): string;
  /** Writes a file into the test's folder and answers its path. */
  file(name: string, content: string | Uint8Array): string;
};

/** Tables of posts over the real posts, catalogue and publishing, on the database of `tools`. */
export function openTestBulk(tools: TestTools): TestBulk {
  const posts = openTestPosts(tools);
  const library: NamedMedium[] = [];
  const { facts } = posts;
  const bulk = bulkService(tools, {
    country: () => 'FR',
    placeOf: () => ({
      zone: 'Europe/Paris',
      usualTimes: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, time: '12:15' })),
    }),
    accounts: () => [...posts.accounts.values()],
    campaigns: () => [...posts.campaigns].map(([id, { name }]) => ({ id, name })),
    readAsset: (id) => posts.catalogue.assets.get(id),
    mediaNames: () => library,
    readProducts: posts.catalogue.readProducts,
    altOf: altService(tools, { readProducts: posts.catalogue.readProducts }).of,
    findSku: posts.catalogue.findSku,
    posts: {
      check: posts.check,
      printOf: facts.printOf,
      alike: facts.alike,
      planned: facts.planned,
      dayLimitOf: (id) => (posts.accounts.get(id)?.network === 'instagram' ? 50 : undefined),
      idsIn: (range) => posts.calendar(range).map((tile) => tile.id),
      draftIds: facts.draftIds,
      read: facts.readForTable,
      createMany: posts.createMany,
    },
  });
  return {
    bulk,
    posts,
    library,
    addPhoto(name) {
      const id = `asset-${posts.catalogue.assets.size + 1}`;
      posts.catalogue.assets.set(id, assetFact(id, { name }));
      library.unshift({ assetId: id, name });
      return id;
    },
    addProduct: (sku, photoAssetIds = []) =>
      posts.catalogue.save({
        sku,
        title: `Produit ${sku}`,
        price: 1290,
        stock: 5,
        link: 'https://laserre.example/p',
        photoAssetIds,
      }).id,
    file(name, content) {
      const path = join(tools.folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

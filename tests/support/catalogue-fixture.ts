import { catalogueService, type CatalogueService } from '../../core/catalogue/service.ts';
import { defaultShop } from '../../core/shop/default-shop.ts';
import type { AssetFact } from '../../shared/facts.ts';
import type { TestTools } from './test-tools.ts';

type Uses = Parameters<typeof catalogueService>[1];
export type TestCatalogue = CatalogueService & { assets: Map<string, AssetFact> };

/** A photo or video as the library would describe it, under the id that is given. */
export function assetFact(id: string, more: Partial<AssetFact> = {}): AssetFact {
  return {
    id,
    kind: 'photo',
    name: `${id}.jpg`,
    path: `/nowhere/${id}.jpg`,
    mime: 'image/jpeg',
    widthPx: 1080,
    heightPx: 1350,
    sizeBytes: 400_000,
    hash: id,
    productIds: [],
    url: `/media/${id}/original`,
    thumbUrl: `/media/${id}/thumb`,
    ...more,
  };
}

/** The catalogue on the real database of `tools`, with the other features' functions filled in. */
export function openTestCatalogue(tools: TestTools, more: Partial<Uses> = {}): TestCatalogue {
  const assets = new Map<string, AssetFact>();
  const readAsset = more.readAsset ?? ((id: string) => assets.get(id));
  const service = catalogueService(tools, {
    readShop: () => defaultShop('fr', 'Europe/Paris'),
    readAsset,
    postsWithProduct: () => [],
    countCreations: () => 0,
    catalogueOf: () => undefined,
    clientFor: () => Promise.reject(new Error('no account is connected')),
    photoFile: (id) => Promise.resolve(readAsset(id)?.path ?? ''),
    putPublicImage: () => Promise.reject(new Error('no account is connected')),
    ...more,
  });
  return { ...service, assets };
}

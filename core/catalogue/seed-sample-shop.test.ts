import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  assetFact,
  openTestCatalogue,
  type TestCatalogue,
} from '../../tests/support/catalogue-fixture.ts';
import { openTestTools, resourcesDir, type TestTools } from '../../tests/support/test-tools.ts';
import { shopService, type ShopService } from '../shop/service.ts';
import { seedSampleShop } from './seed-sample-shop.ts';

let tools: TestTools;
let catalogue: TestCatalogue;
let shop: ShopService;

beforeEach(() => {
  tools = openTestTools();
  catalogue = openTestCatalogue(tools);
  shop = shopService(tools, { machineZone: () => 'UTC' });
});
afterEach(() => tools.close());

function seed(language: 'fr' | 'en', importPhoto = takePhoto) {
  const sampleShopDir = join(resourcesDir, 'sample-shop');
  return seedSampleShop({ language, sampleShopDir, catalogue, saveShop: shop.save, importPhoto });
}

function takePhoto(path: string): Promise<string> {
  if (!existsSync(path)) throw new Error(`${path} does not ship`);
  const id = basename(path);
  catalogue.assets.set(id, assetFact(id));
  return Promise.resolve(id);
}

test('brings in a dozen products and more, all photos but one product’s, some on sale', async () => {
  const added = await seed('fr');
  const { items, total } = catalogue.search({ limit: 200 });
  expect(added).toBe(total);
  expect(total).toBeGreaterThanOrEqual(12);
  expect(catalogue.counts()).toMatchObject({ noPhoto: 1, neverPosted: total });
  expect(catalogue.counts().lowStock).toBeGreaterThanOrEqual(2);
  expect(items.filter((product) => product.salePrice !== undefined).length).toBeGreaterThan(1);
  expect(items[0]).toMatchObject({ title: 'Arum d’Éthiopie, 14 cm', price: 2490 });
  expect(shop.readShop()).toMatchObject({ name: 'La Serre', zone: 'Europe/Paris', language: 'fr' });
});

test('speaks English too', async () => {
  await seed('en');
  expect(catalogue.search({}).items[0]).toMatchObject({ title: 'Calla lily, 14 cm' });
});

test('cut short, it goes on where it stopped and leaves edited products alone', async () => {
  let left = 4;
  const failing = (path: string) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('no space')) : takePhoto(path);
  };
  await expect(seed('fr', failing)).rejects.toThrow('no space');
  const [arum] = catalogue.search({}).items;
  catalogue.save({ id: arum?.id, title: 'Mon arum' });
  await seed('fr');
  expect(catalogue.counts().all).toBe((await seed('fr')) + catalogue.search({ limit: 200 }).total);
  expect(catalogue.get(arum?.id ?? '').title).toBe('Mon arum');
});

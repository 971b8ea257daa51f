import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { CatalogueService } from './service.ts';

const inBoth = z.object({ fr: z.string(), en: z.string() });
const sampleShop = z.object({
  shop: z.object({
    name: z.string(),
    country: z.string(),
    currency: z.string(),
    zone: z.string(),
  }),
  products: z.array(
    z.object({
      sku: z.string(),
      title: inBoth,
      description: inBoth,
      price: z.number().int(),
      salePrice: z.number().int().optional(),
      stock: z.number().int(),
      link: z.string(),
      photos: z.array(z.string()),
    }),
  ),
});

export type SeedUses = {
  language: Language;
  /** Holds products.json and photos/. */
  sampleShopDir: string;
  catalogue: Pick<CatalogueService, 'save' | 'hasSku'>;
  saveShop: (change: Partial<ShopSettings>) => unknown;
  /** Takes a file into the library and answers its asset. */
  importPhoto: (path: string) => Promise<string>;
};

/** Fills a practice folder with the sample shop. Products whose code is there already are left alone,
 *  so that a seeding cut short goes on where it stopped. Answers how many were added. */
export async function seedSampleShop(uses: SeedUses): Promise<number> {
  const { language, sampleShopDir, catalogue } = uses;
  const text = await readFile(join(sampleShopDir, 'products.json'), 'utf8');
  const sample = sampleShop.parse(JSON.parse(text));
  const { name, country, currency, zone } = sample.shop;
  uses.saveShop({ name, country, currency, zone, language, brand: laSerre });
  let added = 0;
  for (const { photos, title, description, ...product } of sample.products) {
    if (catalogue.hasSku(product.sku)) continue;
    const photoAssetIds: string[] = [];
    for (const photo of photos)
      photoAssetIds.push(await uses.importPhoto(join(sampleShopDir, 'photos', photo)));
    catalogue.save({
      ...product,
      title: title[language],
      description: description[language],
      photoAssetIds,
    });
    added += 1;
  }
  return added;
}

const laSerre: ShopSettings['brand'] = {
  logoText: 'La Serre',
  colours: { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' },
};

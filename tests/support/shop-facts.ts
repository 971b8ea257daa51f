import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { AssetFact, ProductFact } from '../../shared/facts.ts';

export const defaultBrand: ShopSettings['brand'] = {
  logoText: 'La Serre',
  colours: { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' },
};

/** A French shop as tests need one. */
export function shop(): ShopSettings {
  return {
    name: 'La Serre',
    country: 'FR',
    currency: 'EUR',
    zone: 'Europe/Paris',
    language: 'fr',
    graceMinutes: 60,
    usualTimes: [],
    brand: defaultBrand,
  };
}

export function product(change: Partial<ProductFact>): ProductFact {
  return {
    id: 'p1',
    sku: 'ARUM',
    title: 'Arum d’Éthiopie',
    description: '',
    priceMinor: 2490,
    currency: 'EUR',
    stock: 5,
    photoAssetIds: [],
    updatedAt: 0,
    ...change,
  };
}

/** A photo of the library, of a size. */
export function photoAsset(id: string, widthPx = 1600, heightPx = 1200): AssetFact {
  return {
    id,
    kind: 'photo',
    name: `${id}.jpg`,
    path: `/media/${id}.jpg`,
    mime: 'image/jpeg',
    widthPx,
    heightPx,
    sizeBytes: 1,
    hash: id,
    productIds: [],
    url: `/media/${id}/original`,
    thumbUrl: `/media/${id}/thumb`,
  };
}

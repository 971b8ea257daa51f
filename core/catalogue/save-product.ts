import { Problem } from '../../shared/contract/problem.ts';
import type { ProductInput } from '../../shared/contract/catalogue.ts';
import { isValidGtin } from '../../shared/rules/gtin.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { CatalogueUses } from './catalogue-uses.ts';
import type { PhotoStore } from './photo-store.ts';
import type { CatalogueStore, ProductRow } from './store.ts';

type Saving = {
  tools: Pick<FeatureTools, 'clock' | 'newId'>;
  store: CatalogueStore;
  photos: PhotoStore;
  uses: Pick<CatalogueUses, 'readShop' | 'readAsset'>;
};

/** Creates or changes a product; what `input` leaves out stays as it is. Answers the product's id. */
export function saveProduct(saving: Saving, input: Omit<ProductInput, 'clientId'>): string {
  const { store, photos } = saving;
  const before = input.id === undefined ? undefined : existing(store, input.id);
  const row = merged(saving, before, input);
  refuseWrong(store, row);
  if (before) store.update(row);
  else store.insert(row);
  if (input.photoAssetIds) {
    refuseUnknownPhotos(saving, input.photoAssetIds);
    photos.replace(row.id, input.photoAssetIds);
  }
  return row.id;
}

function merged(
  { tools, uses }: Saving,
  old: ProductRow | undefined,
  change: Omit<ProductInput, 'clientId'>,
): ProductRow {
  const gtin = change.gtin?.replace(/[\s-]/g, '');
  return {
    id: old?.id ?? tools.newId(),
    sku: change.sku?.trim() ?? old?.sku ?? missing('sku'),
    gtin: change.gtin === undefined ? (old?.gtin ?? null) : gtin || null,
    title: change.title?.trim() ?? old?.title ?? missing('title'),
    description: change.description ?? old?.description ?? '',
    priceMinor: change.price ?? old?.priceMinor ?? missing('price'),
    salePriceMinor:
      change.salePrice === undefined ? (old?.salePriceMinor ?? null) : change.salePrice,
    currency: old?.currency ?? uses.readShop().currency,
    stock: change.stock ?? old?.stock ?? 0,
    link: change.link === undefined ? (old?.link ?? null) : change.link || null,
    updatedAt: tools.clock.now(),
  };
}

function existing(store: CatalogueStore, id: string): ProductRow {
  const row = store.isRemoved(id) === false ? store.find(id) : undefined;
  if (!row) throw new Problem('not-found', { what: 'product' });
  return row;
}

function missing(field: string): never {
  throw new Problem('invalid-input', { fields: field });
}

function refuseWrong(store: CatalogueStore, row: ProductRow): void {
  if (row.sku === '') missing('sku');
  if (row.title === '') missing('title');
  const other = store.findBySku(row.sku);
  if (other && other.id !== row.id)
    throw new Problem('sku-taken', { sku: row.sku, title: other.title, productId: other.id });
  if (row.gtin !== null && !isValidGtin(row.gtin))
    throw new Problem('gtin-wrong', { field: 'gtin', gtin: row.gtin });
  if (row.salePriceMinor !== null && row.salePriceMinor >= row.priceMinor)
    throw new Problem('sale-price-higher', { field: 'salePrice', title: row.title });
}

function refuseUnknownPhotos({ uses }: Saving, assetIds: readonly string[]): void {
  for (const assetId of assetIds)
    if (uses.readAsset(assetId)?.kind !== 'photo')
      throw new Problem('not-found', { what: 'photo', assetId });
}

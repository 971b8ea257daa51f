import type { FeatureTools } from '../../db/feature-tools.ts';
import type { CatalogueStore, ProductRow } from '../store.ts';
import type { ReadProduct } from './read-product.ts';

/** Writes what an import read: a known SKU is changed, a new one created. One transaction, so that a
 *  crash half way leaves nothing. Answers how many were written. */
export function storeProducts(
  tools: Pick<FeatureTools, 'transact' | 'events' | 'clock' | 'newId'>,
  store: CatalogueStore,
  products: readonly ReadProduct[],
  currency: string,
): number {
  return tools.transact(() => {
    const known = store.skus();
    const updatedAt = tools.clock.now();
    for (const product of products) {
      const id = known.get(product.sku);
      const before = id === undefined ? undefined : store.find(id);
      const row = merged(product, before, { id: before?.id ?? tools.newId(), currency, updatedAt });
      if (before) store.update(row);
      else store.insert(row);
    }
    if (products.length > 0) tools.events.changed('catalogue');
    return products.length;
  });
}

function merged(
  product: ReadProduct,
  before: ProductRow | undefined,
  own: Pick<ProductRow, 'id' | 'currency' | 'updatedAt'>,
): ProductRow {
  return {
    ...own,
    sku: product.sku,
    title: product.title,
    description: product.description ?? before?.description ?? '',
    gtin: product.gtin ?? before?.gtin ?? null,
    priceMinor: product.priceMinor,
    salePriceMinor: product.salePriceMinor ?? null,
    stock: product.stock ?? before?.stock ?? 0,
    link: product.link ?? before?.link ?? null,
  };
}

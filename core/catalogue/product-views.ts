import type { Product } from '../../shared/contract/catalogue.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { CatalogueUses } from './catalogue-uses.ts';
import type { LastPostedAt } from './last-posted.ts';
import type { PhotoStore } from './photo-store.ts';
import type { RemoteItemStore } from './remote-item-store.ts';
import type { ProductRow } from './store.ts';

/** Rows as windows and as other features see them. */
export function productViews(from: {
  photos: PhotoStore;
  remoteItems: RemoteItemStore;
  lastPostedAt: LastPostedAt;
  uses: Pick<CatalogueUses, 'readAsset'>;
}) {
  const { photos, remoteItems, lastPostedAt, uses } = from;

  function photoViews(productId: string): Product['photos'] {
    return photos.list(productId).flatMap((assetId) => {
      const asset = uses.readAsset(assetId);
      return asset ? [{ assetId, url: asset.url, thumbUrl: asset.thumbUrl }] : [];
    });
  }

  function product(row: ProductRow, postedAt: number | undefined): Product {
    const remoteItemId = remoteItems.latest(row.id);
    return {
      id: row.id,
      sku: row.sku,
      ...(row.gtin !== null && { gtin: row.gtin }),
      title: row.title,
      description: row.description,
      price: row.priceMinor,
      ...(row.salePriceMinor !== null && { salePrice: row.salePriceMinor }),
      currency: row.currency,
      stock: row.stock,
      ...(row.link !== null && { link: row.link }),
      photos: photoViews(row.id),
      ...(remoteItemId !== undefined && { remoteItemId }),
      ...(postedAt !== undefined && { lastPostedAt: new Date(postedAt).toISOString() }),
      updatedAt: new Date(row.updatedAt).toISOString(),
    };
  }

  function fact(row: ProductRow): ProductFact {
    return {
      id: row.id,
      sku: row.sku,
      title: row.title,
      description: row.description,
      priceMinor: row.priceMinor,
      salePriceMinor: row.salePriceMinor ?? undefined,
      currency: row.currency,
      stock: row.stock,
      link: row.link ?? undefined,
      photoAssetIds: photos.list(row.id),
      remoteItemId: remoteItems.latest(row.id),
      updatedAt: row.updatedAt,
    };
  }

  return {
    products(rows: ProductRow[]): Product[] {
      const posted = lastPostedAt(rows.map((row) => row.id));
      return rows.map((row) => product(row, posted.get(row.id)));
    },
    facts: (rows: ProductRow[]): ProductFact[] => rows.map(fact),
  };
}

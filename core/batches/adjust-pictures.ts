import type { PictureRef } from '../../shared/contract/batches.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { BatchesUses } from './batches-uses.ts';
import type { BatchRow, BatchStore, PictureRow } from './store.ts';
import { pictureKey } from '../../shared/rules/picture-key.ts';

export type Adjustment = PictureRef & {
  excluded?: boolean | undefined;
  /** Null: the product's first again. */
  photoAssetId?: string | null | undefined;
  /** Null: the template's again. */
  creationId?: string | null | undefined;
};

/** Changes what was decided about pictures; answers how it was, which undoes it. */
export function adjustPictures(
  uses: BatchesUses,
  store: BatchStore,
  { id }: BatchRow,
  pictures: readonly Adjustment[],
): Adjustment[] {
  const rows = new Map(store.pictures(id).map((row) => [pictureKey(row), row]));
  return pictures.map((wish) => {
    const before = stateBefore(wish, rows.get(pictureKey(wish)));
    apply(uses, store, id, wish);
    return before;
  });
}

function stateBefore(wish: Adjustment, row: PictureRow | undefined): Adjustment {
  const { productId, templateId, format } = wish;
  return {
    ...{ productId, templateId, format },
    ...(wish.excluded !== undefined && { excluded: row?.isExcluded ?? false }),
    ...(wish.photoAssetId !== undefined && { photoAssetId: row?.photoAssetId ?? null }),
    ...(wish.creationId !== undefined && { creationId: row?.creationId ?? null }),
  };
}

function apply(uses: BatchesUses, store: BatchStore, batchId: string, wish: Adjustment): void {
  const { excluded, photoAssetId, creationId } = wish;
  if (excluded !== undefined) store.setExcluded(batchId, wish, excluded);
  if (photoAssetId !== undefined) {
    if (photoAssetId !== null) checkPhoto(uses, wish.productId, photoAssetId);
    store.setPhoto(batchId, wish, photoAssetId);
  }
  if (creationId === undefined) return;
  const creation = creationId === null ? undefined : uses.readCreation(creationId);
  if (creationId !== null && !creation) throw new Problem('not-found');
  // Taken up again as it is: prices and titles are followed from what it holds now on.
  const base = creation?.scenes[wish.format] ?? null;
  store.setHand(batchId, wish, creationId, base);
}

function checkPhoto(uses: BatchesUses, productId: string, photoAssetId: string): void {
  const [product] = uses.readProducts([productId]);
  if (!product) throw new Problem('product-unknown');
  if (!product.photoAssetIds.includes(photoAssetId))
    throw new Problem('photo-missing', { sku: product.sku, name: product.title });
}

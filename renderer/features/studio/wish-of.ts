import type { BatchSpec } from '../../../shared/contract/batches.ts';
import type { Format } from '../../../shared/contract/shapes.ts';

/** The drawing of one product as a batch would make it. */
export function wishOf(
  { options }: Pick<BatchSpec, 'options'>,
  product: { id: string },
  { templateId, format }: { templateId: string; format: Format },
  photoAssetId?: string,
) {
  const title = options?.titles?.[product.id];
  return {
    ...{ templateId, format },
    productIds: [product.id],
    options: {
      ...(options?.showPrice === undefined ? {} : { showPrice: options.showPrice }),
      ...(title ? { titles: { [product.id]: title } } : {}),
      ...(photoAssetId ? { photoAssetIds: [photoAssetId] } : {}),
    },
  };
}

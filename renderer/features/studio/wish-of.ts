import type { BatchSpec } from '../../../shared/contract/batches.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import type { RenderOptions } from '../../../shared/contract/studio.ts';
import { slidePlace } from '../../../shared/rules/slide-id.ts';
import { wordsFor } from '../../../shared/rules/template-words.ts';

/** The drawing of one product, with those beside it in the same picture, as a batch would make it. */
export function wishOf(
  { options, words }: Pick<BatchSpec, 'options' | 'words'>,
  product: { id: string },
  { templateId, format }: { templateId: string; format: Format },
  { photoAssetId, others = [] }: { photoAssetId?: string | undefined; others?: readonly string[] },
) {
  const productIds = [product.id, ...others];
  const titles = productIds.flatMap((id) => {
    const title = options?.titles?.[id];
    return title ? [[id, title] as const] : [];
  });
  const written = wordsFor(words?.[slidePlace(templateId).templateId], product.id);
  const wish: RenderOptions = {
    ...(options?.shopId === undefined ? {} : { shopId: options.shopId }),
    ...(options?.showPrice === undefined ? {} : { showPrice: options.showPrice }),
    ...(titles.length > 0 ? { titles: Object.fromEntries(titles) } : {}),
    ...(photoAssetId ? { photoAssetIds: [photoAssetId] } : {}),
    ...(written ? { words: written } : {}),
  };
  return { templateId, format, productIds, options: wish };
}

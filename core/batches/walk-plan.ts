import { setImmediate as breathe } from 'node:timers/promises';
import type { ProductFact } from '../../shared/facts.ts';
import type { BatchesUses } from './batches-uses.ts';
import type { DrawPlan, PlannedPicture } from './draw-plan.ts';

/** Nothing else in the studio waits longer than this for a look at thousands of pictures. */
const longestMs = 12;

export type PlannedProduct = {
  product: ProductFact | undefined;
  productId: string;
  pictures: PlannedPicture[];
};

/** Goes through the pictures of these products, in pieces between which others have their turn. With
 *  `signal` it ends early once nobody waits for it. */
export async function walkPlan(
  { readProducts }: Pick<BatchesUses, 'readProducts'>,
  plan: DrawPlan,
  productIds: readonly string[],
  visit: (planned: PlannedProduct) => void,
  signal?: AbortSignal,
): Promise<void> {
  const products = new Map(readProducts([...productIds]).map((one) => [one.id, one]));
  let beganAtMs = performance.now();
  for (const productId of productIds) {
    if (performance.now() - beganAtMs > longestMs) {
      await breathe();
      if (signal?.aborted) return;
      beganAtMs = performance.now();
    }
    const product = products.get(productId);
    visit({ product, productId, pictures: plan.ofProduct(product, productId) });
  }
}

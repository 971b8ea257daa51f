import { isDeepStrictEqual } from 'node:util';
import type { BatchOutlook } from '../../shared/contract/batches.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { BatchesUses } from './batches-uses.ts';
import { createDrawPlan, type DrawPlan, type PlannedPicture } from './draw-plan.ts';
import type { BatchRow, BatchStore } from './store.ts';
import { walkPlan, type PlannedProduct } from './walk-plan.ts';

/** What a run would do, before it does. */
export async function lookAhead(
  uses: BatchesUses,
  store: BatchStore,
  batch: BatchRow,
  signal?: AbortSignal,
): Promise<BatchOutlook> {
  const plan = createDrawPlan(uses, store, batch);
  const outlook = { fresh: 0, changed: 0, same: 0, edited: 0, editedChanged: 0, problems: 0 };
  const count = ({ product, pictures }: PlannedProduct) => {
    for (const picture of pictures) {
      if (picture.state === 'excluded') continue;
      outlook[nameOf(picture.state)] += 1;
      if (!picture.hand) continue;
      outlook.edited += 1;
      if (product && differsNow(store, batch, plan, product, picture)) outlook.editedChanged += 1;
    }
  };
  await walkPlan(uses, plan, batch.spec.productIds, count, signal);
  return outlook;
}

function nameOf(state: 'none' | 'made' | 'changed' | 'problem') {
  const names = { none: 'fresh', made: 'same', changed: 'changed', problem: 'problems' } as const;
  return names[state];
}

/** Would the template say something else now than when the editing began? */
function differsNow(
  store: BatchStore,
  batch: BatchRow,
  plan: DrawPlan,
  product: ProductFact,
  { templateId, format, row }: PlannedPicture,
): boolean {
  const base = store.baseScene(batch.id, { productId: product.id, templateId, format });
  const fresh = plan.fresh(product, { templateId, format }, row);
  return base !== undefined && fresh !== undefined && !isDeepStrictEqual(base, asKept(fresh));
}

/** Without what JSON leaves out. What was kept stands in another order of keys: that is no difference. */
function asKept(scene: Scene): unknown {
  return JSON.parse(JSON.stringify(scene));
}

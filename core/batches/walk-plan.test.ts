import { expect, it } from 'vitest';
import type { DrawPlan } from './draw-plan.ts';
import { walkPlan } from './walk-plan.ts';

const ids = Array.from({ length: 40 }, (_, index) => `p${index}`);
/** A plan of which each product costs some time. */
const plan: Pick<DrawPlan, 'ofProduct'> = {
  ofProduct() {
    const beganAtMs = performance.now();
    while (performance.now() - beganAtMs < 1);
    return [];
  },
};
const walk = (visit: (id: string) => void, signal?: AbortSignal) =>
  walkPlan(
    { readProducts: () => [] },
    plan as DrawPlan,
    ids,
    ({ productId }) => visit(productId),
    signal,
  );

it('goes through all products in their order, and lets others have their turn between', async () => {
  const seen: string[] = [];
  let seenAtTurn: number | undefined;
  setImmediate(() => (seenAtTurn = seen.length));
  await walk((id) => seen.push(id));
  expect(seen).toEqual(ids);
  expect(seenAtTurn).toBeLessThan(ids.length);
});

it('ends early once nobody waits for it', async () => {
  const left = new AbortController();
  const seen: string[] = [];
  await walk((id) => {
    seen.push(id);
    left.abort();
  }, left.signal);
  expect(seen.length).toBeLessThan(ids.length);
});

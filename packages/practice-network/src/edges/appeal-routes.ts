import { catalogueRule, shoppingRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { badParameter } from '../graph/graph-error.ts';
import { readTaggable } from '../nodes/appeal-edge.ts';
import { processingMs } from '../world/delays.ts';
import { newNode } from '../world/ids.ts';

/** A second look at what was rejected, and new catalogues. */
export const appealRoutes: Routes = {
  'POST ig/product_appeal': {
    spec: ['IGUser', 'product_appeal'],
    rule: shoppingRule,
    run: appeal,
  },
  'POST business/owned_product_catalogs': {
    spec: ['Business', 'owned_product_catalogs'],
    rule: catalogueRule,
    run: createCatalogue,
  },
};

/** Success says that the appeal was received; the review is over later. */
function appeal(call: Call): Answer {
  const { world, settings, params, id, nowMs } = call;
  const product = readTaggable(world, id, params.required('product_id'));
  const reason = params.required('appeal_reason');
  if (product.review_status !== 'rejected')
    throw badParameter('product_id', 'Only rejected products can be appealed.');
  const known = world.get('SELECT 1 FROM product_appeals WHERE product_id = ?', product.id);
  if (known !== undefined)
    throw badParameter('product_id', 'An appeal for this product was already received.');
  world.transact(() => {
    const atMs = Math.round(nowMs);
    world.run('INSERT INTO product_appeals VALUES (?, ?, ?)', product.id, reason, atMs);
    const dueMs = atMs + processingMs(world, settings, 'review', product.id);
    world.run('UPDATE products SET review_due_at = ? WHERE id = ?', dueMs, product.id);
  });
  return { success: true };
}

/** A new catalogue is in no shop until somebody connects it there. */
function createCatalogue({ world, params, id }: Call): Answer {
  const name = params.required('name');
  const vertical = params.text('vertical') ?? 'commerce';
  if (vertical !== 'commerce')
    throw badParameter('vertical', 'Only commerce catalogues can be made here.');
  return world.transact(() => {
    const catalogueId = newNode(world, 'catalog');
    world.run('INSERT INTO catalogues VALUES (?, ?, ?, ?)', catalogueId, name, '', id);
    return { id: catalogueId };
  });
}

import { bareNumber } from '../graph/exact-json.ts';
import { badParameter } from '../graph/graph-error.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import { listPage } from '../graph/paging.ts';
import { rowTypes } from '../graph/row-types.ts';
import { mayTagProducts } from '../world/account-facts.ts';
import type { World } from '../world/world.ts';
import type { ProductRow } from './catalogue-nodes.ts';
import type { InstagramRow } from './instagram-rows.ts';

/** A product that this account could tag. */
export function readTaggable(world: World, igId: string, productId: string): ProductRow {
  const row = world.get<ProductRow>(
    'SELECT * FROM products WHERE id = ? AND deleted_at IS NULL',
    productId,
  );
  if (row === undefined || !mayTagProducts(world, igId))
    throw badParameter('product_id', 'The product is not in this shop.', { subcode: 2207037 });
  return row;
}

/** How the review of a product stands, and whether it can be asked for again. */
export function appealEdge(row: InstagramRow, query: EdgeQuery, { world }: ReadContext): EdgePage {
  const productId = query.modifiers['product_id'] ?? '';
  if (productId === '') throw badParameter('product_id', 'The parameter product_id is required');
  const product = readTaggable(world, row.id, productId);
  const appealed =
    world.get('SELECT 1 FROM product_appeals WHERE product_id = ?', product.id) !== undefined;
  const isRejected = product.review_status === 'rejected';
  const shown = {
    product_id: bareNumber(product.id),
    review_status: product.review_status,
    eligible_for_appeal: isRejected && !appealed,
    rejection_reasons: isRejected ? ['POLICY'] : [],
    ...(appealed ? { product_appeal_status: isRejected ? 'pending' : 'accepted' } : {}),
  };
  return listPage([shown], query, rowTypes.appeal);
}

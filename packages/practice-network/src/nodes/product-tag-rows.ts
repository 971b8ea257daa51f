import { bareNumber } from '../graph/exact-json.ts';
import type { World } from '../world/world.ts';
import { displayPrice, merchantId, productDetails, type ProductRow } from './catalogue-nodes.ts';

interface TagRow extends ProductRow {
  x: number | null;
  y: number | null;
}

/** Tags as they are read back: approved ones only, ids as numbers, places as 32-bit floats. */
export function readProductTags(world: World, mediaId: string): Record<string, unknown>[] {
  return world
    .all<TagRow>(
      `SELECT products.*, product_tags.x, product_tags.y FROM product_tags
       JOIN products ON products.id = product_tags.product_id
       WHERE media_id = ? AND review_status = 'approved' AND deleted_at IS NULL`,
      mediaId,
    )
    .map((row) => ({
      product_id: bareNumber(row.id),
      merchant_id: bareNumber(merchantId),
      name: row.name,
      price_string: displayPrice(row),
      stripped_price_string: displayPrice(row),
      image_url: productDetails(row).image_url,
      review_status: row.review_status,
      is_checkout: false,
      ...(row.x === null || row.y === null ? {} : { x: Math.fround(row.x), y: Math.fround(row.y) }),
    }));
}

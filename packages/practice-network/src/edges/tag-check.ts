import type { Call } from '../graph/call.ts';
import { GraphError, badParameter } from '../graph/graph-error.ts';
import { isCreator, mayTagProducts } from '../world/account-facts.ts';
import type { ContainerRow, ProductTag } from '../nodes/instagram-rows.ts';

const tagsAtMost = { IMAGE: 20, VIDEO: 20, REELS: 30 } as const;
const tagsOfSlide = 5;

/** How many tags the slides of a carousel have together at most. */
export const tagsOfCarousel = 20;

/** Product tags of a container, or undefined when none were sent. */
export function readTags(
  call: Call,
  kind: ContainerRow['kind'],
  isChild: boolean,
): ProductTag[] | undefined {
  const list = call.params.list('product_tags');
  if (list === undefined || list.length === 0) return undefined;
  if (kind === 'STORIES' || kind === 'CAROUSEL') {
    throw badParameter('product_tags', 'Product tags are not supported for this media type.');
  }
  const maxTags = isChild ? tagsOfSlide : tagsAtMost[kind];
  return checkTags(call, call.id, list, kind !== 'IMAGE', maxTags);
}

/** Tags that obey the rules: known items, once each, placed on pictures and only there. */
export function checkTags(
  call: Call,
  igId: string,
  list: readonly unknown[],
  isVideo: boolean,
  maxTags: number,
): ProductTag[] {
  if (isCreator(call.world, igId)) {
    throw badParameter('product_tags', 'Product tags are for business accounts only.');
  }
  if (list.length > maxTags) throw tagError(2207040, `At most ${maxTags} products can be tagged.`);
  const tags = list.map((entry) => readTag(entry, isVideo));
  if (new Set(tags.map((tag) => tag.productId)).size < tags.length) {
    throw badParameter('product_tags', 'A product is tagged twice.');
  }
  for (const { productId } of tags) {
    const known = call.world.get(
      'SELECT id FROM products WHERE id = ? AND deleted_at IS NULL',
      productId,
    );
    if (known === undefined || !mayTagProducts(call.world, igId))
      throw tagError(2207037, 'The product is not in this shop.');
  }
  return tags;
}

function readTag(entry: unknown, isVideo: boolean): ProductTag {
  const {
    product_id: id,
    x,
    y,
  } = (typeof entry === 'object' ? entry : null) as {
    product_id?: unknown;
    x?: unknown;
    y?: unknown;
  };
  if (typeof id !== 'string' && typeof id !== 'number')
    throw tagError(2207037, 'product_id is missing.');
  const productId = String(id);
  const placed = x !== undefined || y !== undefined;
  if (isVideo) {
    if (placed) throw tagError(2207035, 'Products on a video have no place.');
    return { productId };
  }
  const [left, top] = [Number(x), Number(y)];
  const inside = (share: number): boolean => share >= 0 && share <= 1;
  if (x === undefined || y === undefined || !inside(left) || !inside(top)) {
    throw tagError(2207036, 'Each product on a picture needs x and y between 0 and 1.');
  }
  return { productId, x: left, y: top };
}

export function tagError(subcode: number, why: string): GraphError {
  return new GraphError(100, `(#100) ${why}`, {
    subcode,
    userMessage: why,
    data: { blame_field_specs: [['product_tags']] },
  });
}

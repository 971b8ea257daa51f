import type { Entities } from '../language/understanding.ts';
import type { ReplyProduct } from './reply-context.ts';

/** The product that a comment speaks of: the one it names, else the only one tagged in the post.
 *  `several` when it could be more than one. */
export function chooseProduct(
  { products: named }: Pick<Entities, 'products'>,
  known: readonly ReplyProduct[],
  taggedIds: readonly string[],
): ReplyProduct | 'several' | undefined {
  const ofId = (id: string | undefined) => known.find((product) => product.id === id);
  const top = named[0];
  if (top) {
    const equals = named.filter(({ score }) => score === top.score);
    const tagged = equals.filter(({ productId }) => taggedIds.includes(productId));
    if (equals.length === 1) return ofId(top.productId);
    return tagged.length === 1 ? ofId(tagged[0]?.productId) : 'several';
  }
  if (taggedIds.length > 1) return 'several';
  return ofId(taggedIds[0]);
}

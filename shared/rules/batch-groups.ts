/** How many products stand in one picture unless told otherwise. */
export const usualGroupSize = 4;

/** Products that share a picture: in their order, at most `size` together, and as many in each as
 *  possible, so that the last does not stand alone. */
export function groupsOf(productIds: readonly string[], size = usualGroupSize): string[][] {
  const count = Math.ceil(productIds.length / size);
  const [least, longer] = [Math.floor(productIds.length / count), productIds.length % count];
  let next = 0;
  return Array.from({ length: count }, (_, index) => {
    const from = next;
    next += least + (index < longer ? 1 : 0);
    return productIds.slice(from, next);
  });
}

/** Pictures of a set: a cover, one for each product, an end. */
export function slideCount(products: number): number {
  return products + 2;
}

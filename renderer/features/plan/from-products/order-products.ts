import type { Product } from '../../../../shared/contract/catalogue.ts';

export const productOrders = ['chosen', 'cheapest', 'dearest', 'longest-ago', 'stock'] as const;
/** Which product goes out first: as chosen, by price, by when it was last shown, by stock. */
export type ProductOrder = (typeof productOrders)[number];

const paid = (product: Product): number => product.salePrice ?? product.price;
const shownAt = (product: Product): string => product.lastPostedAt ?? '';

/** The products in the order in which they go out; equal ones as they were chosen. */
export function orderProducts(products: readonly Product[], order: ProductOrder): Product[] {
  const all = [...products];
  switch (order) {
    case 'chosen':
      return all;
    case 'cheapest':
      return all.sort((one, other) => paid(one) - paid(other));
    case 'dearest':
      return all.sort((one, other) => paid(other) - paid(one));
    case 'longest-ago':
      return all.sort((one, other) => shownAt(one).localeCompare(shownAt(other)));
    case 'stock':
      return all.sort((one, other) => other.stock - one.stock);
  }
}

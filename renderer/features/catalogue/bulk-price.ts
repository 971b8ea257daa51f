import type { Product } from '../../../shared/contract/catalogue.ts';

export type PriceDeed = { kind: 'reduce'; percent: number } | { kind: 'end-sale' };
export type PriceChange = { id: string; salePrice: number | null };

/** The sale prices that a deed makes; products for which nothing changes are left out. A reduction is
 *  always of the full price and rounds to the whole minor unit. */
export function priceChanges(products: readonly Product[], deed: PriceDeed): PriceChange[] {
  return products.flatMap(({ id, price, salePrice }): PriceChange[] => {
    if (deed.kind === 'end-sale') return salePrice === undefined ? [] : [{ id, salePrice: null }];
    const reduced = Math.round((price * (100 - deed.percent)) / 100);
    return reduced < price && reduced !== salePrice ? [{ id, salePrice: reduced }] : [];
  });
}

/** What puts the prices back as they were. */
export function priceUndo(
  products: readonly Product[],
  changes: readonly PriceChange[],
): PriceChange[] {
  const before = new Map(products.map((product) => [product.id, product.salePrice ?? null]));
  return changes.map(({ id }) => ({ id, salePrice: before.get(id) ?? null }));
}

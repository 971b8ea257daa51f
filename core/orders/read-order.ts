import type { Entities } from '../../shared/language/understanding.ts';
import { chooseProduct } from '../../shared/replies/choose-product.ts';
import type { ProductFact } from '../../shared/facts.ts';

export type WishedItem = {
  productId?: string;
  title: string;
  sku?: string;
  quantity: number;
  priceMinor?: number;
  currency?: string;
};

const longestTitle = 80;
const mostPieces = 9999;

/** What a comment asks for, as far as it can be told: a product that could be several is none, and then the
 *  customer's own words stand for it. Without a number it is one piece. */
export function readOrder(
  text: string,
  entities: Pick<Entities, 'quantities' | 'products'>,
  products: readonly ProductFact[],
  taggedIds: readonly string[],
): WishedItem {
  const wished = entities.quantities[0]?.count ?? 1;
  const quantity = Math.min(Math.max(Math.round(wished), 1), mostPieces);
  const chosen = chooseProduct(entities, products, taggedIds);
  const product =
    chosen === undefined || chosen === 'several'
      ? undefined
      : products.find(({ id }) => id === chosen.id);
  if (!product) return { title: wordsAsTitle(text), quantity };
  return {
    productId: product.id,
    title: product.title,
    sku: product.sku,
    quantity,
    priceMinor: product.salePriceMinor ?? product.priceMinor,
    currency: product.currency,
  };
}

function wordsAsTitle(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  const signs = [...words];
  return signs.length <= longestTitle ? words : `${signs.slice(0, longestTitle - 1).join('')}…`;
}

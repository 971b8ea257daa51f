import { variablesOf, type ReplyValues, type ReplyVariable } from './fill-reply.ts';
import type { ReplyProduct } from './reply-context.ts';

/** A fact that a suggestion rests on: of a product of the catalogue, or of the shop. */
export type ReplyFact = { name: ReplyVariable; value: string; productId?: string };

/** Said without its figure: that there is some, or none left. */
const restOnStock = new Set(['available', 'available-few', 'sold-out']);

/** What the values put into a template tell, each once; names of people and products are no facts. */
export function factsOf(
  template: string,
  values: ReplyValues,
  product: ReplyProduct | undefined,
  key?: string,
): ReplyFact[] {
  const used = new Set(variablesOf(template).used);
  if (key !== undefined && restOnStock.has(key)) used.add('stock');
  return [...used].flatMap((name) => {
    const value = values[name];
    if (value === undefined || name === 'first_name' || name === 'product') return [];
    const isOfProduct = name !== 'opening_hours' && product !== undefined;
    return [{ name, value, ...(isOfProduct ? { productId: product.id } : {}) }];
  });
}

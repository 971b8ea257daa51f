import type { Entities, Intent } from '../language/understanding.ts';
import { foldText } from '../rules/fold-text.ts';
import type { ReplyValues } from './fill-reply.ts';
import type { MissingFact, ReplyContext, ReplyProduct } from './reply-context.ts';
import { valuesOf } from './reply-values.ts';

/** A sentence of an answer: a key of `suggested-replies` with its values, words of the shop, or what would
 *  have to be known. */
export type Sentence =
  { key: string; values: ReplyValues } | { words: string } | { missing: MissingFact[] };

export type Asked = {
  language: 'fr' | 'en';
  context: ReplyContext;
  product: ReplyProduct | undefined;
  entities: Entities;
};

/** What can truthfully be said to one intent. Nothing is said of a size or a colour that the product's title
 *  does not have: the catalogue knows one stock, not one for each variant. */
export function replySentence(intent: Intent, asked: Asked): Sentence {
  const { language, context, product } = asked;
  const values = valuesOf(language, context, product);
  switch (intent) {
    case 'price':
      if (!product) return { missing: ['price'] };
      return { key: values.old_price === undefined ? 'price' : 'price-sale', values };
    case 'available':
      return availability(asked, values);
    case 'order':
      return ordering(asked, values);
    case 'hours':
      return values.opening_hours === undefined
        ? { missing: ['opening_hours'] }
        : { key: 'hours', values };
    case 'delivery': {
      const words = context.shop.delivery?.[language]?.trim();
      return words ? { words } : { missing: ['delivery'] };
    }
    case 'praise':
      return { key: 'praise', values };
    case 'size':
      return { missing: ['size'] };
    default:
      return { missing: ['answer'] };
  }
}

function availability({ product, entities }: Asked, values: ReplyValues): Sentence {
  if (product?.stock === undefined) return { missing: ['stock'] };
  if (product.stock <= 0) return { key: 'sold-out', values };
  const variant = unknownVariant(product, entities);
  if (variant.length > 0) return { missing: variant };
  const wished = Math.max(1, ...entities.quantities.map(({ count }) => count));
  return { key: wished > product.stock ? 'available-few' : 'available', values };
}

function ordering({ product, entities }: Asked, values: ReplyValues): Sentence {
  if (!product) return { missing: ['link'] };
  if (product.stock !== undefined && product.stock <= 0) return { key: 'sold-out', values };
  const wished = Math.max(1, ...entities.quantities.map(({ count }) => count));
  if (product.stock !== undefined && wished > product.stock)
    return { key: 'available-few', values };
  return values.link === undefined ? { missing: ['link'] } : { key: 'order', values };
}

/** Sizes and colours that were asked for and do not stand in the title. */
function unknownVariant({ title }: ReplyProduct, { sizes, colours }: Entities): MissingFact[] {
  const words = new Set(foldText(title).split(/[^\p{L}\p{N}]+/u));
  const isNew = (text: string) => !words.has(foldText(text));
  return [
    ...(sizes.some(({ size }) => isNew(size)) ? (['size'] as const) : []),
    ...(colours.some(({ text }) => isNew(text)) ? (['colour'] as const) : []),
  ];
}

import type { RuleTexts } from '../../shared/contract/automation.ts';
import type { Entities, CommentLanguage } from '../../shared/language/understanding.ts';
import { chooseProduct } from '../../shared/replies/choose-product.ts';
import { fillReply } from '../../shared/replies/fill-reply.ts';
import type { ReplyContext } from '../../shared/replies/reply-context.ts';
import { valuesOf } from '../../shared/replies/reply-values.ts';

/** The comment an answer is for. */
export type Asking = Pick<ReplyContext, 'person' | 'products' | 'taggedProductIds' | 'shop'> & {
  language: string;
  /** Products that it names. */
  named: Entities['products'];
};

/** The words of a rule in the customer's language, else in the shop's, else as they were written first. What
 *  has no value stands in `unfilled`: such an answer is not to leave. */
export function fillTexts(texts: RuleTexts, asking: Asking): { text: string; unfilled: string[] } {
  const { language, template } = versionFor(texts, asking);
  const chosen = chooseProduct(
    { products: asking.named },
    asking.products,
    asking.taggedProductIds,
  );
  const product = chosen === 'several' ? undefined : chosen;
  const { text, unfilled, unknown } = fillReply(template, valuesOf(language, asking, product));
  return { text, unfilled: [...unfilled.map((name) => `{${name}}`), ...unknown] };
}

function versionFor(
  texts: RuleTexts,
  { language, shop }: Asking,
): { language: CommentLanguage; template: string } {
  const written = (Object.entries(texts) as [CommentLanguage, string][]).filter(
    ([, text]) => text.trim() !== '',
  );
  const found =
    written.find(([name]) => name === language) ??
    written.find(([name]) => name === shop.language) ??
    written[0];
  return { language: found?.[0] ?? shop.language, template: found?.[1] ?? '' };
}

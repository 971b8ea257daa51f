import { indexProducts, type ProductIndex } from '../shared/language/match-products.ts';
import type { Understand } from '../shared/language/understand.ts';
import type { ShopSettings } from '../shared/contract/shop.ts';
import type { ReplyContext } from '../shared/replies/reply-context.ts';
import type { InboxUses } from './inbox/inbox-uses.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { ShopService } from './shop/service.ts';
import { openUnderstand } from './understanding/open-understand.ts';

/** A larger catalogue is not searched for what a comment names: its index would hold up the studio. */
const mostTitles = 20_000;

/** What answers are made of: words understood with the catalogue at hand, what is kept, what the shop says. */
export function openReplies(parts: {
  foundation: Foundation;
  features: Pick<Features, 'catalogue' | 'savedReplies'>;
  shop: Pick<ShopService, 'readSettings' | 'places'>;
  resourcesDir: string;
}): Pick<InboxUses, 'readWords' | 'savedReplies' | 'replyShop'> {
  const { foundation, features, shop, resourcesDir } = parts;
  const { catalogue, savedReplies } = features;
  let understand: Understand | undefined;
  let products: ProductIndex | undefined;
  foundation.tools.events.on((event) => {
    if (event.type === 'changed' && event.topic === 'catalogue') products = undefined;
  });

  /** Every product, or those of the post where there are too many. */
  function indexFor(taggedProductIds: readonly string[]): ProductIndex {
    if (products) return products;
    const titles = catalogue.titles();
    if (titles.length > mostTitles)
      return indexProducts(catalogue.readProducts([...taggedProductIds]));
    products = indexProducts(titles);
    return products;
  }

  return {
    readWords(text, taggedProductIds) {
      understand ??= openUnderstand(resourcesDir);
      return understand(text, { products: indexFor(taggedProductIds), taggedProductIds });
    },
    savedReplies: savedReplies.forFilling,
    replyShop: (accountId) =>
      replyShopOf(shop.readSettings(shop.places.ofAccounts([accountId]).shopId)),
  };
}

/** What replies may say of a shop. */
function replyShopOf(shop: ShopSettings): ReplyContext['shop'] {
  const { country, language, openingSpans = [], openingHours = [] } = shop;
  const lines = openingHours.map(({ days, times }) => `${inSentence(days, language)} ${times}`);
  return {
    country,
    language,
    openingHours: openingSpans,
    ...(lines.length === 0 ? {} : { openingWords: lines.join(', ') }),
  };
}

/** French writes the days of the week small. */
function inSentence(days: string, language: 'fr' | 'en'): string {
  return language === 'fr' ? days.charAt(0).toLowerCase() + days.slice(1) : days;
}

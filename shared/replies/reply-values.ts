import type { CommentLanguage } from '../language/understanding.ts';
import { formatMoney } from '../rules/money.ts';
import type { ReplyValues } from './fill-reply.ts';
import { firstNameOf } from './first-name.ts';
import { formatOpeningHours } from './format-opening-hours.ts';
import type { ReplyContext, ReplyProduct } from './reply-context.ts';

/** What the variables of a reply stand for, written as in the customer's language and the shop's country.
 *  Hours are written in French and English only. */
export function valuesOf(
  language: CommentLanguage,
  { shop, person }: Pick<ReplyContext, 'person' | 'shop'>,
  product: ReplyProduct | undefined,
): ReplyValues {
  const firstName = firstNameOf(person);
  const known =
    language === 'fr' || language === 'en'
      ? formatOpeningHours(shop.openingHours ?? [], language, shop.country)
      : undefined;
  const hours = known ?? (language === shop.language ? shop.openingWords : undefined);
  return {
    ...(firstName === undefined ? {} : { first_name: firstName }),
    ...(hours === undefined ? {} : { opening_hours: hours }),
    ...(product ? productValues(product, `${language}-${shop.country}`) : {}),
  };
}

function productValues(product: ReplyProduct, locale: string): ReplyValues {
  const { title, priceMinor, salePriceMinor, currency, stock, link } = product;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const isLower = salePriceMinor !== undefined && salePriceMinor < priceMinor;
  return {
    product: title,
    price: money(isLower ? salePriceMinor : priceMinor),
    ...(isLower ? { old_price: money(priceMinor) } : {}),
    ...(stock === undefined ? {} : { stock: new Intl.NumberFormat(locale).format(stock) }),
    ...(link === undefined ? {} : { link }),
  };
}

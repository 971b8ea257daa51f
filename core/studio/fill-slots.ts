import type { RenderOptions, TemplateWords } from '../../shared/contract/studio.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { formatMoney, type MoneyWriter } from '../../shared/rules/money.ts';
import type { PhotoSlot, PictureSlots } from '../../shared/scene/template.ts';
import { wordSlots } from './fill-words.ts';
import type { SizedPhoto } from './photo-source.ts';

/** What of a shop is seen in words and prices. */
export type FilledShop = {
  language: Language;
  country: string;
  /** What a picture of the hours says when nothing else was written for it. */
  openingHours?: TemplateWords['hours'];
  /** One for many pictures; without it each price brings its own. */
  money?: MoneyWriter | undefined;
};

/** Words and prices of one product as they stand in a picture. The price is written as in the shop's
 *  country; with a sale price the usual one is the old price. */
export function fillSlots(
  product: ProductFact,
  photo: SizedPhoto,
  shop: FilledShop,
  options: RenderOptions,
): PictureSlots {
  const title = options.titles?.[product.id]?.trim() || product.title;
  return {
    photo: photoSlot(photo),
    title,
    ...wordSlots({ hours: shop.openingHours }),
    ...wordSlots(options.words),
    language: shop.language,
    // What a QR code leads to.
    ...(product.link ? { code: product.link } : {}),
    ...(options.showPrice === false ? {} : priceSlots(product, shop)),
  };
}

export function photoSlot({ id: photoId, widthPx, heightPx, lightness }: SizedPhoto): PhotoSlot {
  return { photoId, widthPx, heightPx, ...(lightness === undefined ? {} : { lightness }) };
}

function priceSlots(
  product: ProductFact,
  shop: FilledShop,
): Pick<PictureSlots, 'price' | 'oldPrice' | 'percentOff'> {
  const { priceMinor, salePriceMinor, currency } = product;
  const { money = formatMoney } = shop;
  const write = (minor: number) => money(minor, currency, localeOf(shop));
  if (salePriceMinor === undefined || salePriceMinor >= priceMinor)
    return { price: write(priceMinor) };
  return {
    price: write(salePriceMinor),
    oldPrice: write(priceMinor),
    percentOff: percentOff(priceMinor, salePriceMinor),
  };
}

/** Rounded down: a picture never promises more than the till gives. */
export function percentOff(priceMinor: number, salePriceMinor: number): number {
  return Math.floor(((priceMinor - salePriceMinor) * 100) / priceMinor);
}

function localeOf(shop: { language: Language; country: string }): string {
  return `${shop.language}-${shop.country}`;
}

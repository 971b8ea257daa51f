import type { CaptionFields } from './caption-template.ts';
import { formatMoney } from './money.ts';

/** A product as far as its caption tells of it. Prices in minor units of `currency`. */
export type CaptionProduct = {
  title: string;
  description: string;
  sku: string;
  stock: number;
  priceMinor: number;
  salePriceMinor?: number | undefined;
  currency: string;
  link?: string | undefined;
};

/** How the shop writes, and what its series adds. */
export type CaptionShop = { name: string; language: string; country: string };

/** The words that fill a caption template for one product; what a product has not is empty. */
export function captionFields(
  product: CaptionProduct,
  shop: CaptionShop,
  hashtags: string,
): CaptionFields {
  const locale = `${shop.language}-${shop.country}`;
  const { priceMinor, currency } = product;
  const saleMinor = saleOf(product);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return {
    title: product.title.trim(),
    price: money(saleMinor ?? priceMinor),
    old_price: saleMinor === undefined ? '' : money(priceMinor),
    discount: saleMinor === undefined ? '' : discountText(priceMinor, saleMinor, locale),
    link: product.link?.trim() ?? '',
    hashtags: hashtags.trim(),
    description: product.description.trim(),
    stock: product.stock > 0 ? new Intl.NumberFormat(locale).format(product.stock) : '',
    sku: product.sku,
    shop: shop.name,
  };
}

/** A sale price that is no lower is none. */
function saleOf({ priceMinor, salePriceMinor }: CaptionProduct): number | undefined {
  return salePriceMinor !== undefined && salePriceMinor < priceMinor ? salePriceMinor : undefined;
}

/** As `−20 %`, in whole per cent and rounded down, as pictures write it; empty below one. */
function discountText(priceMinor: number, saleMinor: number, locale: string): string {
  const percent = Math.floor(((priceMinor - saleMinor) * 100) / priceMinor);
  if (percent === 0) return '';
  const format = new Intl.NumberFormat(locale, { style: 'percent' });
  return `−${format.format(percent / 100)}`;
}

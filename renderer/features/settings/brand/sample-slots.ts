import type { Product } from '../../../../shared/contract/catalogue.ts';
import type { Language } from '../../../../shared/contract/shapes.ts';
import type { PhotoSlot, PictureSlots } from '../../../../shared/scene/template.ts';

/** What stands where the shop has no photo yet: a calm ground in the photo's place. */
export const noPhoto: PhotoSlot = {
  photoId: 'no-photo',
  widthPx: 1200,
  heightPx: 1500,
  lightness: 0.66,
};

/** Words and prices of a product as a picture shows them, or those of nobody's product. */
export function sampleSlots(
  product: Pick<Product, 'title' | 'price' | 'salePrice' | 'currency' | 'link'> | undefined,
  photo: PhotoSlot,
  words: { title: string; price: string; language: Language },
  money: (minorUnits: number, currency: string) => string,
): PictureSlots {
  const { title, price, language } = words;
  if (!product) return { photo, title, price, language };
  const isSale = product.salePrice !== undefined && product.salePrice < product.price;
  const usual = money(product.price, product.currency);
  return {
    photo,
    title: product.title,
    language,
    ...(product.link ? { code: product.link } : {}),
    ...(isSale
      ? { price: money(product.salePrice ?? 0, product.currency), oldPrice: usual }
      : { price: usual }),
  };
}

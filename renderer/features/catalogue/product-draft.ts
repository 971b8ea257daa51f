import type { Product, ProductInput } from '../../../shared/contract/catalogue.ts';
import { isValidGtin } from '../../../shared/rules/gtin.ts';
import { parsePrice, priceFieldText, type DecimalMark } from '../../../shared/rules/price.ts';

/** A product as its fields show it. */
export type ProductDraft = {
  sku: string;
  title: string;
  price: string;
  salePrice: string;
  stock: string;
  link: string;
  gtin: string;
  description: string;
};
export type DraftField = keyof ProductDraft;

/** How the shop writes numbers. */
export type Money = { currency: string; mark: DecimalMark };

type Change = Omit<ProductInput, 'id' | 'clientId' | 'photoAssetIds'>;
/** What can be saved, and the fields that cannot with a code for their sentence. */
export type ReadDraft = { change: Change; problems: Partial<Record<DraftField, string>> };

export const emptyDraft: ProductDraft = {
  sku: '',
  title: '',
  price: '',
  salePrice: '',
  stock: '',
  link: '',
  gtin: '',
  description: '',
};

export function draftOf(product: Product, { mark }: Money): ProductDraft {
  const { currency, salePrice } = product;
  return {
    sku: product.sku,
    title: product.title,
    price: priceFieldText(product.price, currency, mark),
    salePrice: salePrice === undefined ? '' : priceFieldText(salePrice, currency, mark),
    stock: String(product.stock),
    link: product.link ?? '',
    gtin: product.gtin ?? '',
    description: product.description,
  };
}

/** Reads the fields that were touched, against the whole of what is shown. */
export function readDraft(
  shown: ProductDraft,
  touched: Iterable<DraftField>,
  money: Money,
): ReadDraft {
  const result: ReadDraft = { change: {}, problems: {} };
  for (const field of touched) readField(field, shown, money, result);
  refuseHighSale(shown, money, result);
  return result;
}

function readField(field: DraftField, shown: ProductDraft, money: Money, result: ReadDraft): void {
  const text = shown[field].trim();
  const { change, problems } = result;
  switch (field) {
    case 'sku':
    case 'title':
      if (text === '') problems[field] = `${field}-missing`;
      else change[field] = text;
      break;
    case 'description':
      change.description = shown.description;
      break;
    case 'price':
    case 'salePrice':
      readPriceField(field, text, money, result);
      break;
    case 'stock':
      if (/^-?\d{1,7}$/.test(text)) change.stock = Number(text);
      else problems.stock = 'stock-unreadable';
      break;
    case 'gtin':
      readGtin(text, result);
      break;
    case 'link':
      readLink(text, result);
      break;
  }
}

function readPriceField(
  field: 'price' | 'salePrice',
  text: string,
  { currency, mark }: Money,
  { change, problems }: ReadDraft,
): void {
  if (field === 'salePrice' && text === '') {
    change.salePrice = null;
    return;
  }
  const read = parsePrice(text, currency, mark);
  if (read.ok) change[field] = read.minorUnits;
  else problems[field] = read.code;
}

/** A price cannot be saved without looking at the other: the studio would refuse the pair. */
function refuseHighSale(shown: ProductDraft, money: Money, { change, problems }: ReadDraft): void {
  if (shown.salePrice.trim() === '') return;
  const price = parsePrice(shown.price, money.currency, money.mark);
  const sale = parsePrice(shown.salePrice, money.currency, money.mark);
  if (!price.ok || !sale.ok || sale.minorUnits < price.minorUnits) return;
  problems.salePrice = 'sale-price-higher';
  delete change.price;
  delete change.salePrice;
}

function readGtin(text: string, { change, problems }: ReadDraft): void {
  const gtin = text.replace(/[\s-]/g, '');
  if (gtin === '') change.gtin = null;
  else if (isValidGtin(gtin)) change.gtin = gtin;
  else problems.gtin = 'gtin-wrong';
}

function readLink(text: string, { change, problems }: ReadDraft): void {
  if (text === '') {
    change.link = '';
    return;
  }
  const link = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  const isWeb = /^https?:\/\/[^/]*\.[^/]/i.test(link) && URL.canParse(link);
  if (isWeb) change.link = link;
  else problems.link = 'link-unreadable';
}

/** The field a problem of the studio is about, so that its sentence stands under it. */
export function fieldOfProblem(code: string): DraftField | undefined {
  const fields: Record<string, DraftField> = {
    'sku-taken': 'sku',
    'gtin-wrong': 'gtin',
    'sale-price-higher': 'salePrice',
  };
  return fields[code];
}

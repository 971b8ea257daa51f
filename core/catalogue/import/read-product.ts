import { isValidGtin } from '../../../shared/rules/gtin.ts';
import type { DecimalMark, PriceReader } from '../../../shared/rules/price.ts';
import type { ImportField } from './header-names.ts';
import { plainText } from './plain-text.ts';
import type { ProductCells } from './product-rows.ts';

/** A product as a row of the file has it; what the file does not say is undefined. */
export type ReadProduct = {
  row: number;
  sku: string;
  title: string;
  description: string | undefined;
  gtin: string | undefined;
  priceMinor: number;
  salePriceMinor: number | undefined;
  stock: number | undefined;
  link: string | undefined;
};

export type RowProblem = {
  row: number;
  field: ImportField;
  code: string;
  params: Record<string, string | number>;
};

export type RowReading = {
  readPrice: PriceReader;
  currency: string;
  mark: DecimalMark | undefined;
};

/** Leaves the row from any depth; never leaves this file. */
class RowRefused extends Error {
  readonly field: ImportField;
  readonly code: string;
  readonly params: Record<string, string | number>;
  constructor(field: ImportField, code: string, params: Record<string, string | number> = {}) {
    super(code);
    this.field = field;
    this.code = code;
    this.params = params;
  }
}

/** Reads one row, or says which cell cannot be taken and why. */
export function readProduct(
  { row, cells }: ProductCells,
  reading: RowReading,
): { ok: true; product: ReadProduct } | { ok: false; problem: RowProblem } {
  try {
    return {
      ok: true,
      product: { row, ...words(cells), ...money(cells, reading), ...facts(cells) },
    };
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    const { field, code, params } = error;
    return { ok: false, problem: { row, field, code, params } };
  }
}

type Cells = ProductCells['cells'];

function words(cells: Cells) {
  const sku = (cells.sku ?? '').trim();
  const title = plainText(cells.title ?? '').replace(/\s+/g, ' ');
  if (sku === '') throw new RowRefused('sku', 'sku-missing');
  if (sku.length > 100) throw new RowRefused('sku', 'sku-too-long', { most: 100 });
  if (title === '') throw new RowRefused('title', 'title-missing');
  if (title.length > 200)
    throw new RowRefused('title', 'title-too-long', { length: title.length, most: 200 });
  const description = cells.description === undefined ? undefined : plainText(cells.description);
  if (description !== undefined && description.length > 9999)
    throw new RowRefused('description', 'description-too-long', {
      length: description.length,
      most: 9999,
    });
  return { sku, title, description };
}

function money(cells: Cells, reading: RowReading) {
  const { currency } = reading;
  const named = (cells.currency ?? '').toUpperCase();
  if (named !== '' && named !== currency)
    throw new RowRefused('currency', 'price-currency', { currency: named, shop: currency });
  const price = amount('price', cells.price ?? '', reading);
  const sale = optionalAmount('salePrice', cells.salePrice, reading);
  const compare = optionalAmount('comparePrice', cells.comparePrice, reading);
  // A price to compare with is the old one: what is asked now is then the sale price.
  if (compare !== undefined && compare > price && sale === undefined)
    return { priceMinor: compare, salePriceMinor: price };
  if (sale !== undefined && sale > price) throw new RowRefused('salePrice', 'sale-price-higher');
  return { priceMinor: price, salePriceMinor: sale === price ? undefined : sale };
}

function amount(field: ImportField, text: string, reading: RowReading): number {
  const parsed = reading.readPrice(text, reading.mark);
  if (parsed.ok) return parsed.minorUnits;
  throw new RowRefused(field, parsed.code, {
    text: text.slice(0, 60),
    shop: reading.currency,
    currency: parsed.currency ?? '',
  });
}

function optionalAmount(
  field: ImportField,
  text: string | undefined,
  reading: RowReading,
): number | undefined {
  if (text === undefined || text === '') return undefined;
  const minorUnits = amount(field, text, reading);
  return minorUnits === 0 ? undefined : minorUnits;
}

function facts(cells: Cells) {
  return { gtin: gtinOf(cells.gtin), stock: stockOf(cells), link: linkOf(cells.link) };
}

function gtinOf(text: string | undefined): string | undefined {
  const gtin = (text ?? '').replace(/^'/, '').replace(/[\s-]/g, '');
  if (gtin === '') return undefined;
  if (!isValidGtin(gtin)) throw new RowRefused('gtin', 'gtin-wrong', { text: gtin.slice(0, 30) });
  return gtin;
}

function stockOf(cells: Cells): number | undefined {
  const text = (cells.stock ?? '').replace(/[\s\u00a0\u202f]/g, '');
  if (text === '') return stockByWord(cells.availability);
  const match = /^([+-]?\d{1,9})(?:[.,]0+)?$/.exec(text);
  const stock = Number(match?.[1]);
  if (!match || stock < -1_000_000 || stock > 10_000_000)
    throw new RowRefused('stock', 'stock-unreadable', { text: text.slice(0, 30) });
  return stock;
}

/** `out of stock` says zero; `in stock` does not say how many. */
function stockByWord(availability: string | undefined): number | undefined {
  const word = (availability ?? '').toLowerCase().replace(/_/g, ' ');
  return ['out of stock', '0', 'no', 'non', 'épuisé', 'rupture'].includes(word) ? 0 : undefined;
}

function linkOf(text: string | undefined): string | undefined {
  const link = (text ?? '').trim();
  if (link === '') return undefined;
  const full = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`;
  const isWeb = /^https?:\/\//i.test(full) && URL.canParse(full) && full.length <= 2000;
  if (!isWeb || !new URL(full).hostname.includes('.'))
    throw new RowRefused('link', 'link-unreadable', { text: link.slice(0, 60) });
  return full;
}

import { detectDecimalMark, priceReader, type DecimalMark } from '../../../shared/rules/price.ts';
import type { ProductCells } from './product-rows.ts';
import { readProduct, type ReadProduct, type RowProblem } from './read-product.ts';

export type ReadProducts = {
  products: ReadProduct[];
  problems: RowProblem[];
  mark: DecimalMark | undefined;
};

/** Rows between two pauses; a slice takes some ten milliseconds. */
const sliceRows = 2000;

/** Reads all rows; of two with one SKU the `duplicates` rule keeps one and the other is a problem. */
export async function readProducts(
  rows: readonly ProductCells[],
  asked: {
    currency: string;
    mark: DecimalMark | undefined;
    duplicates: 'keep-last' | 'keep-first';
  },
): Promise<ReadProducts> {
  const mark = asked.mark ?? detectDecimalMark(priceTexts(rows));
  const reading = { readPrice: priceReader(asked.currency), currency: asked.currency, mark };
  const bySku = new Map<string, ReadProduct>();
  const problems: RowProblem[] = [];
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index % sliceRows === 0) await breathe();
    const read = readProduct(row, reading);
    if (read.ok) problems.push(...keepOne(bySku, read.product, asked.duplicates));
    else problems.push(read.problem);
  }
  problems.sort((one, other) => one.row - other.row);
  return { products: [...bySku.values()], problems, mark };
}

function keepOne(
  bySku: Map<string, ReadProduct>,
  product: ReadProduct,
  duplicates: 'keep-last' | 'keep-first',
): RowProblem[] {
  const before = bySku.get(product.sku);
  const keepsNew = !before || duplicates === 'keep-last';
  if (keepsNew) {
    bySku.delete(product.sku);
    bySku.set(product.sku, product);
  }
  if (!before) return [];
  const [dropped, kept] = keepsNew ? [before, product] : [product, before];
  return [
    {
      row: dropped.row,
      field: 'sku',
      code: 'sku-twice',
      params: { sku: product.sku, first: before.row, second: product.row, kept: kept.row },
    },
  ];
}

function* priceTexts(rows: readonly ProductCells[]): Generator<string> {
  for (const { cells } of rows)
    for (const text of [cells.price, cells.salePrice, cells.comparePrice]) if (text) yield text;
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

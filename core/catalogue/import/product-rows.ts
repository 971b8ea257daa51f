import type { ImportField } from './header-names.ts';
import type { Columns } from './recognise-columns.ts';

/** A row of the file that stands for a product. `row` counts the header as 1. */
export type ProductCells = { row: number; cells: Partial<Record<ImportField, string>> };

/** Picks the rows that stand for a product: leaves out blank lines, totals, repeated headers, rows
 *  that carry only a further picture, and the shells of products sold in variants. */
export function productRows(rows: readonly string[][], columns: Columns): ProductCells[] {
  const { headerIndex, headers, places } = columns;
  const found: ProductCells[] = [];
  const header = headers.join('\n');
  for (let index = headerIndex + 1; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    if (isBlank(row) || isTotal(row) || row.join('\n') === header) continue;
    const cells: ProductCells['cells'] = {};
    for (const [field, place] of places) cells[field] = (row[place] ?? '').trim();
    found.push({ row: index - headerIndex + 1, cells });
  }
  if (places.has('handle')) return shopifyRows(found);
  if (places.has('parent') && places.has('type')) return wooRows(found);
  return found;
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** The last row of many a spreadsheet adds things up. */
function isTotal(row: readonly string[]): boolean {
  const first = row.find((cell) => cell.trim() !== '') ?? '';
  return /^(sous[- ]?total|total|totaux|somme|sum)\b/i.test(first.trim());
}

/** One product over several rows with the same handle: the words stand in the first only, further
 *  rows are variants, or pictures without a price. */
function shopifyRows(found: readonly ProductCells[]): ProductCells[] {
  let first: ProductCells | undefined;
  return found.flatMap((product) => {
    const { cells } = product;
    if (!first || cells.handle !== first.cells.handle) first = product;
    else if (!cells.sku && !cells.price) return [];
    const title = cells.title || first.cells.title || '';
    const options = [cells.option1, cells.option2, cells.option3].filter(
      (option) => option && option !== 'Default Title',
    );
    const named = {
      ...cells,
      sku: (cells.sku ?? '').replace(/^'/, ''),
      title: options.length > 0 ? `${title}, ${options.join(' / ')}` : title,
      description: cells.description || first.cells.description || '',
    };
    return [{ row: product.row, cells: named }];
  });
}

/** Variations carry the price, their parent the words; grouped products are only a list of others. */
function wooRows(found: readonly ProductCells[]): ProductCells[] {
  const parents = new Map(found.map((product) => [product.cells.sku ?? '', product.cells]));
  return found.flatMap((product) => {
    const { cells } = product;
    const type = (cells.type ?? '').toLowerCase();
    if (/\b(variable|grouped)\b/.test(type)) return [];
    const parent = parents.get(cells.parent ?? '');
    if (!/\bvariation\b/.test(type) || !parent) return [product];
    const title = cells.title || parent.title || '';
    const description = cells.description || parent.description || '';
    return [{ row: product.row, cells: { ...cells, title, description } }];
  });
}

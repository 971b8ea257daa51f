import { foldText } from '../../shared/rules/fold-text.ts';
import type { Db } from '../db/transact.ts';

/** A product as its table has it. Money in minor units, instants in UTC ms. */
export type ProductRow = {
  id: string;
  sku: string;
  gtin: string | null;
  title: string;
  description: string;
  priceMinor: number;
  salePriceMinor: number | null;
  currency: string;
  stock: number;
  link: string | null;
  updatedAt: number;
};

export type CatalogueStore = ReturnType<typeof catalogueStore>;

export const productColumns = `p.id, p.sku, p.gtin, p.title, p.description, p.price_minor AS priceMinor,
  p.sale_price_minor AS salePriceMinor, p.currency, p.stock, p.link, p.updated_at AS updatedAt`;

export function catalogueStore(db: Db) {
  const find = db.prepare<[string], ProductRow>(
    `SELECT ${productColumns} FROM products p WHERE p.id = ?`,
  );
  const findBySku = db.prepare<[string], ProductRow>(
    `SELECT ${productColumns} FROM products p WHERE p.sku = ? AND p.removed_at IS NULL`,
  );
  const insert = db.prepare(
    `INSERT INTO products (id, sku, gtin, title, description, price_minor, sale_price_minor, currency,
       stock, link, folded, created_at, updated_at)
     VALUES (@id, @sku, @gtin, @title, @description, @priceMinor, @salePriceMinor, @currency,
       @stock, @link, @folded, @updatedAt, @updatedAt)`,
  );
  const update = db.prepare(
    `UPDATE products SET sku = @sku, gtin = @gtin, title = @title, description = @description,
       price_minor = @priceMinor, sale_price_minor = @salePriceMinor, currency = @currency,
       stock = @stock, link = @link, folded = @folded, updated_at = @updatedAt WHERE id = @id`,
  );
  const setRemoved = db.prepare<[number | null, number, string]>(
    'UPDATE products SET removed_at = ?, updated_at = ? WHERE id = ?',
  );
  const isRemoved = db
    .prepare<[string], number>('SELECT removed_at IS NOT NULL FROM products WHERE id = ?')
    .pluck();
  const skus = db.prepare<[], { id: string; sku: string }>(
    'SELECT id, sku FROM products WHERE removed_at IS NULL',
  );

  const titles = db.prepare<[], { id: string; title: string }>(
    'SELECT id, title FROM products WHERE removed_at IS NULL',
  );

  const searched = (row: ProductRow) => ({
    ...row,
    folded: foldText(`${row.sku} ${row.title} ${row.gtin ?? ''}`),
  });

  return {
    find: (id: string) => find.get(id),
    findBySku: (sku: string) => findBySku.get(sku),
    insert: (row: ProductRow) => insert.run(searched(row)),
    update: (row: ProductRow) => update.run(searched(row)),
    /** Undefined for a product that never was. */
    isRemoved: (id: string): boolean | undefined => {
      const removed = isRemoved.get(id);
      return removed === undefined ? undefined : removed === 1;
    },
    setRemoved: (id: string, removedAt: number | null, now: number) =>
      setRemoved.run(removedAt, now, id),
    /** Every product that is sold, by name. */
    titles: () => titles.all(),
    /** Every SKU in use with its product. */
    skus: (): Map<string, string> => new Map(skus.all().map((row) => [row.sku, row.id])),
  };
}

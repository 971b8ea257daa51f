import { foldText } from '../../shared/rules/fold-text.ts';
import { lowStockMost } from '../../shared/rules/low-stock.ts';
import type { Db } from '../db/transact.ts';
import { productColumns, type ProductRow } from './store.ts';

export type ProductFilter = 'all' | 'low-stock' | 'no-photo' | 'never-posted';

// Reads the tables of posts and publishing, which write them: a product was posted when a post that
// shows it has a published target.
const neverPosted = `NOT EXISTS (
  SELECT 1 FROM post_products pp JOIN targets t ON t.post_id = pp.post_id AND t.state = 'published'
  WHERE pp.product_id = p.id)`;

const conditions: Record<ProductFilter, string> = {
  all: '1',
  'low-stock': `p.stock <= ${lowStockMost}`,
  'no-photo': 'p.photo_count = 0',
  'never-posted': neverPosted,
};

/** What a search is narrowed to besides. */
export type ProductNarrowing = {
  inStock?: boolean | undefined;
  onSale?: boolean | undefined;
  /** UTC ms. */
  notPostedSince?: number | undefined;
};

const inStock = 'p.stock > 0';
const onSale = 'p.sale_price_minor IS NOT NULL AND p.sale_price_minor < p.price_minor';
const notPostedSince = `NOT EXISTS (
  SELECT 1 FROM post_products pp JOIN targets t ON t.post_id = pp.post_id AND t.state = 'published'
  WHERE pp.product_id = p.id AND coalesce(t.published_at, t.due_at) >= ?)`;

export type ProductSearch = ReturnType<typeof productSearch>;

/** Finds products by words and filter, in the order in which they came into the catalogue. */
export function productSearch(db: Db) {
  function page(asked: {
    text: string;
    filter: ProductFilter;
    after: string | undefined;
    limit: number;
    narrowed?: ProductNarrowing;
  }): { rows: ProductRow[]; total: number } {
    const words = foldText(asked.text).split(' ').filter(Boolean);
    const { narrowed = {} } = asked;
    const since = narrowed.notPostedSince;
    const values = [...words, ...(since === undefined ? [] : [since])];
    const where = [
      'p.removed_at IS NULL',
      conditions[asked.filter],
      ...words.map(() => 'instr(p.folded, ?) > 0'),
      ...(since === undefined ? [] : [notPostedSince]),
      ...(narrowed.inStock ? [inStock] : []),
      ...(narrowed.onSale ? [onSale] : []),
    ].join(' AND ');
    const rows = db
      .prepare<unknown[], ProductRow>(
        `SELECT ${productColumns} FROM products p WHERE ${where} AND p.id > ? ORDER BY p.id LIMIT ?`,
      )
      .all(...values, asked.after ?? '', asked.limit);
    const total = db
      .prepare<unknown[], number>(`SELECT count(*) FROM products p WHERE ${where}`)
      .pluck()
      .get(...values);
    return { rows, total: total ?? 0 };
  }

  const count = (filter: ProductFilter): number =>
    db
      .prepare<[], number>(
        `SELECT count(*) FROM products p WHERE p.removed_at IS NULL AND ${conditions[filter]}`,
      )
      .pluck()
      .get() ?? 0;

  const lowest = db.prepare<[number], ProductRow>(
    `SELECT ${productColumns} FROM products p
     WHERE p.removed_at IS NULL AND p.stock <= ${lowStockMost} ORDER BY p.stock, p.id LIMIT ?`,
  );

  return { page, count, lowStock: (limit: number): ProductRow[] => lowest.all(limit) };
}

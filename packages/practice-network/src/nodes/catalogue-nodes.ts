import { bareNumber } from '../graph/exact-json.ts';
import type { NodeType } from '../graph/graph-node.ts';
import { keysetPage } from '../graph/paging.ts';
import type { World } from '../world/world.ts';
import { batchStatusEdge } from './batch-status-edge.ts';
import type { Load } from './load.ts';

export interface CatalogueRow {
  id: string;
  name: string;
  shop_name: string;
  business_id: string;
}

export interface ProductRow {
  id: string;
  catalog_id: string;
  retailer_id: string;
  name: string;
  details: string;
  review_status: string;
  review_due_at: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export type ProductDetails = Record<string, string | number | undefined>;

export const merchantId = '900101';

export function productDetails(row: Pick<ProductRow, 'details'>): ProductDetails {
  return JSON.parse(row.details) as ProductDetails;
}

/** Prices read back as a person sees them. */
export function displayPrice(row: Pick<ProductRow, 'details'>): string {
  const { price, currency } = productDetails(row);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: String(currency ?? 'EUR'),
  }).format(Number(price ?? 0) / 100);
}

/** How a catalogue is read. */
export function catalogType(load: Load): NodeType<CatalogueRow> {
  return {
    typeName: 'ProductCatalog',
    spec: 'ProductCatalog',
    defaults: ['name'],
    fields: {
      name: (row) => row.name,
      vertical: () => 'commerce',
      product_count: (row, { world }) =>
        world.get<{ total: number }>(
          'SELECT count(*) AS total FROM products WHERE catalog_id = ? AND deleted_at IS NULL',
          row.id,
        )?.total ?? 0,
    },
    edges: {
      check_batch_request_status: batchStatusEdge,
      products: (row, query, { world, nowMs }) => {
        const filter = productFilter(query.modifiers['filter']);
        const page = keysetPage<ProductRow>(
          world,
          {
            table: 'products',
            where: `catalog_id = ? AND deleted_at IS NULL AND created_at <= ? ${filter.where}`,
            values: [row.id, nowMs, ...filter.values],
            sortColumn: 'created_at',
            direction: 'desc',
          },
          query,
        );
        return {
          ...page,
          items: page.rows.map((one) => load(one.id)).filter((node) => node !== undefined),
        };
      },
    },
  };
}

/** The filter by SKU: `{"retailer_id":{"i_contains":"x"}}`, `eq` or `is_any`. */
function productFilter(text: string | undefined): { where: string; values: string[] } {
  if (text === undefined || text === '') return { where: '', values: [] };
  const filter = JSON.parse(text) as { retailer_id?: Record<string, unknown> };
  const { i_contains: part, eq, is_any: several } = filter.retailer_id ?? {};
  if (typeof part === 'string')
    return { where: 'AND instr(lower(retailer_id), lower(?)) > 0', values: [part] };
  if (typeof eq === 'string') return { where: 'AND retailer_id = ?', values: [eq] };
  if (Array.isArray(several)) {
    return {
      where: 'AND retailer_id IN (SELECT value FROM json_each(?))',
      values: [JSON.stringify(several)],
    };
  }
  return { where: '', values: [] };
}

const rejection = {
  title: 'Product rejected',
  description: 'The product does not comply with the commerce policies.',
  error_type: 'POLICY_VIOLATION',
  error_priority: 'HIGH',
};

/** How one item of a catalogue is read. */
export function productType(): NodeType<ProductRow> {
  const details =
    (name: string) =>
    (row: ProductRow): unknown =>
      productDetails(row)[name];
  const plain = [
    'description',
    'availability',
    'condition',
    'url',
    'image_url',
    'brand',
    'currency',
    'category',
    'color',
    'size',
    'gtin',
    'sale_price_start_date',
    'sale_price_end_date',
  ];
  return {
    typeName: 'ProductItem',
    spec: 'ProductItem',
    defaults: ['name', 'retailer_id'],
    fields: {
      ...Object.fromEntries(plain.map((name) => [name, details(name)])),
      name: (row) => row.name,
      retailer_id: (row) => row.retailer_id,
      price: (row) => displayPrice(row),
      review_status: (row) => row.review_status,
      review_rejection_reasons: (row) => (row.review_status === 'rejected' ? ['POLICY'] : []),
      image_fetch_status: () => 'NO_STATUS',
      visibility: () => 'published',
      errors: (row) => (row.review_status === 'rejected' ? [rejection] : []),
      inventory: details('quantity_to_sell_on_facebook'),
      quantity_to_sell_on_facebook: details('quantity_to_sell_on_facebook'),
    },
    edges: {},
  };
}

/** Items of a catalogue whose name or SKU holds the words. Ids come as numbers. */
export function searchProducts(
  world: World,
  catalogId: string,
  words: string,
): Record<string, unknown>[] {
  return world
    .all<ProductRow>(
      `SELECT * FROM products WHERE catalog_id = ?1 AND deleted_at IS NULL
       AND (instr(lower(name), lower(?2)) > 0 OR instr(lower(retailer_id), lower(?2)) > 0)
       ORDER BY name LIMIT 500`,
      catalogId,
      words,
    )
    .map((row) => ({
      product_id: bareNumber(row.id),
      merchant_id: bareNumber(merchantId),
      product_name: row.name,
      image_url: productDetails(row).image_url,
      retailer_id: row.retailer_id,
      review_status: row.review_status,
      is_checkout_flow: false,
    }));
}

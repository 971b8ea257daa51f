import { productDetails, type ProductDetails, type ProductRow } from '../nodes/catalogue-nodes.ts';
import { processingMs } from '../world/delays.ts';
import { newNode } from '../world/ids.ts';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';

export interface BatchRow {
  handle: string;
  catalog_id: string;
  requests: string;
  finish_at: number;
  applied: number;
  errors: string;
}

export interface BatchRequest {
  method: string;
  data: Record<string, unknown>;
}

/** Applies a queued batch; wrong lines are skipped and told at the status. */
export function applyBatch(world: World, settings: Settings, batch: BatchRow): void {
  const requests = JSON.parse(batch.requests) as BatchRequest[];
  const errors: { line: number; id: string; message: string }[] = [];
  for (const [index, request] of requests.entries()) {
    const { id } = request.data;
    const retailerId = typeof id === 'string' ? id : '';
    const problem = applyRequest(world, settings, batch, request, retailerId);
    if (problem !== undefined) errors.push({ line: index + 1, id: retailerId, message: problem });
  }
  world.run(
    'UPDATE product_batches SET applied = 1, errors = ? WHERE handle = ?',
    JSON.stringify(errors),
    batch.handle,
  );
}

function applyRequest(
  world: World,
  settings: Settings,
  batch: BatchRow,
  request: BatchRequest,
  retailerId: string,
): string | undefined {
  if (request.method === 'DELETE') {
    world.run(
      'UPDATE products SET deleted_at = ? WHERE catalog_id = ? AND retailer_id = ?',
      batch.finish_at,
      batch.catalog_id,
      retailerId,
    );
    return undefined;
  }
  const details = fromFeedNames(request.data);
  const known = readProduct(world, batch.catalog_id, retailerId);
  const isNew = known === undefined || known.deleted_at !== null;
  const missing = isNew ? missingNames(request.data) : [];
  if (missing.length > 0) return `Missing required fields: ${missing.join(', ')}`;
  if (typeof details === 'string') return details;
  saveProduct(world, settings, batch.catalog_id, retailerId, details, batch.finish_at);
  return undefined;
}

function missingNames(data: Record<string, unknown>): string[] {
  const required = ['title', 'description', 'availability', 'condition', 'price', 'link'];
  const missing = required.filter((name) => data[name] === undefined || data[name] === '');
  const image = data['image'] ?? data['image_link'];
  return image === undefined ? [...missing, 'image_link'] : missing;
}

const feedNames: Readonly<Record<string, string>> = {
  title: 'name',
  link: 'url',
  image_link: 'image_url',
};

/** Feed names and text prices become node names and minor units; answers why it cannot. */
function fromFeedNames(data: Record<string, unknown>): ProductDetails | string {
  const details: ProductDetails = {};
  for (const [name, value] of Object.entries(data)) {
    if (name === 'id') continue;
    if (name === 'image') {
      const [first] = Array.isArray(value) ? (value as { url?: string }[]) : [];
      details['image_url'] = first?.url;
    } else if (name === 'price' || name === 'sale_price') {
      const [, amount, currency] = /^(\d+(?:\.\d{1,2})?) ([A-Z]{3})$/.exec(String(value)) ?? [];
      if (amount === undefined || currency === undefined)
        return `Invalid ${name}: ${String(value)}`;
      details[name] = Math.round(Number(amount) * 100);
      details['currency'] = currency;
    } else if (typeof value === 'string' || typeof value === 'number') {
      details[feedNames[name] ?? name] = value;
    }
  }
  return details;
}

export function readProduct(
  world: World,
  catalogId: string,
  retailerId: string,
): ProductRow | undefined {
  return world.get<ProductRow>(
    'SELECT * FROM products WHERE catalog_id = ? AND retailer_id = ?',
    catalogId,
    retailerId,
  );
}

/** What reviewers look at; a price or a stock can change without them. */
const reviewedNames = ['name', 'description', 'image_url', 'url'];

function looksDifferent(known: ProductRow, merged: ProductDetails): boolean {
  const before = productDetails(known);
  return reviewedNames.some((name) => withoutQuery(before[name]) !== withoutQuery(merged[name]));
}

/** The same picture is often told under a newly signed address. */
function withoutQuery(value: string | number | undefined): string {
  const text = String(value ?? '');
  return /^https?:/.test(text) ? text.replace(/[?#].*$/, '') : text;
}

/** An approved item that was edited is outdated until it was looked at again. */
function askForReview(world: World, settings: Settings, id: string, atMs: number): void {
  world.run(
    "UPDATE products SET review_status = 'outdated', review_due_at = ? WHERE id = ? AND review_status IN ('approved', 'outdated')",
    Math.round(atMs) + processingMs(world, settings, 'review', id),
    id,
  );
}

/** Adds or changes an item; a change asks for a new review. Answers its id. */
export function saveProduct(
  world: World,
  settings: Settings,
  catalogId: string,
  retailerId: string,
  details: ProductDetails,
  atMs: number,
): string {
  const known = readProduct(world, catalogId, retailerId);
  const merged = { ...(known === undefined ? {} : productDetails(known)), ...details };
  const text = JSON.stringify(merged);
  const name = String(merged['name'] ?? retailerId);
  if (known !== undefined) {
    const changed = known.details !== text;
    if (looksDifferent(known, merged)) askForReview(world, settings, known.id, atMs);
    world.run(
      `UPDATE products SET name = ?, details = ?, updated_at = ?, deleted_at = NULL WHERE id = ?`,
      name,
      text,
      changed ? atMs : known.updated_at,
      known.id,
    );
    return known.id;
  }
  const id = newNode(world, 'product');
  world.run(
    'INSERT INTO products VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)',
    id,
    catalogId,
    retailerId,
    name,
    text,
    'pending',
    atMs + processingMs(world, settings, 'review', id),
    atMs,
    atMs,
  );
  return id;
}

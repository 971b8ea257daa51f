import { createHash } from 'node:crypto';
import { catalogueRule, shoppingRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter, missingObject } from '../graph/graph-error.ts';
import type { ProductDetails, ProductRow } from '../nodes/catalogue-nodes.ts';
import type { MediaRow } from '../nodes/instagram-rows.ts';
import { processingMs } from '../world/delays.ts';
import { nextId } from '../world/ids.ts';
import { noteEffect } from '../world/ledger.ts';
import type { World } from '../world/world.ts';
import { readProduct, saveProduct, type BatchRequest } from './product-batches.ts';
import { checkTags } from './tag-check.ts';

const maxRequests = 5000;

/** The product catalogue and tags on what is published. */
export const catalogueRoutes: Routes = {
  'POST catalog/items_batch': {
    spec: ['ProductCatalog', 'items_batch'],
    rule: catalogueRule,
    run: queueBatch,
  },
  'POST catalog/products': {
    spec: ['ProductCatalog', 'products'],
    rule: catalogueRule,
    run: addProduct,
  },
  'POST product/': { spec: ['ProductItem', '#update'], rule: catalogueRule, run: changeProduct },
  'DELETE product/': {
    rule: catalogueRule,
    run: ({ world, id, nowMs }) => {
      world.run('UPDATE products SET deleted_at = ? WHERE id = ?', nowMs, id);
      return { success: true };
    },
  },
  'POST media/product_tags': {
    spec: ['IGMedia', 'product_tags'],
    rule: shoppingRule,
    run: tagMedia,
  },
};

function queueBatch(call: Call): Answer {
  const { world, settings, params, id, nowMs } = call;
  if (params.required('item_type') !== 'PRODUCT_ITEM') {
    throw badParameter('item_type', 'item_type must be PRODUCT_ITEM');
  }
  const requests = (params.list('requests') ?? []).map(readRequest);
  if (requests.length === 0 || requests.length > maxRequests) {
    throw badParameter('requests', `Send 1 to ${maxRequests} requests.`);
  }
  const nameless = requests.filter(
    ({ data }) => typeof data['id'] !== 'string' || data['id'] === '',
  );
  if (nameless.length > 0) {
    const errors = [{ message: 'The id is missing.' }];
    return { handles: [], validation_status: [{ retailer_id: '', errors, warnings: [] }] };
  }
  const handle = world.transact(() => nextHandle(world));
  world.run(
    "INSERT INTO product_batches VALUES (?, ?, ?, ?, 0, '[]')",
    handle,
    id,
    JSON.stringify(requests),
    queueEndMs(world, id, nowMs) + processingMs(world, settings, 'batch', handle),
  );
  return {
    handles: [handle],
    validation_status: requests.map(({ data }) => ({
      retailer_id: data['id'],
      errors: [],
      warnings: [],
    })),
  };
}

/** A handle that tells nothing, the same in each world of a seed. */
function nextHandle(world: World): string {
  const text = `${world.seed}|${nextId(world, 'batch')}`;
  return `Acy${createHash('sha256').update(text).digest('base64url')}`;
}

/** Batches of a catalogue are applied one after the other. */
function queueEndMs(world: World, catalogId: string, nowMs: number): number {
  const last = world.get<{ end: number | null }>(
    'SELECT max(finish_at) AS end FROM product_batches WHERE catalog_id = ? AND applied = 0',
    catalogId,
  );
  return Math.max(nowMs, last?.end ?? 0);
}

function readRequest(entry: unknown): BatchRequest {
  const { method, data } = (
    typeof entry === 'object' && entry !== null ? entry : {}
  ) as Partial<BatchRequest>;
  if (!['CREATE', 'UPDATE', 'DELETE'].includes(method ?? '') || typeof data !== 'object') {
    throw badParameter(
      'requests',
      'Each request needs a method (CREATE, UPDATE, DELETE) and data.',
    );
  }
  return { method: method ?? '', data };
}

function productDetailsOf({ params }: Call): ProductDetails {
  const details: ProductDetails = {};
  for (const name of params.names()) {
    if (['retailer_id', 'allow_upsert', 'access_token', 'fields', 'method', 'id'].includes(name))
      continue;
    details[name] =
      name === 'price' || name === 'sale_price' ? params.number(name) : params.text(name);
  }
  return details;
}

function addProduct(call: Call): Answer {
  const { world, settings, params, id, nowMs } = call;
  const retailerId = params.required('retailer_id');
  for (const name of ['name', 'currency', 'price']) params.required(name);
  const known = readProduct(world, id, retailerId);
  if (known !== undefined && known.deleted_at === null && params.flag('allow_upsert') !== true) {
    throw new GraphError(
      10800,
      '(#10800) Duplicate retailer_id when attempting to create a store collection or product item.',
    );
  }
  return {
    id: world.transact(() =>
      saveProduct(world, settings, id, retailerId, productDetailsOf(call), nowMs),
    ),
  };
}

function changeProduct(call: Call): Answer {
  const { world, settings, id, nowMs } = call;
  const row = world.get<ProductRow>(
    'SELECT * FROM products WHERE id = ? AND deleted_at IS NULL',
    id,
  );
  if (row === undefined) throw missingObject(id, 'post');
  saveProduct(world, settings, row.catalog_id, row.retailer_id, productDetailsOf(call), nowMs);
  return { success: true };
}

function tagMedia(call: Call): Answer {
  const { world, params, id, nowMs } = call;
  const row = world.get<MediaRow>('SELECT * FROM ig_media WHERE id = ?', id);
  if (row === undefined) throw missingObject(id, 'post');
  const index = params.number('child_index');
  const mediaId =
    index === undefined
      ? id
      : world.get<{ id: string }>(
          'SELECT id FROM ig_media WHERE parent_id = ? AND position = ?',
          id,
          index,
        )?.id;
  if (mediaId === undefined)
    throw badParameter('child_index', 'There is no such item in the carousel.');
  const tags = checkTags(
    call,
    row.ig_id,
    params.list('updated_tags') ?? [],
    row.type === 'VIDEO',
    20,
  );
  world.transact(() => {
    for (const { productId, x, y } of tags) {
      world.run(
        `INSERT INTO product_tags VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET x = excluded.x, y = excluded.y`,
        mediaId,
        productId,
        x ?? null,
        y ?? null,
      );
    }
    noteEffect(world, 'tag', mediaId, { igId: row.ig_id, by: 'api' }, nowMs);
  });
  return { success: true };
}

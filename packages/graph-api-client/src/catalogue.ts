import type {
  BatchStatus,
  CatalogueCalls,
  CatalogueItem,
  ItemComplaint,
  RemoteCatalogue,
} from './catalogue-types.ts';
import { pagingQuery, parseList } from './parse-list.ts';
import {
  compact,
  fieldsOf,
  idOf,
  listOf,
  numberOf,
  rowsOf,
  textOf,
  wordsOf,
  type Fields,
} from './read-values.ts';
import { priceText } from './price-text.ts';
import { parseFound, parseProduct, productCalls, type ProductCalls } from './products.ts';
import { readEveryPage } from './read-every-page.ts';
import { formBody } from './request-body.ts';
import type { Call, CallOptions } from './result.ts';
import type { Sender } from './send.ts';

const productFields = 'id,retailer_id,name,price,availability,review_status,image_url';
const searchFields =
  'product_id,product_name,retailer_id,image_url,review_status,product_variants{product_id,variant_name}';

/** Catalogues and their items, all with the person's token. Batches are queued by the network and safe to
 *  repeat. Source: Marketing API, catalogue items batch; Instagram product tagging guide. */
export function catalogueCalls(sender: Sender): CatalogueCalls {
  return { ...batchCalls(sender), ...lookupCalls(sender), ...productCalls(sender) };
}

type BatchCalls = Pick<CatalogueCalls, 'upsertItems' | 'deleteItems' | 'batchStatus'>;

function batchCalls(sender: Sender): BatchCalls {
  const send = (
    catalogueId: string,
    requests: object[],
    options?: CallOptions,
  ): Call<{ handle?: string; complaints: ItemComplaint[] }> =>
    sender.write(
      {
        node: catalogueId,
        edge: 'items_batch',
        body: formBody({ item_type: 'PRODUCT_ITEM', allow_upsert: true, requests }),
      },
      parseBatch,
      options,
    );
  return {
    upsertItems: ({ catalogueId, items }, options) =>
      send(
        catalogueId,
        items.map((item) => ({ method: 'UPDATE', data: itemData(item) })),
        options,
      ),
    deleteItems: ({ catalogueId, skus }, options) =>
      send(
        catalogueId,
        skus.map((id) => ({ method: 'DELETE', data: { id } })),
        options,
      ),
    batchStatus: ({ catalogueId, handle }, options) =>
      sender.read(
        {
          node: catalogueId,
          edge: 'check_batch_request_status',
          query: { handle, load_ids_of_invalid_requests: true },
        },
        parseStatus,
        options,
      ),
  };
}

function lookupCalls(sender: Sender): Omit<CatalogueCalls, keyof (BatchCalls & ProductCalls)> {
  const catalogueFields = 'id,name,product_count';
  return {
    businessCatalogues: ({ businessId, relation }, options) =>
      readEveryPage(
        (paging) =>
          sender.read(
            {
              node: businessId,
              edge: relation === 'owned' ? 'owned_product_catalogs' : 'client_product_catalogs',
              query: { fields: catalogueFields, ...pagingQuery(paging, 100) },
            },
            (body) => parseList(body, parseOwned),
            options,
          ),
        { keyOf: (catalogue) => catalogue.id },
      ),
    createCatalogue: ({ businessId, name }, options) =>
      sender.write(
        {
          node: businessId,
          edge: 'owned_product_catalogs',
          body: formBody({ name, vertical: 'commerce' }),
        },
        (body) => {
          const catalogueId = idOf(body['id']);
          return catalogueId === undefined ? undefined : { catalogueId };
        },
        options,
      ),
    availableCatalogs: (igId, options) =>
      sender.read(
        { node: igId, edge: 'available_catalogs' },
        (body) => parseList(body, parseCatalogue)?.items,
        options,
      ),
    listProducts: ({ catalogueId, sku, ...paging }, options) =>
      sender.read(
        {
          node: catalogueId,
          edge: 'products',
          query: {
            fields: productFields,
            filter: sku === undefined ? undefined : { retailer_id: { i_contains: sku } },
            ...pagingQuery(paging, 100),
          },
        },
        (body) => {
          const page = parseList(body, parseProduct);
          // The filter finds parts of codes too.
          return (
            page && {
              ...page,
              items: page.items.filter((item) => sku === undefined || item.sku === sku),
            }
          );
        },
        options,
      ),
    searchProducts: ({ igId, catalogueId, text, ...paging }, options) =>
      sender.read(
        {
          node: igId,
          edge: 'catalog_product_search',
          query: {
            catalog_id: catalogueId,
            q: text,
            fields: searchFields,
            ...pagingQuery(paging, 25),
          },
        },
        (body) => parseList(body, parseFound),
        options,
      ),
  };
}

/** Batches take the names of feeds, not those of the product node. */
function itemData(item: CatalogueItem): object {
  return compact({
    id: item.sku,
    title: item.title,
    description: item.description,
    availability: item.isInStock ? 'in stock' : 'out of stock',
    condition: item.condition ?? 'new',
    price: priceText(item.price),
    sale_price: item.salePrice && priceText(item.salePrice),
    link: item.link,
    image: [{ url: item.imageUrl }],
    brand: item.brand,
    quantity_to_sell_on_facebook: item.quantity,
  });
}

function parseBatch(body: Fields): { handle?: string; complaints: ItemComplaint[] } | undefined {
  const handles = body['handles'];
  if (!Array.isArray(handles)) return undefined;
  const complaints = listOf(body['validation_status'])
    .map(fieldsOf)
    .filter((row) => row !== undefined)
    .flatMap((row) => listOf(row['errors']).map((error) => complaintOf(row['retailer_id'], error)));
  return compact({ handle: wordsOf(handles[0]), complaints });
}

function complaintOf(sku: unknown, error: unknown): ItemComplaint {
  return compact({ sku: idOf(sku), message: textOf(fieldsOf(error)?.['message']) ?? '' });
}

/** Only `finished` is documented; every other word means that it still runs. */
function parseStatus(body: Fields): BatchStatus | undefined {
  const row = rowsOf(body)?.[0];
  if (!row) return undefined;
  const errors = listOf(row['errors']).map((error) => complaintOf(fieldsOf(error)?.['id'], error));
  return {
    isFinished: row['status'] === 'finished',
    errorCount: numberOf(row['errors_total_count']) ?? errors.length,
    errors,
    invalidSkus: listOf(row['ids_of_invalid_requests'])
      .map(idOf)
      .filter((id) => id !== undefined),
  };
}

function parseOwned(row: Fields): RemoteCatalogue | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    name: wordsOf(row['name']),
    productCount: numberOf(row['product_count']),
  });
}

function parseCatalogue(row: Fields): RemoteCatalogue | undefined {
  const id = idOf(row['catalog_id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    name: wordsOf(row['catalog_name']),
    shopName: wordsOf(row['shop_name']),
    productCount: numberOf(row['product_count']),
  });
}

import type {
  CatalogueCalls,
  CatalogueItem,
  ProductAppeal,
  ProductDetail,
  RemoteProduct,
} from './catalogue-types.ts';
import { isSuccess } from './parse-list.ts';
import {
  compact,
  fieldsOf,
  flagOf,
  idOf,
  listOf,
  rowsOf,
  textOf,
  wordsOf,
  type Fields,
} from './read-values.ts';
import { formBody } from './request-body.ts';
import type { Sender } from './send.ts';

export type ProductCalls = Pick<
  CatalogueCalls,
  'saveProduct' | 'readProduct' | 'readProductAppeal' | 'appealProduct'
>;

const detailFields =
  'id,retailer_id,name,price,availability,review_status,image_url,review_rejection_reasons,' +
  'image_fetch_status,visibility,errors';

/** Single items of a catalogue and the reviews of them. Source: Marketing API, Product Catalog products and
 *  Product Item; Instagram product tagging guide, appeals. */
export function productCalls(sender: Sender): ProductCalls {
  return {
    saveProduct: ({ catalogueId, item }, options) =>
      sender.write(
        { node: catalogueId, edge: 'products', body: formBody(nodeParameters(item)) },
        (body) => {
          const productId = idOf(body['id']);
          return productId === undefined ? undefined : { productId };
        },
        options,
      ),
    readProduct: (productId, options) =>
      sender.read({ node: productId, query: { fields: detailFields } }, parseDetail, options),
    readProductAppeal: ({ igId, productId }, options) =>
      sender.read(
        { node: igId, edge: 'product_appeal', query: { product_id: productId } },
        (body) => parseAppeal(rowsOf(body)?.[0]),
        options,
      ),
    appealProduct: ({ igId, productId, reason }, options) =>
      sender.write(
        {
          node: igId,
          edge: 'product_appeal',
          body: formBody({ product_id: productId, appeal_reason: reason }),
        },
        (body) => (isSuccess(body) ? { received: true } : undefined),
        options,
      ),
  };
}

/** The node has names of its own, and prices in hundredths; batches take those of feeds. */
function nodeParameters(
  item: CatalogueItem,
): Record<string, string | number | boolean | undefined> {
  return {
    allow_upsert: true,
    retailer_id: item.sku,
    name: item.title,
    description: item.description,
    availability: item.isInStock ? 'in stock' : 'out of stock',
    condition: item.condition ?? 'new',
    price: item.price.minorUnits,
    sale_price: item.salePrice?.minorUnits,
    currency: item.price.currency,
    url: item.link,
    image_url: item.imageUrl,
    brand: item.brand,
    quantity_to_sell_on_facebook: item.quantity,
  };
}

export function parseProduct(row: Fields): RemoteProduct | undefined {
  const productId = idOf(row['id']);
  if (productId === undefined) return undefined;
  return compact({
    productId,
    sku: idOf(row['retailer_id']),
    name: wordsOf(row['name']),
    priceText: wordsOf(row['price']),
    availability: wordsOf(row['availability']),
    reviewStatus: wordsOf(row['review_status']),
    imageUrl: wordsOf(row['image_url']),
  });
}

function parseDetail(body: Fields): ProductDetail | undefined {
  const product = parseProduct(body);
  if (!product) return undefined;
  const errors = rowsOf(body['errors']) ?? listOf(body['errors']).map(fieldsOf);
  return {
    ...product,
    rejectionReasons: listOf(body['review_rejection_reasons']).filter(
      (reason) => typeof reason === 'string',
    ),
    complaints: errors
      .map((error) => wordsOf(error?.['title']) ?? wordsOf(error?.['description']))
      .filter((words) => words !== undefined),
    ...compact({
      imageFetchStatus: wordsOf(body['image_fetch_status']),
      visibility: wordsOf(body['visibility']),
    }),
  };
}

export function parseFound(row: Fields): RemoteProduct | undefined {
  const productId = idOf(row['product_id']);
  if (productId === undefined) return undefined;
  return compact({
    productId,
    sku: idOf(row['retailer_id']),
    name: wordsOf(row['product_name']),
    reviewStatus: wordsOf(row['review_status']),
    imageUrl: wordsOf(row['image_url']),
    variants: variantsOf(row['product_variants']),
  });
}

function variantsOf(value: unknown): RemoteProduct['variants'] {
  const variants = (rowsOf(value) ?? listOf(value).map(fieldsOf)).flatMap((row) => {
    const productId = idOf(row?.['product_id']);
    return productId === undefined
      ? []
      : [compact({ productId, name: wordsOf(row?.['variant_name']) })];
  });
  return variants.length > 0 ? variants : undefined;
}

function parseAppeal(row: Fields | undefined): ProductAppeal | undefined {
  const productId = idOf(row?.['product_id']);
  if (productId === undefined) return undefined;
  return compact({
    productId,
    reviewStatus: textOf(row?.['review_status']),
    appealStatus: wordsOf(row?.['product_appeal_status']),
    canAppeal: flagOf(row?.['eligible_for_appeal']) ?? false,
  });
}

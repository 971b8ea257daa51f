import { shop, type CallCase } from './call-case.ts';

const item = {
  sku: 'SKU-1',
  title: 'Mug',
  description: 'Blue',
  isInStock: true,
  price: { minorUnits: 1290, currency: 'EUR' },
  salePrice: { minorUnits: 990, currency: 'EUR' },
  link: 'https://shop.example/mug',
  imageUrl: 'https://shop.example/mug.jpg',
  brand: 'Rosa',
  quantity: 4,
};
const itemOnTheWire = {
  id: 'SKU-1',
  title: 'Mug',
  description: 'Blue',
  availability: 'in stock',
  condition: 'new',
  price: '12.90 EUR',
  sale_price: '9.90 EUR',
  link: 'https://shop.example/mug',
  image: [{ url: 'https://shop.example/mug.jpg' }],
  brand: 'Rosa',
  quantity_to_sell_on_facebook: 4,
};

const batch = { file: 'ProductCatalog', edge: 'POST items_batch' };

export const catalogueCases: CallCase[] = [
  {
    name: 'availableCatalogs',
    run: (client) => client.availableCatalogs(shop.instagram),
    request: `GET /${shop.instagram}/available_catalogs`,
    parameters: {},
    spec: { file: 'IGUser', edge: 'GET available_catalogs' },
    answer: {
      data: [{ catalog_id: '9601', catalog_name: 'Rosa', shop_name: 'Atelier', product_count: 11 }],
    },
    value: [{ id: '9601', name: 'Rosa', shopName: 'Atelier', productCount: 11 }],
  },
  {
    name: 'upsertItems',
    run: (client) => client.upsertItems({ catalogueId: shop.catalogue, items: [item] }),
    request: `POST /${shop.catalogue}/items_batch`,
    parameters: {
      item_type: 'PRODUCT_ITEM',
      allow_upsert: 'true',
      requests: JSON.stringify([{ method: 'UPDATE', data: itemOnTheWire }]),
    },
    spec: batch,
    answer: {
      handles: ['AcyX'],
      validation_status: [
        { retailer_id: 'SKU-1', errors: [] },
        { retailer_id: 'SKU-2', errors: [{ message: 'no link' }] },
      ],
    },
    value: { handle: 'AcyX', complaints: [{ sku: 'SKU-2', message: 'no link' }] },
  },
  {
    name: 'deleteItems',
    run: (client) => client.deleteItems({ catalogueId: shop.catalogue, skus: ['SKU-9'] }),
    request: `POST /${shop.catalogue}/items_batch`,
    parameters: {
      item_type: 'PRODUCT_ITEM',
      allow_upsert: 'true',
      requests: '[{"method":"DELETE","data":{"id":"SKU-9"}}]',
    },
    spec: batch,
    answer: { handles: [] },
    value: { complaints: [] },
  },
  {
    name: 'batchStatus',
    run: (client) => client.batchStatus({ catalogueId: shop.catalogue, handle: 'AcyX' }),
    request: `GET /${shop.catalogue}/check_batch_request_status`,
    parameters: { handle: 'AcyX', load_ids_of_invalid_requests: 'true' },
    spec: { file: 'ProductCatalog', edge: 'GET check_batch_request_status' },
    answer: {
      data: [
        {
          handle: 'AcyX',
          status: 'finished',
          errors_total_count: 1,
          errors: [{ id: 'SKU-2', message: 'bad' }],
          ids_of_invalid_requests: ['SKU-2'],
        },
      ],
    },
    value: {
      isFinished: true,
      errorCount: 1,
      errors: [{ sku: 'SKU-2', message: 'bad' }],
      invalidSkus: ['SKU-2'],
    },
  },
  {
    name: 'listProducts',
    run: (client) => client.listProducts({ catalogueId: shop.catalogue, sku: 'SKU-1' }),
    request: `GET /${shop.catalogue}/products`,
    parameters: {
      fields: 'id,retailer_id,name,price,availability,review_status,image_url',
      filter: '{"retailer_id":{"i_contains":"SKU-1"}}',
      limit: '100',
    },
    spec: { file: 'ProductCatalog', edge: 'GET products' },
    fieldsOf: 'ProductItem',
    answer: {
      data: [
        { id: '3231', retailer_id: 'SKU-1', price: '€12.90', review_status: 'approved' },
        { id: '3232', retailer_id: 'SKU-12', price: '€1.00' },
      ],
    },
    value: {
      items: [{ productId: '3231', sku: 'SKU-1', priceText: '€12.90', reviewStatus: 'approved' }],
    },
  },
  {
    name: 'searchProducts',
    run: (client) =>
      client.searchProducts({ igId: shop.instagram, catalogueId: shop.catalogue, text: 'mug' }),
    request: `GET /${shop.instagram}/catalog_product_search`,
    parameters: {
      catalog_id: shop.catalogue,
      q: 'mug',
      fields:
        'product_id,product_name,retailer_id,image_url,review_status,product_variants{product_id,variant_name}',
      limit: '25',
    },
    spec: { file: 'IGUser', edge: 'GET catalog_product_search' },
    fieldsOf: 'ShadowIGUserCatalogProductSearch',
    answer:
      '{"data":[{"product_id":32317756435110891,"retailer_id":"SKU-1","product_name":"Mug","product_variants":[{"product_id":52092230991604941,"variant_name":"Blue"}]}]}',
    value: {
      items: [
        {
          productId: '32317756435110891',
          sku: 'SKU-1',
          name: 'Mug',
          variants: [{ productId: '52092230991604941', name: 'Blue' }],
        },
      ],
    },
  },
  ...(['owned', 'client'] as const).map((relation): CallCase => ({
    name: 'businessCatalogues',
    run: (client) => client.businessCatalogues({ businessId: shop.business, relation }),
    request: `GET /${shop.business}/${relation}_product_catalogs`,
    parameters: { fields: 'id,name,product_count', limit: '100' },
    spec: { file: 'Business', edge: `GET ${relation}_product_catalogs` },
    fieldsOf: 'ProductCatalog',
    answer: { data: [{ id: shop.catalogue, name: 'Rosa', product_count: 11 }] },
    value: [{ id: shop.catalogue, name: 'Rosa', productCount: 11 }],
  })),
  {
    name: 'createCatalogue',
    run: (client) => client.createCatalogue({ businessId: shop.business, name: 'Rosa' }),
    request: `POST /${shop.business}/owned_product_catalogs`,
    parameters: { name: 'Rosa', vertical: 'commerce' },
    spec: { file: 'Business', edge: 'POST owned_product_catalogs' },
    answer: { id: '9602' },
    value: { catalogueId: '9602' },
  },
  {
    name: 'saveProduct',
    run: (client) => client.saveProduct({ catalogueId: shop.catalogue, item }),
    request: `POST /${shop.catalogue}/products`,
    parameters: {
      allow_upsert: 'true',
      retailer_id: 'SKU-1',
      name: 'Mug',
      description: 'Blue',
      availability: 'in stock',
      condition: 'new',
      price: '1290',
      sale_price: '990',
      currency: 'EUR',
      url: 'https://shop.example/mug',
      image_url: 'https://shop.example/mug.jpg',
      brand: 'Rosa',
      quantity_to_sell_on_facebook: '4',
    },
    spec: { file: 'ProductCatalog', edge: 'POST products' },
    answer: { id: shop.product },
    value: { productId: shop.product },
  },
  {
    name: 'readProduct',
    run: (client) => client.readProduct(shop.product),
    request: `GET /${shop.product}`,
    parameters: {
      fields:
        'id,retailer_id,name,price,availability,review_status,image_url,review_rejection_reasons,image_fetch_status,visibility,errors',
    },
    fieldsOf: 'ProductItem',
    answer: {
      id: shop.product,
      retailer_id: 'SKU-1',
      review_status: 'rejected',
      review_rejection_reasons: ['NOT_A_PRODUCT'],
      image_fetch_status: 'FETCH_FAILED',
      visibility: 'published',
      errors: [{ title: 'Image cannot be fetched' }],
    },
    value: {
      productId: shop.product,
      sku: 'SKU-1',
      reviewStatus: 'rejected',
      rejectionReasons: ['NOT_A_PRODUCT'],
      imageFetchStatus: 'FETCH_FAILED',
      visibility: 'published',
      complaints: ['Image cannot be fetched'],
    },
  },
  {
    name: 'readProductAppeal',
    run: (client) =>
      client.readProductAppeal({ igId: shop.instagram, productId: '4029274203846188' }),
    request: `GET /${shop.instagram}/product_appeal`,
    parameters: { product_id: '4029274203846188' },
    spec: { file: 'IGUser', edge: 'GET product_appeal' },
    answer: {
      data: [
        { product_id: 4029274203846188, review_status: 'rejected', eligible_for_appeal: true },
      ],
    },
    value: { productId: '4029274203846188', reviewStatus: 'rejected', canAppeal: true },
  },
  {
    name: 'appealProduct',
    run: (client) =>
      client.appealProduct({ igId: shop.instagram, productId: shop.product, reason: 'A mug' }),
    request: `POST /${shop.instagram}/product_appeal`,
    parameters: { product_id: shop.product, appeal_reason: 'A mug' },
    spec: { file: 'IGUser', edge: 'POST product_appeal' },
    answer: { success: true },
    value: { received: true },
  },
];

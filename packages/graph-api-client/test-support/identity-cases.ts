import { shop, type CallCase } from './call-case.ts';

const pageFields =
  'id,name,username,access_token,category,tasks,picture{url},link,is_published,instagram_business_account{id,username,name,profile_picture_url}';

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

export const identityCases: CallCase[] = [
  {
    name: 'me',
    run: (client) => client.me(),
    request: 'GET /me',
    parameters: { fields: 'id,name' },
    fieldsOf: 'User',
    answer: { id: '102200', name: 'Rosa' },
    value: { id: '102200', name: 'Rosa' },
  },
  {
    name: 'permissions',
    run: (client) => client.permissions(),
    request: 'GET /me/permissions',
    parameters: {},
    spec: { file: 'User', edge: 'GET permissions' },
    answer: { data: [{ permission: 'pages_show_list', status: 'granted' }, {}] },
    value: [{ permission: 'pages_show_list', status: 'granted' }],
  },
  {
    name: 'accounts',
    run: (client) => client.accounts(),
    request: 'GET /me/accounts',
    parameters: { fields: pageFields, limit: '100' },
    spec: { file: 'User', edge: 'GET accounts' },
    fieldsOf: 'Page',
    answer: {
      data: [
        {
          id: shop.page,
          name: 'Atelier Rosa',
          access_token: 'EAApage',
          tasks: ['MODERATE', 7],
          picture: { data: { url: 'https://cdn/p.jpg' } },
          instagram_business_account: { id: shop.instagram, username: 'atelier.rosa' },
        },
      ],
    },
    value: [
      {
        id: shop.page,
        name: 'Atelier Rosa',
        token: 'EAApage',
        tasks: ['MODERATE'],
        pictureUrl: 'https://cdn/p.jpg',
        instagram: { id: shop.instagram, username: 'atelier.rosa' },
      },
    ],
  },
  {
    name: 'debugToken',
    run: (client) => client.debugToken('EAAother'),
    request: 'GET /debug_token',
    parameters: { input_token: 'EAAother' },
    answer: {
      data: {
        is_valid: true,
        type: 'PAGE',
        app_id: '138',
        expires_at: 0,
        data_access_expires_at: 1771234567,
        scopes: ['a'],
      },
    },
    value: {
      isValid: true,
      type: 'PAGE',
      appId: '138',
      dataAccessExpiresAt: 1_771_234_567_000,
      scopes: ['a'],
    },
  },
  {
    name: 'readInstagramProfile',
    run: (client) => client.readInstagramProfile(shop.instagram),
    request: `GET /${shop.instagram}`,
    parameters: {
      fields: 'id,username,name,profile_picture_url,media_count,shopping_product_tag_eligibility',
    },
    fieldsOf: 'IGUser',
    answer: {
      id: shop.instagram,
      username: 'atelier.rosa',
      media_count: 4,
      shopping_product_tag_eligibility: true,
    },
    value: { id: shop.instagram, username: 'atelier.rosa', mediaCount: 4, canTagProducts: true },
  },
];

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
      fields: 'product_id,product_name,retailer_id,image_url,review_status',
      limit: '25',
    },
    spec: { file: 'IGUser', edge: 'GET catalog_product_search' },
    fieldsOf: 'ShadowIGUserCatalogProductSearch',
    answer:
      '{"data":[{"product_id":32317756435110891,"retailer_id":"SKU-1","product_name":"Mug"}]}',
    value: { items: [{ productId: '32317756435110891', sku: 'SKU-1', name: 'Mug' }] },
  },
];

import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  dig,
  openTester,
  type Answered,
  type Tester,
  type Values,
} from '../testing/open-tester.ts';

let tester: Tester;
let catalogue = '';
let user = '';
beforeEach(async () => {
  tester = await openTester();
  catalogue = tester.ready.catalogue.id;
  user = tester.ready.user.token;
});
afterEach(() => tester.close());

const mug = {
  id: 'SKU-1',
  title: 'Mug',
  description: 'A mug',
  availability: 'in stock',
  condition: 'new',
  price: '9.99 EUR',
  link: 'https://shop.example/mug',
  image: [{ url: 'https://shop.example/mug.jpg' }],
};

async function batch(requests: readonly Values[]): Promise<string> {
  const values = { item_type: 'PRODUCT_ITEM', allow_upsert: true, requests };
  const { body } = await tester.post(`/${catalogue}/items_batch`, values, user);
  return dig(body, 'handles', 0);
}

async function batchStatus(handle: string, more = ''): Promise<unknown> {
  const address = `/${catalogue}/check_batch_request_status?handle=${handle}${more}`;
  return (await tester.get(address, user)).body;
}

async function products(fields = 'id,retailer_id,name,price,review_status'): Promise<unknown> {
  return (await tester.get(`/${catalogue}/products?fields=${fields}`, user)).body;
}

async function addMug(): Promise<string> {
  await batch([{ method: 'UPDATE', data: mug }]);
  await tester.advance(20_000);
  await tester.control('/products/review', { retailerId: 'SKU-1', status: 'approved' });
  return dig(await products(), 'data', 0, 'id');
}

test('a batch is queued, applied later, and tells the lines it could not take', async () => {
  const handle = await batch([
    { method: 'UPDATE', data: mug },
    { method: 'UPDATE', data: { id: 'SKU-2', title: 'Half' } },
    { method: 'CREATE', data: { ...mug, id: 'SKU-3', price: '9,99 €' } },
  ]);
  expect(await batchStatus(handle)).toMatchObject({ data: [{ status: 'in_progress' }] });
  expect(await products()).toEqual({ data: [] });
  await tester.advance(20_000);
  expect(await batchStatus(handle, '&load_ids_of_invalid_requests=true')).toMatchObject({
    data: [
      {
        status: 'finished',
        errors_total_count: 2,
        errors: [
          { line: 2, id: 'SKU-2' },
          { line: 3, id: 'SKU-3' },
        ],
        ids_of_invalid_requests: ['SKU-2', 'SKU-3'],
      },
    ],
  });
  expect(await batchStatus(handle)).toMatchObject({ data: [{ ids_of_invalid_requests: [] }] });
  expect(await products()).toMatchObject({
    data: [{ retailer_id: 'SKU-1', name: 'Mug', price: '€9.99', review_status: 'pending' }],
  });
});

test('the same batch again changes nothing; a part changes that part; delete takes away', async () => {
  const id = await addMug();
  await batch([{ method: 'UPDATE', data: mug }]);
  await batch([{ method: 'UPDATE', data: { id: 'SKU-1', price: '7.50 EUR' } }]);
  await tester.advance(40_000);
  expect(await products()).toMatchObject({ data: [{ id, name: 'Mug', price: '€7.50' }] });
  await batch([{ method: 'DELETE', data: { id: 'SKU-1' } }]);
  await tester.advance(20_000);
  expect(await products()).toEqual({ data: [] });
});

test('items are reviewed by the clock', async () => {
  await batch([{ method: 'UPDATE', data: mug }]);
  await tester.advance(20_000);
  await tester.advance(600_000);
  expect(await products()).toMatchObject({ data: [{ review_status: 'approved' }] });
});

test('nonsense batches are refused or taken in with no handle', async () => {
  const send = (values: Values): Promise<Answered> =>
    tester.post(`/${catalogue}/items_batch`, values, user);
  expect((await send({ requests: [{ method: 'UPDATE', data: mug }] })).body).toMatchObject({
    error: { code: 100 },
  });
  expect((await send({ item_type: 'PRODUCT_ITEM', requests: [] })).body).toMatchObject({
    error: { code: 100 },
  });
  expect(
    (
      await send({
        item_type: 'PRODUCT_ITEM',
        requests: [{ method: 'UPDATE', data: { title: 'x' } }],
      })
    ).body,
  ).toMatchObject({ handles: [] });
  expect(await batchStatus('nonsense')).toMatchObject({ error: { code: 100 } });
});

test('single items use node names and minor units', async () => {
  const item = {
    retailer_id: 'SKU-9',
    name: 'Fern',
    price: 1250,
    currency: 'EUR',
    url: 'https://shop.example/fern',
  };
  const made = await tester.post(`/${catalogue}/products`, item, user);
  const id = dig(made.body, 'id');
  expect((await tester.get(`/${id}?fields=price,name`, user)).body).toEqual({
    id,
    price: '€12.50',
    name: 'Fern',
  });
  expect((await tester.post(`/${catalogue}/products`, item, user)).status).toBe(400);
  expect(
    (await tester.post(`/${catalogue}/products`, { ...item, allow_upsert: true }, user)).body,
  ).toEqual({ id });
  await tester.post(`/${id}`, { price: 990 }, user);
  expect((await tester.get(`/${id}?fields=price`, user)).body).toMatchObject({ price: '€9.90' });
  await tester.del(`/${id}`, user);
  expect((await tester.get(`/${id}`, user)).status).toBe(400);
});

test('products are found by SKU, and searched with ids as long numbers', async () => {
  const id = await addMug();
  const filter = encodeURIComponent('{"retailer_id":{"i_contains":"sku"}}');
  expect((await tester.get(`/${catalogue}/products?filter=${filter}`, user)).body).toMatchObject({
    data: [{ id }],
  });
  const none = encodeURIComponent('{"retailer_id":{"eq":"other"}}');
  expect((await tester.get(`/${catalogue}/products?filter=${none}`, user)).body).toEqual({
    data: [],
  });
  const { instagram } = tester.ready;
  const found = await tester.get(
    `/${instagram.id}/catalog_product_search?catalog_id=${catalogue}&q=mu`,
    user,
  );
  expect(found.text).toContain(`"product_id":${id}`);
  expect(BigInt(id)).toBeGreaterThan(2n ** 53n);
  const shops = await tester.get(`/${instagram.id}/available_catalogs`, user);
  expect(shops.body).toMatchObject({ data: [{ catalog_id: catalogue, product_count: 1 }] });
});

test('tags follow a picture, approved ones only, as 32-bit floats', async () => {
  const id = await addMug();
  const tag = { product_id: id, x: 0.3, y: 0.8 };
  const media = await tester.media({ product_tags: [tag] });
  const read = await tester.get(`/${media}/product_tags`, user);
  expect(read.text).toContain(`"product_id":${id}`);
  expect(dig(read.body, 'data', 0, 'x')).toBe(String(Math.fround(0.3)));
  await tester.control('/products/review', { retailerId: 'SKU-1', status: 'rejected' });
  expect((await tester.get(`/${media}/product_tags`, user)).body).toEqual({ data: [] });
  await tester.control('/products/review', { productId: id, status: 'approved' });
  const moved = { updated_tags: [{ ...tag, x: 0.5 }] };
  expect((await tester.post(`/${media}/product_tags`, moved, user)).body).toEqual({
    success: true,
  });
  expect((await tester.get(`/${media}/product_tags`, user)).body).toMatchObject({
    data: [{ x: 0.5 }],
  });
});

test('tags that break a rule are refused by number', async () => {
  const id = await addMug();
  const image_url = await tester.imageUrl();
  const refusal = async (product_tags: unknown, more: Values = {}): Promise<unknown> =>
    (await tester.post(`/${tester.ready.instagram.id}/media`, { image_url, product_tags, ...more }))
      .body;
  const withSubcode = (error_subcode: number): unknown => ({ error: { code: 100, error_subcode } });
  expect(await refusal([{ product_id: id }])).toMatchObject(withSubcode(2207036) as object);
  expect(await refusal([{ product_id: id, x: 2, y: 0 }])).toMatchObject(
    withSubcode(2207036) as object,
  );
  expect(await refusal([{ product_id: '123', x: 0, y: 0 }])).toMatchObject(
    withSubcode(2207037) as object,
  );
  const many = Array.from({ length: 21 }, (_, n) => ({ product_id: String(n), x: 0, y: 0 }));
  expect(await refusal(many)).toMatchObject(withSubcode(2207040) as object);
  const twice = [
    { product_id: id, x: 0, y: 0 },
    { product_id: id, x: 1, y: 1 },
  ];
  expect(await refusal(twice)).toMatchObject({ error: { code: 100 } });
  const reel = { media_type: 'REELS', upload_type: 'resumable', image_url: undefined };
  expect(await refusal([{ product_id: id, x: 0, y: 0 }], reel)).toMatchObject(
    withSubcode(2207035) as object,
  );
  expect(await refusal([{ product_id: id, x: 0, y: 0 }], { media_type: 'STORIES' })).toMatchObject({
    error: { code: 100 },
  });
});

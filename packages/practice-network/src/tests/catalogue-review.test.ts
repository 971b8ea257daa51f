import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  dig,
  openTester,
  type Answered,
  type Tester,
  type Values,
} from '../testing/open-tester.ts';

let tester: Tester;
let user = '';
let product = '';
beforeEach(async () => {
  tester = await openTester();
  user = tester.ready.user.token;
  product = await addProduct('SKU-1');
});
afterEach(() => tester.close());

const values = { name: 'Mug', price: 999, currency: 'EUR', url: 'https://shop.example/mug' };

async function addProduct(retailerId: string): Promise<string> {
  const path = `/${tester.ready.catalogue.id}/products`;
  const { body } = await tester.post(path, { ...values, retailer_id: retailerId }, user);
  await tester.control('/products/review', { retailerId, status: 'approved' });
  return dig(body, 'id');
}

async function status(): Promise<string> {
  const { body } = await tester.get(`/${product}?fields=review_status`, user);
  return dig(body, 'review_status');
}

function appealPath(): string {
  return `/${tester.ready.instagram.id}/product_appeal`;
}

function appeal(more: Values = {}): Promise<Answered> {
  return tester.post(appealPath(), { product_id: product, appeal_reason: 'Fine', ...more }, user);
}

test('an edited product is outdated until it was looked at again, a new price is not', async () => {
  await tester.post(`/${product}`, { price: 1299 }, user);
  expect(await status()).toBe('approved');
  // The same picture under a newly signed address is still the same.
  await tester.post(`/${product}`, { url: `${values.url}?signed=2` }, user);
  expect(await status()).toBe('approved');
  await tester.post(`/${product}`, { name: 'Large mug' }, user);
  expect(await status()).toBe('outdated');
  await tester.advance(600_000);
  expect(await status()).toBe('approved');
});

test('a rejected product says why, and can be appealed once', async () => {
  await tester.control('/products/review', { retailerId: 'SKU-1', status: 'rejected' });
  const read = await tester.get(`/${product}?fields=review_rejection_reasons,errors`, user);
  expect(read.body).toMatchObject({
    review_rejection_reasons: ['POLICY'],
    errors: [{ error_priority: 'HIGH' }],
  });
  const state = async (): Promise<unknown> =>
    (await tester.get(`${appealPath()}?product_id=${product}`, user)).body;
  expect(await state()).toMatchObject({
    data: [{ review_status: 'rejected', eligible_for_appeal: true, rejection_reasons: ['POLICY'] }],
  });
  expect((await appeal()).body).toEqual({ success: true });
  expect(await state()).toMatchObject({
    data: [{ eligible_for_appeal: false, product_appeal_status: 'pending' }],
  });
  expect((await appeal()).body).toMatchObject({ error: { code: 100 } });
  expect(await status()).toBe('rejected');
  await tester.advance(600_000);
  expect(await state()).toMatchObject({
    data: [{ review_status: 'approved', product_appeal_status: 'accepted' }],
  });
});

test.each([
  ['without a product', { product_id: undefined }],
  ['of a product that is none', { product_id: '77' }],
  ['without a reason', { appeal_reason: undefined }],
  ['of an approved product', {}],
  ['with an unknown parameter', { colour: 'red' }],
])('refuses an appeal %s', async (_name, more) => {
  expect((await appeal(more)).body).toMatchObject({ error: { code: 100 } });
});

test('the id in an appeal is a number too long for a double, and fields are checked', async () => {
  const answer = await tester.get(`${appealPath()}?product_id=${product}`, user);
  expect(answer.text).toContain(`"product_id":${product},`);
  expect(Number.isSafeInteger(Number(product))).toBe(false);
  const wrong = await tester.get(`${appealPath()}?product_id=${product}&fields=colour`, user);
  expect(wrong.body).toMatchObject({ error: { code: 100 } });
  const asPage = await tester.get(`${appealPath()}?product_id=${product}`);
  expect(asPage.body).toMatchObject({ error: { code: 10 } });
});

/** A carousel item with so many products. */
async function slide(ids: readonly string[]): Promise<Answered> {
  return tester.post(
    `/${tester.ready.instagram.id}/media`,
    {
      image_url: await tester.imageUrl(),
      is_carousel_item: true,
      product_tags: ids.map((id) => ({ product_id: id, x: 0.5, y: 0.5 })),
    },
    user,
  );
}

test('a slide takes five products, a carousel twenty', async () => {
  const ids = [product];
  for (let n = 2; n <= 6; n += 1) ids.push(await addProduct(`SKU-${n}`));
  const tooMany = await slide(ids);
  expect(tooMany.body).toMatchObject({ error: { code: 100, error_subcode: 2207040 } });
  const children: string[] = [];
  for (let n = 0; n < 5; n += 1) children.push(dig((await slide(ids.slice(0, 5))).body, 'id'));
  await tester.advance(6000);
  const carousel = (list: readonly string[]): Promise<Answered> => {
    const wanted = { media_type: 'CAROUSEL', children: list };
    return tester.post(`/${tester.ready.instagram.id}/media`, wanted, user);
  };
  expect((await carousel(children)).body).toMatchObject({ error: { error_subcode: 2207040 } });
  expect((await carousel(children.slice(0, 4))).status).toBe(200);
});

test('the status of a batch knows its own names and priorities', async () => {
  const path = `/${tester.ready.catalogue.id}/check_batch_request_status`;
  const sent = await tester.post(
    `/${tester.ready.catalogue.id}/items_batch`,
    { item_type: 'PRODUCT_ITEM', requests: [{ method: 'UPDATE', data: { id: 'SKU-9' } }] },
    user,
  );
  const handle = dig(sent.body, 'handles', 0);
  await tester.advance(20_000);
  const read = async (more: string): Promise<unknown> =>
    (await tester.get(`${path}?handle=${handle}${more}`, user)).body;
  expect(await read('&fields=status,errors_total_count')).toEqual({
    data: [{ status: 'finished', errors_total_count: 1 }],
    paging: expect.anything() as unknown,
  });
  expect(await read('&error_priority=LOW')).toMatchObject({ data: [{ errors: [] }] });
  for (const more of ['&error_priority=LOUD', '&fields=colour', '&colour=red'])
    expect(await read(more)).toMatchObject({ error: { code: 100 } });
  expect((await tester.get(path, user)).body).toMatchObject({ error: { code: 100 } });
});

test('a business makes a catalogue', async () => {
  const agency = await openTester({ world: 'agency' });
  try {
    const { token } = agency.ready.user;
    const business = dig((await agency.get('/me/businesses', token)).body, 'data', 0, 'id');
    const path = `/${business}/owned_product_catalogs`;
    const made = await agency.post(path, { name: 'Winter', vertical: 'commerce' }, token);
    expect((await agency.get(`/${dig(made.body, 'id')}?fields=name`, token)).body).toMatchObject({
      name: 'Winter',
    });
    for (const wrong of [{}, { name: 'x', vertical: 'hotels' }, { name: 'x', colour: 'red' }])
      expect((await agency.post(path, wrong, token)).body).toMatchObject({ error: { code: 100 } });
  } finally {
    await agency.close();
  }
});

test('who was invited to a media is told, and a post is taken off the timeline', async () => {
  const media = await tester.media({ collaborators: ['brand'] });
  const { body } = await tester.get(`/${media}/collaborators?fields=username,invite_status`);
  expect(body).toMatchObject({ data: [{ username: 'brand', invite_status: 'Pending' }] });
  const post = await tester.visiblePost();
  const hidden = async (): Promise<string> =>
    JSON.stringify((await tester.get(`/${post}?fields=is_hidden`)).body);
  await tester.post(`/${post}`, { timeline_visibility: 'hidden' });
  expect(await hidden()).toContain('true');
  await tester.post(`/${post}`, { timeline_visibility: 'normal' });
  expect(await hidden()).toContain('false');
  expect((await tester.post(`/${post}`, { timeline_visibility: 'blue' })).status).toBe(400);
});

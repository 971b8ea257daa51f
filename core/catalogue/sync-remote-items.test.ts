import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPagePhotoImages } from '../network/page-photo-images.ts';
import {
  assetFact,
  openTestCatalogue,
  type TestCatalogue,
} from '../../tests/support/catalogue-fixture.ts';
import { startPractice, type PracticeForTests } from '../../tests/support/practice.ts';
import { openTestTools, resourcesDir, type TestTools } from '../../tests/support/test-tools.ts';

let tools: TestTools;
let practice: PracticeForTests;
let service: TestCatalogue;

const photo = join(resourcesDir, 'sample-shop/photos/botany-flowers.jpg');

beforeEach(async () => {
  tools = openTestTools();
  practice = await startPractice();
  const { ready } = practice;
  const images = createPagePhotoImages({
    clientFor: () => Promise.resolve(practice.client()),
    readAccount: () => ({ pageRemoteId: ready.page.id }),
  });
  service = openTestCatalogue(tools, {
    catalogueOf: (accountId) => (accountId === 'ig' ? ready.catalogue.id : undefined),
    clientFor: () => Promise.resolve(practice.client(ready.user.token)),
    putPublicImage: images.put,
  });
  service.assets.set('a1', assetFact('a1', { path: photo }));
});
afterEach(async () => {
  await practice.close();
  tools.close();
});

const add = (sku: string, more: object = {}) =>
  service.save({
    sku,
    title: `Produit ${sku}`,
    price: 1290,
    stock: 3,
    photoAssetIds: ['a1'],
    link: `https://laserre.example/${sku}`,
    ...more,
  });

/** As publishing does it: asks again after the network's clock has moved. */
async function ensure(...productIds: string[]) {
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      return await service.ensureRemoteItems('ig', productIds);
    } catch (error) {
      expect(error).toMatchObject({ failure: { reaction: 'not-ready', outcome: 'not-done' } });
      await practice.control.advance(20_000);
    }
  }
  throw new Error('the catalogue never took the products in');
}

const remote = async (sku: string) => {
  const catalogueId = practice.ready.catalogue.id;
  const listed = await practice
    .client(practice.ready.user.token)
    .listProducts({ catalogueId, sku });
  return listed.ok ? listed.value.items.find((item) => item.sku === sku) : undefined;
};
const batches = async () =>
  (await practice.control.journal()).filter((line) => JSON.stringify(line).includes('items_batch'))
    .length;

test('puts products into the catalogue and knows their items from then on', async () => {
  const [pot, mug] = [add('POT-1'), add('MUG-1', { salePrice: 990, stock: 0 })];
  const items = await ensure(pot.id, mug.id);
  expect(items.get(pot.id)).toBe((await remote('POT-1'))?.productId);
  expect(items.get(mug.id)).toBe((await remote('MUG-1'))?.productId);
  expect(items.get(pot.id)).toMatch(/^\d+$/);
  expect(service.get(pot.id).remoteItemId).toBe(items.get(pot.id));
});

test('sends a product again only when what customers see of it has changed', async () => {
  const pot = add('POT-1');
  const first = await ensure(pot.id);
  const sent = await batches();
  expect(await ensure(pot.id)).toEqual(first);
  expect(await batches()).toBe(sent);
  service.save({ id: pot.id, title: 'Pot neuf' });
  expect(await ensure(pot.id)).toEqual(first);
  expect(await batches()).toBe(sent + 1);
  expect(await remote('POT-1')).toMatchObject({ name: 'Pot neuf' });
});

test('leaves out what the network would not take: no photo, no page, no catalogue', async () => {
  const [bare, unlinked, good] = [
    add('A', { photoAssetIds: [] }),
    add('B', { link: '' }),
    add('C'),
  ];
  const items = await ensure(bare.id, unlinked.id, good.id, 'gone');
  expect([...items.keys()]).toEqual([good.id]);
  expect(await service.ensureRemoteItems('fb', [good.id])).toEqual(new Map());
});

test('a dead token comes back as what the network said', async () => {
  const pot = add('POT-1');
  await practice.control.expireToken({ user: true });
  await expect(service.ensureRemoteItems('ig', [pot.id])).rejects.toMatchObject({
    name: 'RemoteItemsError',
    failure: { reaction: 'reconnect' },
  });
});

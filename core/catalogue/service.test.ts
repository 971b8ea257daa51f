import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../../shared/contract/problem.ts';
import {
  assetFact,
  openTestCatalogue,
  type TestCatalogue,
} from '../../tests/support/catalogue-fixture.ts';
import { forceTargets, openTestPosts } from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

let tools: TestTools;
let service: TestCatalogue;

beforeEach(() => {
  tools = openTestTools();
  service = openTestCatalogue(tools);
  for (const id of ['a1', 'a2', 'a3', 'a4']) service.assets.set(id, assetFact(id));
});
afterEach(() => tools.close());

const add = (sku: string, more: object = {}) =>
  service.save({ sku, title: `Produit ${sku}`, price: 1290, ...more });
const skus = (asked: Parameters<TestCatalogue['search']>[0]) =>
  service.search(asked).items.map((product) => product.sku);

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'nothing was refused';
}

describe('saving', () => {
  test('creates with what is needed and fills in the rest', () => {
    expect(add('A')).toEqual({
      id: expect.any(String) as string,
      sku: 'A',
      title: 'Produit A',
      description: '',
      price: 1290,
      currency: 'EUR',
      stock: 0,
      photos: [],
      updatedAt: '2026-11-24T08:12:00.000Z',
    });
    expect(tools.heard).toEqual([{ type: 'changed', topic: 'catalogue' }]);
  });

  test('changes what is given and keeps what is left out', () => {
    const { id } = add('A', {
      salePrice: 990,
      stock: 3,
      link: 'https://x.example/a',
      gtin: '96385074',
    });
    expect(service.save({ id, price: 1400 })).toMatchObject({
      price: 1400,
      salePrice: 990,
      stock: 3,
      link: 'https://x.example/a',
      gtin: '96385074',
    });
    const bare = service.save({ id, salePrice: null, gtin: null, link: '' });
    for (const field of ['salePrice', 'gtin', 'link']) expect(bare).not.toHaveProperty(field);
  });

  test('is applied once for a clientId', () => {
    const first = add('A', { clientId: 'c1' });
    expect(add('A', { clientId: 'c1' })).toEqual(first);
    expect(service.counts().all).toBe(1);
  });

  test.each([
    ['a taken code', { sku: 'A' }, 'sku-taken'],
    ['a sale price over the price', { salePrice: 1500 }, 'sale-price-higher'],
    ['a sale price that saves nothing', { salePrice: 1290 }, 'sale-price-higher'],
    ['a wrong GTIN', { gtin: '4006381333932' }, 'gtin-wrong'],
    ['a blank code', { sku: '  ' }, 'invalid-input'],
    ['a blank name', { title: ' ' }, 'invalid-input'],
    ['a photo nobody has', { photoAssetIds: ['gone'] }, 'not-found'],
  ])('refuses %s and changes nothing', (_name, change, code) => {
    add('A');
    const { id } = add('B', { stock: 7 });
    expect(codeOf(() => service.save({ id, stock: 8, ...change }))).toBe(code);
    expect(service.get(id)).toMatchObject({ sku: 'B', stock: 7 });
    expect(codeOf(() => service.save({ title: 'X', price: 1 }))).toBe('invalid-input');
  });

  test('codes differ by case and the code of a removed product is free', () => {
    add('mug');
    add('MUG');
    const { id } = add('X');
    service.remove([id]);
    expect(add('X').id).not.toBe(id);
    expect(codeOf(() => service.restore([id]))).toBe('sku-taken');
  });

  test('photos keep their order and stand once', () => {
    const { id } = add('A', { photoAssetIds: ['a2', 'a1', 'a2'] });
    expect(service.get(id).photos).toEqual([
      { assetId: 'a2', url: '/media/a2/original', thumbUrl: '/media/a2/thumb' },
      { assetId: 'a1', url: '/media/a1/original', thumbUrl: '/media/a1/thumb' },
    ]);
    expect(service.save({ id, photoAssetIds: [] }).photos).toEqual([]);
  });
});

describe('finding', () => {
  beforeEach(() => {
    add('ARU-ETH-14', { title: 'Arum d’Éthiopie, 14 cm', stock: 8, photoAssetIds: ['a1'] });
    add('POT-DOR-12', { title: 'Pothos doré', stock: 2 });
    add('IMP-ROS-10', { title: 'Impatiens rose', stock: 0, gtin: '4006381333931' });
  });

  test.each([
    ['ethiopie', ['ARU-ETH-14']],
    ['ÉTHIOPIE arum', ['ARU-ETH-14']],
    ['dore', ['POT-DOR-12']],
    ['pot-dor', ['POT-DOR-12']],
    ['4006381333931', ['IMP-ROS-10']],
    ['  ', ['ARU-ETH-14', 'POT-DOR-12', 'IMP-ROS-10']],
    ['%', []],
    ["d'éthiopie", ['ARU-ETH-14']],
  ])('%j finds %j', (text, found) => {
    expect(skus({ text })).toEqual(found);
  });

  test('filters and their counts agree', () => {
    expect(skus({ filter: 'low-stock' })).toEqual(['POT-DOR-12', 'IMP-ROS-10']);
    expect(skus({ filter: 'no-photo' })).toEqual(['POT-DOR-12', 'IMP-ROS-10']);
    expect(service.counts()).toEqual({ all: 3, lowStock: 2, noPhoto: 2, neverPosted: 3 });
    expect(service.lowStock(1).map((product) => product.sku)).toEqual(['IMP-ROS-10']);
  });

  test('pages follow one another without gap or repeat', () => {
    const first = service.search({ limit: 2 });
    expect(first).toMatchObject({ total: 3, next: first.items[1]?.id });
    expect(service.search({ limit: 2, cursor: first.next })).toMatchObject({
      items: [{ sku: 'IMP-ROS-10' }],
      total: 3,
    });
  });

  test('narrows to what is in stock and to what is on sale', () => {
    add('OUT', { stock: 0, salePrice: 990 });
    add('SALE', { stock: 2, salePrice: 990 });
    expect(skus({ onSale: true })).toEqual(['OUT', 'SALE']);
    expect(skus({ onSale: true, inStock: true })).toEqual(['SALE']);
  });

  test('removed products are gone until they are brought back', () => {
    const [first] = service.search({}).items;
    const productId = first?.id ?? '';
    expect(service.remove([productId, productId, 'gone'])).toEqual({ removed: 1 });
    expect(service.remove([productId])).toEqual({ removed: 0 });
    expect(codeOf(() => service.get(productId))).toBe('not-found');
    expect(service.readProducts([productId])).toEqual([]);
    expect(service.restore([productId])).toEqual({ restored: 1 });
    expect(skus({})).toHaveLength(3);
    expect(service.get(productId).photos).toHaveLength(1);
  });

  test('facts for other features come in the order asked', () => {
    const ids = service
      .search({})
      .items.map((product) => product.id)
      .reverse();
    expect(service.readProducts([...ids, 'gone']).map((product) => product.id)).toEqual(ids);
  });
});

test('a product knows when it was last posted, and leaves the list of those never posted', async () => {
  const posts = openTestPosts(tools);
  posts.catalogue.assets.set('a1', assetFact('a1'));
  const { id } = add('A', { photoAssetIds: ['a1'], link: 'https://x.example/a' });
  add('B');
  const media = [{ assetId: 'a1', alt: 'Un arum', tags: [{ productId: id, x: 0.5, y: 0.5 }] }];
  const { postId } = posts.create({ accountIds: ['ig'], caption: 'Arum', media });
  posts.schedule({ postId, at: '2026-11-26T18:30', zone: 'Europe/Paris' });
  expect(skus({ filter: 'never-posted' })).toEqual(['A', 'B']);
  forceTargets(tools, postId, 'published');
  expect(skus({ filter: 'never-posted' })).toEqual(['B']);
  expect(service.get(id).lastPostedAt).toBe('2026-11-24T08:12:00.000Z');
  expect(skus({ notPostedDays: 30 })).toEqual(['B']);
  tools.setNow('2026-12-24T08:12:01Z');
  expect(skus({ notPostedDays: 30 })).toEqual(['A', 'B']);
  await posts.publishing.close();
});

describe('photos by name', () => {
  test('attach to the product whose code they bear, numbered ones in order', () => {
    const pot = add('POT', { photoAssetIds: ['a4'] });
    const named = [
      { assetId: 'a2', name: 'POT_2.jpg' },
      { assetId: 'a1', name: 'pot.JPG' },
      { assetId: 'a3', name: 'IMG_2041.jpg' },
      { assetId: 'gone', name: 'POT_3.jpg' },
    ];
    expect(service.attachByName(named)).toEqual({
      attached: [
        { assetId: 'a2', productId: pot.id },
        { assetId: 'a1', productId: pot.id },
      ],
      unmatched: ['a3', 'gone'],
    });
    const order = () => service.get(pot.id).photos.map((photo) => photo.assetId);
    expect(order()).toEqual(['a4', 'a1', 'a2']);
    service.attachByName(named);
    expect(order()).toEqual(['a4', 'a1', 'a2']);
  });
});

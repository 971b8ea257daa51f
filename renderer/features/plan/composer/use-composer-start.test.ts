import { expect, test } from 'vitest';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import { newContent } from './use-composer-start.ts';

const account = (id: string, can: Account['can']): Account => ({
  id,
  network: 'instagram',
  remoteId: id,
  name: id,
  can,
  missing: [],
  health: 'ok',
  practice: true,
});
const accounts = [account('a', ['publish']), account('b', ['comments']), account('c', ['publish'])];
const product: Product = {
  id: 'p',
  sku: 'POT',
  title: 'Pothos',
  description: '',
  price: 1290,
  currency: 'EUR',
  stock: 2,
  link: 'https://laserre.example/pothos',
  photos: [{ assetId: 'photo', url: '/media/photo', thumbUrl: '/media/photo/thumb' }],
  updatedAt: '2026-11-24T08:12:00.000Z',
};

test('a new post goes to every account that can publish', () => {
  expect(newContent({}, accounts, undefined)).toEqual({
    accountIds: ['a', 'c'],
    caption: '',
    media: [],
  });
});

test('a product brings its photo, its tag and its link', () => {
  expect(newContent({ product: 'p' }, accounts, product)).toMatchObject({
    media: [{ assetId: 'photo', tags: [{ productId: 'p', x: 0.5, y: 0.5 }] }],
    link: 'https://laserre.example/pothos',
  });
});

test('pictures asked for come in their order; the product is tagged on the first', () => {
  const { media } = newContent({ assets: 'x,y', product: 'p' }, accounts, product);
  expect(media.map((one) => one.assetId)).toEqual(['x', 'y']);
  expect(media.map((one) => one.tags?.length ?? 0)).toEqual([1, 0]);
});

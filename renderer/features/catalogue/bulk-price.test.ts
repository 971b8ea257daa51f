import { expect, test } from 'vitest';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { priceChanges, priceUndo } from './bulk-price.ts';

const product = (id: string, price: number, salePrice?: number): Product => ({
  id,
  sku: id,
  title: id,
  description: '',
  price,
  ...(salePrice !== undefined && { salePrice }),
  currency: 'EUR',
  stock: 1,
  photos: [],
  updatedAt: '2026-11-24T08:12:00.000Z',
});
const products = [product('a', 1999), product('b', 450, 360), product('c', 0), product('d', 1)];

test('reduces from the full price, to whole cents, where it saves anything', () => {
  expect(priceChanges(products, { kind: 'reduce', percent: 20 })).toEqual([
    { id: 'a', salePrice: 1599 },
  ]);
  expect(priceChanges(products, { kind: 'reduce', percent: 33 })).toEqual([
    { id: 'a', salePrice: 1339 },
    { id: 'b', salePrice: 302 },
  ]);
});

test('ends the sales there are', () => {
  expect(priceChanges(products, { kind: 'end-sale' })).toEqual([{ id: 'b', salePrice: null }]);
});

test('undo puts back exactly what was', () => {
  const changes = priceChanges(products, { kind: 'reduce', percent: 50 });
  expect(priceUndo(products, changes)).toEqual([
    { id: 'a', salePrice: null },
    { id: 'b', salePrice: 360 },
  ]);
});

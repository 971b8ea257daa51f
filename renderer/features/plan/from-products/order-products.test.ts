import { expect, it } from 'vitest';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import { orderProducts, type ProductOrder } from './order-products.ts';

const product = (id: string, more: Partial<Product>): Product => ({
  id,
  sku: id,
  title: id,
  description: '',
  price: 1000,
  currency: 'EUR',
  stock: 1,
  photos: [],
  updatedAt: '2026-11-24T08:12:00.000Z',
  ...more,
});
const all = [
  product('a', { price: 2000, salePrice: 500, stock: 3 }),
  product('b', { price: 900, lastPostedAt: '2026-11-20T08:00:00.000Z', stock: 9 }),
  product('c', { price: 1500, lastPostedAt: '2026-10-01T08:00:00.000Z', stock: 3 }),
];
const ids = (order: ProductOrder) =>
  orderProducts(all, order)
    .map((one) => one.id)
    .join('');

it('orders by what a customer pays, by stock, and by what was shown longest ago', () => {
  expect(ids('chosen')).toBe('abc');
  expect(ids('cheapest')).toBe('abc');
  expect(ids('dearest')).toBe('cba');
  expect(ids('longest-ago')).toBe('acb');
  expect(ids('stock')).toBe('bac');
  expect(all.map((one) => one.id)).toEqual(['a', 'b', 'c']);
});

import { describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/contract/catalogue.ts';
import {
  draftOf,
  emptyDraft,
  fieldOfProblem,
  readDraft,
  type DraftField,
  type ProductDraft,
} from './product-draft.ts';

const euros = { currency: 'EUR', mark: ',' } as const;
const product: Product = {
  id: 'p',
  sku: 'ARU-ETH-14',
  title: 'Arum',
  description: 'Blanc',
  price: 2490,
  salePrice: 1990,
  currency: 'EUR',
  stock: 8,
  photos: [],
  updatedAt: '2026-11-24T08:12:00.000Z',
};
const read = (edits: Partial<ProductDraft>) =>
  readDraft({ ...draftOf(product, euros), ...edits }, Object.keys(edits) as DraftField[], euros);

test('shows a product as the shop writes it', () => {
  expect(draftOf(product, euros)).toMatchObject({ price: '24,90', salePrice: '19,90', stock: '8' });
  expect(draftOf({ ...product, currency: 'JPY', price: 500 }, euros).price).toBe('500');
});

test('saves only what was touched', () => {
  expect(read({ price: '25' })).toEqual({ change: { price: 2500 }, problems: {} });
  expect(read({})).toEqual({ change: {}, problems: {} });
});

describe('a sale price', () => {
  test('that is not lower is refused at the sale price, and neither is saved', () => {
    expect(read({ salePrice: '27,00' })).toEqual({
      change: {},
      problems: { salePrice: 'sale-price-higher' },
    });
    expect(read({ price: '15' })).toEqual({
      change: {},
      problems: { salePrice: 'sale-price-higher' },
    });
  });
  test('is taken away by emptying it', () => {
    expect(read({ salePrice: ' ', price: '15' }).change).toEqual({ salePrice: null, price: 1500 });
  });
});

test.each([
  [{ price: '12,9O' }, { price: 'price-letter' }],
  [{ price: '' }, { price: 'price-missing' }],
  [{ stock: 'beaucoup' }, { stock: 'stock-unreadable' }],
  [{ stock: '' }, { stock: 'stock-unreadable' }],
  [{ title: ' ' }, { title: 'title-missing' }],
  [{ sku: '' }, { sku: 'sku-missing' }],
  [{ gtin: '123' }, { gtin: 'gtin-wrong' }],
  [{ link: 'javascript:alert(1)' }, { link: 'link-unreadable' }],
  [{ link: 'boutique' }, { link: 'link-unreadable' }],
])('%o is kept in its field with a sentence', (edits, problems) => {
  expect(read(edits)).toEqual({ change: {}, problems });
});

test('completes an address and empties what was emptied', () => {
  expect(read({ link: 'laserre.example/arum' }).change.link).toBe('https://laserre.example/arum');
  expect(read({ link: '', gtin: '' }).change).toEqual({ link: '', gtin: null });
  expect(read({ gtin: '4006381 333931' }).change.gtin).toBe('4006381333931');
});

test('a new product says what it still needs', () => {
  expect(readDraft(emptyDraft, ['sku', 'title', 'price'], euros).problems).toEqual({
    sku: 'sku-missing',
    title: 'title-missing',
    price: 'price-missing',
  });
});

test('knows the field that a refusal is about', () => {
  expect(fieldOfProblem('sku-taken')).toBe('sku');
  expect(fieldOfProblem('internal')).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Job, JobFile } from '../../../shared/contract/jobs.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import { isSameOrder, matchResults, resultOf, type PictureOrder } from './match-results.ts';

const file = (productId: string, format: Format): JobFile => ({
  path: `/shop/${productId}.jpg`,
  widthPx: 1080,
  heightPx: 1080,
  assetId: `${productId}-${format}`,
  format,
  productIds: [productId],
  sizeBytes: 1,
});
const problem = { title: 'Une photo manque', what: 'Le produit n’en a pas.', todo: 'Ajoutez-en.' };
const job: Job = {
  jobId: 'j',
  kind: 'pictures',
  title: '4 images',
  state: 'running',
  progressFrac: 0.5,
  done: 2,
  total: 4,
  files: [file('a', '1:1'), file('a', '4:5')],
  problems: [{ productIds: ['b'], code: 'photo-missing', problem }],
  createdAt: '2026-11-22T10:00:00.000Z',
};
const order: PictureOrder = {
  templateId: 'arche',
  productIds: ['a', 'b'],
  formats: ['1:1', '4:5'],
  options: { showPrice: true },
};

test('finds what was made of each product and why another was not', () => {
  const results = matchResults(job);
  expect([...resultOf(results, 'a').files.keys()]).toEqual(['1:1', '4:5']);
  expect(resultOf(results, 'a').problem).toBeUndefined();
  expect(resultOf(results, 'b')).toEqual({ files: new Map(), problem });
  expect(resultOf(results, 'c').files.size).toBe(0);
});

test('the order of products and formats does not make it another order', () => {
  const turned: PictureOrder = { ...order, productIds: ['b', 'a'], formats: ['4:5', '1:1'] };
  expect(isSameOrder(order, turned)).toBe(true);
});

test('everything that changes a picture makes it another order', () => {
  expect(isSameOrder(undefined, order)).toBe(false);
  expect(isSameOrder(order, { ...order, templateId: 'affiche' })).toBe(false);
  expect(isSameOrder(order, { ...order, productIds: ['a'] })).toBe(false);
  expect(isSameOrder(order, { ...order, formats: ['1:1'] })).toBe(false);
  expect(isSameOrder(order, { ...order, options: { showPrice: false } })).toBe(false);
  expect(isSameOrder(order, { ...order, options: { titles: { a: 'Arum' } } })).toBe(false);
});

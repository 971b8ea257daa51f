import { expect, test } from 'vitest';
import { neighbourFrame } from './neighbour-frame.ts';

const products = [{ id: 'a' }, { id: 'b' }];
const square = { templateId: 't', format: '1:1' as const };
const portrait = { templateId: 't', format: '4:5' as const };
const columns = [square, portrait];

test('goes along a row and on to the next', () => {
  const at = neighbourFrame(products, columns, { productId: 'a', ...square }, 1);
  expect(at).toEqual({ productId: 'a', ...portrait });
  const next = neighbourFrame(products, columns, { productId: 'a', ...portrait }, 1);
  expect(next).toEqual({ productId: 'b', ...square });
  const back = neighbourFrame(products, columns, { productId: 'b', ...square }, -1);
  expect(back).toEqual({ productId: 'a', ...portrait });
});

test('ends at the first and the last frame', () => {
  const one = [square];
  expect(neighbourFrame(products, one, { productId: 'a', ...square }, -1)).toBeUndefined();
  expect(neighbourFrame(products, one, { productId: 'b', ...square }, 1)).toBeUndefined();
});

test('leads nowhere from a frame that is gone', () => {
  const other = { productId: 'a', templateId: 'u', format: '1:1' as const };
  expect(neighbourFrame(products, columns, other, 1)).toBeUndefined();
  expect(neighbourFrame(products, columns, { productId: 'x', ...square }, 1)).toBeUndefined();
});

test('passes over places where there is no picture', () => {
  const has = (id: string, { format }: { format: string }) => id === 'b' || format === '1:1';
  const on = neighbourFrame(products, columns, { productId: 'a', ...square }, 1, has);
  expect(on).toEqual({ productId: 'b', ...square });
  const back = neighbourFrame(products, columns, { productId: 'b', ...square }, -1, has);
  expect(back).toEqual({ productId: 'a', ...square });
});

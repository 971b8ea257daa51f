import { expect, test } from 'vitest';
import { neighbourFrame } from './neighbour-frame.ts';

const products = [{ id: 'a' }, { id: 'b' }];

test('goes along a row and on to the next', () => {
  const at = neighbourFrame(products, ['1:1', '4:5'], { productId: 'a', format: '1:1' }, 1);
  expect(at).toEqual({ productId: 'a', format: '4:5' });
  const next = neighbourFrame(products, ['1:1', '4:5'], { productId: 'a', format: '4:5' }, 1);
  expect(next).toEqual({ productId: 'b', format: '1:1' });
  const back = neighbourFrame(products, ['1:1', '4:5'], { productId: 'b', format: '1:1' }, -1);
  expect(back).toEqual({ productId: 'a', format: '4:5' });
});

test('ends at the first and the last frame', () => {
  expect(neighbourFrame(products, ['1:1'], { productId: 'a', format: '1:1' }, -1)).toBeUndefined();
  expect(neighbourFrame(products, ['1:1'], { productId: 'b', format: '1:1' }, 1)).toBeUndefined();
});

test('leads nowhere from a frame that is gone', () => {
  expect(neighbourFrame(products, ['4:5'], { productId: 'a', format: '1:1' }, 1)).toBeUndefined();
  expect(neighbourFrame(products, ['4:5'], { productId: 'x', format: '4:5' }, 1)).toBeUndefined();
});

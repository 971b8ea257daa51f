import type { Frame } from './frame.ts';

/** How many products stand in each row. A square and a portrait up to 3:4 take six as two rows of three,
 *  a taller one as three rows of two: so every photo stays near a square. */
export function rowsOf(
  count: number,
  { shape, height }: Pick<Frame, 'shape' | 'height'>,
): readonly number[] {
  if (shape === 'wide' || shape === 'banner') return [count];
  if (shape === 'tall' && height > 140)
    return [[1], [1, 1], [1, 2], [2, 2], [1, 2, 2], [2, 2, 2]][count - 1] ?? [2, 2, 2];
  if (shape === 'tall') return [[1], [1, 1], [1, 2], [2, 2], [2, 3], [3, 3]][count - 1] ?? [3, 3];
  return [[1], [2], [1, 2], [2, 2], [2, 3], [3, 3]][count - 1] ?? [3, 3];
}

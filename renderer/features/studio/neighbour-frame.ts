import type { Format } from '../../../shared/contract/shapes.ts';

/** Which frame of the results stands in large. */
export type OpenedFrame = { productId: string; format: Format };

export type OpenFrame = (productId: string, format: Format) => void;

/** The frame before or after, row by row; nothing beyond the first and the last. */
export function neighbourFrame(
  products: readonly { id: string }[],
  formats: readonly Format[],
  { productId, format }: OpenedFrame,
  by: 1 | -1,
): OpenedFrame | undefined {
  const row = products.findIndex(({ id }) => id === productId);
  const column = formats.indexOf(format);
  if (row < 0 || column < 0) return undefined;
  const place = row * formats.length + column + by;
  const next = products[Math.floor(place / formats.length)];
  const nextFormat = formats[place % formats.length];
  return next && nextFormat && { productId: next.id, format: nextFormat };
}

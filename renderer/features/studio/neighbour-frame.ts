import type { Format } from '../../../shared/contract/shapes.ts';

/** Which frame of the results stands in large. */
export type OpenedFrame = { productId: string; templateId: string; format: Format };

export type OpenFrame = (opened: OpenedFrame) => void;

/** The frame before or after, row by row, past places without a picture; nothing beyond the first and
 *  the last. */
export function neighbourFrame<C extends { templateId: string; format: Format }>(
  products: readonly { id: string }[],
  columns: readonly C[],
  { productId, templateId, format }: OpenedFrame,
  by: 1 | -1,
  has: (productId: string, column: C) => boolean = () => true,
): OpenedFrame | undefined {
  const row = products.findIndex(({ id }) => id === productId);
  const column = columns.findIndex((one) => one.templateId === templateId && one.format === format);
  if (row < 0 || column < 0) return undefined;
  const last = products.length * columns.length;
  for (let place = row * columns.length + column + by; place >= 0 && place < last; place += by) {
    const next = products[Math.floor(place / columns.length)];
    const at = columns[place % columns.length];
    if (next && at && has(next.id, at))
      return { productId: next.id, templateId: at.templateId, format: at.format };
  }
  return undefined;
}

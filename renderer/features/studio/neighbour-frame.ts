import type { Format } from '../../../shared/contract/shapes.ts';

/** Which frame of the results stands in large. */
export type OpenedFrame = { productId: string; templateId: string; format: Format };

export type OpenFrame = (opened: OpenedFrame) => void;

/** The frame before or after, row by row; nothing beyond the first and the last. */
export function neighbourFrame(
  products: readonly { id: string }[],
  columns: readonly { templateId: string; format: Format }[],
  { productId, templateId, format }: OpenedFrame,
  by: 1 | -1,
): OpenedFrame | undefined {
  const row = products.findIndex(({ id }) => id === productId);
  const column = columns.findIndex((one) => one.templateId === templateId && one.format === format);
  if (row < 0 || column < 0) return undefined;
  const place = row * columns.length + column + by;
  const next = products[Math.floor(place / columns.length)];
  const at = columns[place % columns.length];
  return next && at && { productId: next.id, templateId: at.templateId, format: at.format };
}

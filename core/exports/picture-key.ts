import type { PictureRef } from '../../shared/contract/batches.ts';

export function keyOf({ productId, templateId, format }: PictureRef): string {
  return `${productId} ${templateId} ${format}`;
}

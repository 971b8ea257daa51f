import { z } from 'zod';
import { format, id } from '../../shared/contract/shapes.ts';
import { renderOptions } from '../../shared/contract/studio.ts';

/** What a render job is to make, as it is kept with the job. */
export const renderOrder = z.object({
  templateId: id,
  productIds: z.array(id),
  formats: z.array(format),
  options: renderOptions,
  /** What was made of the same scene before is taken as it is. */
  reuse: z.boolean().optional(),
});
export type RenderOrder = z.infer<typeof renderOrder>;

/** Names one output of a picture job for good. */
export function pictureKey(productId: string, pictureFormat: string): string {
  return `${productId} ${pictureFormat}`;
}

/** A file name that every system takes; the name of an asset is only a label. */
export function outputName(title: string, outputFormat: string, extension: string): string {
  const base = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${base || 'vitrine'}-${outputFormat.replace(':', 'x')}.${extension}`;
}

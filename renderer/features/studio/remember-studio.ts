import { z } from 'zod';
import { batchSpec } from '../../../shared/contract/batches.ts';
import { format } from '../../../shared/contract/shapes.ts';

const pictures = z.object({
  templateIds: z.array(z.string()).optional(),
  formats: z.array(format).min(1).optional(),
  showPrice: z.boolean().optional(),
  shopId: z.string().optional(),
  titles: z.record(z.string(), z.string()).optional(),
  batchId: z.string().optional(),
  words: batchSpec.shape.words,
  groupSize: batchSpec.shape.groupSize,
});
export type RememberedPictures = z.infer<typeof pictures>;

const video = z.object({
  templateId: z.string().optional(),
  format: format.optional(),
  formats: z.array(format).min(1).optional(),
  seconds: z.number().min(5).max(60).optional(),
  trackId: z.string().optional(),
  callToAction: z.string().optional(),
  showPrice: z.boolean().optional(),
  order: z.array(z.string()).optional(),
  removed: z.array(z.string()).optional(),
  jobId: z.string().optional(),
  orderKey: z.string().optional(),
});
export type RememberedVideo = z.infer<typeof video>;

export const studioMode = z.enum(['pictures', 'video', 'gallery']);
export type StudioMode = z.infer<typeof studioMode>;

const remembered = z.object({
  mode: studioMode,
  productIds: z.array(z.string()),
  pictures,
  video,
});
export type RememberedStudio = z.infer<typeof remembered>;

const key = 'vitrine-studio';

/** What stood on the page when it was left, as long as this window is open; nothing when what is kept
 *  cannot be read. */
export function recallStudio(storage: Pick<Storage, 'getItem'>): RememberedStudio | undefined {
  const text = storage.getItem(key);
  if (text === null) return undefined;
  try {
    return remembered.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function rememberStudio(storage: Pick<Storage, 'setItem'>, state: RememberedStudio): void {
  storage.setItem(key, JSON.stringify(state));
}

import { z } from 'zod';
import { mostPictures, pictureRef } from './batches.ts';
import { problemText } from './problems.ts';
import { clientId, empty, id, instant, ok, procedure } from './shapes.ts';

/** JPEG is the picture as it was made; PNG and WebP are drawn again from its scene. `cards` and `labels`
 *  are PDF files to print: one to a page, or as many on A4 sheets as fit, with cutting marks. */
export const exportKind = z.enum(['jpg', 'png', 'webp', 'cards', 'labels']);
export type ExportKind = z.infer<typeof exportKind>;
export const collisionChoice = z.enum(['replace', 'both', 'skip']);
export type CollisionChoice = z.infer<typeof collisionChoice>;

export const exportWish = z.object({
  /** Everything that a batch has made, or these pictures of it, or any pictures of the studio. */
  batchId: id.optional(),
  pictures: z.array(pictureRef).max(mostPictures).optional(),
  assetIds: z.array(id).max(mostPictures).optional(),
  kind: exportKind,
  /** Absolute; without it a folder of this name below the person's downloads. */
  folder: z.string().min(1).max(1000).optional(),
  /** As `{sku}-{title}-{template}-{format}`. */
  pattern: z.string().max(200).optional(),
  /** Of WebP, 1 to 100. */
  quality: z.number().int().min(1).max(100).optional(),
  /** Written into each file: who it belongs to. */
  copyright: z.string().max(200).optional(),
});
export type ExportWish = z.infer<typeof exportWish>;

export const exportOutlook = z.object({
  folder: z.string(),
  /** `new`: it will be made; `blocked`: nothing can be written there. */
  place: z.enum(['there', 'new', 'blocked']).optional(),
  total: z.number().int(),
  /** The first names, as they would be written. */
  examples: z.array(z.string()),
  /** Files of the same name that are there already. */
  collisions: z.number().int(),
  needBytes: z.number().int(),
  /** Absent where the disk does not say. */
  freeBytes: z.number().int().optional(),
  /** Pictures that are to be printed in none of the formats for paper. */
  leftOut: z.number().int(),
});
export type ExportOutlook = z.infer<typeof exportOutlook>;

export const exportRun = z.object({
  id,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  folder: z.string(),
  total: z.number().int(),
  written: z.number().int(),
  skipped: z.number().int(),
  failed: z.array(z.object({ name: z.string(), problem: problemText })),
  problem: problemText.extend({ code: z.string() }).optional(),
  createdAt: instant,
});
export type ExportRun = z.infer<typeof exportRun>;

export const exportHabits = z.object({
  /** Folders written to before, the last first. */
  folders: z.array(z.string()),
  /** As in the export before. */
  copyright: z.string().optional(),
  pattern: z.string().optional(),
  /** Whether this machine can show a folder in a window of its own. */
  canShow: z.boolean(),
});

export const exports = {
  habits: procedure('/exports/habits').input(empty).output(exportHabits),
  outlook: procedure('/exports/outlook').input(exportWish).output(exportOutlook),
  start: procedure('/exports/start')
    .input(exportWish.extend({ collisions: collisionChoice.optional(), clientId }))
    .output(exportRun),
  get: procedure('/exports/get')
    .input(z.object({ exportId: id }))
    .output(exportRun),
  /** Shows its folder in the system's own file window, on the machine of the studio. */
  show: procedure('/exports/show')
    .input(z.object({ exportId: id }))
    .output(ok),
  /** What is written stays, each file whole. */
  cancel: procedure('/exports/cancel')
    .input(z.object({ exportId: id, clientId }))
    .output(exportRun),
};

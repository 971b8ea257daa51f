import { z } from 'zod';
import { clientId, cursor, id, limit, mediaUrl, procedure } from './shapes.ts';
import { problemText } from './problems.ts';

export const asset = z.object({
  id,
  kind: z.enum(['photo', 'video', 'audio', 'file']),
  /** `import` from the merchant, `studio` made here. */
  origin: z.enum(['import', 'studio', 'sample']),
  name: z.string(),
  mime: z.string(),
  widthPx: z.number().int().optional(),
  heightPx: z.number().int().optional(),
  durationMs: z.number().int().optional(),
  sizeBytes: z.number().int(),
  hash: z.string(),
  /** Only studio pictures and videos. */
  format: z.string().optional(),
  productIds: z.array(id),
  url: mediaUrl,
  thumbUrl: mediaUrl,
  createdAt: z.iso.datetime(),
  /** Codes of what the merchant should know: `small`, `cmyk`, `animated`, `truncated`. */
  notes: z.array(z.string()),
});
export type Asset = z.infer<typeof asset>;

export const importedItem = z.union([
  z.object({
    path: z.string(),
    assetId: id,
    already: z.boolean().optional(),
    /** A picture of the library that looks like it. */
    looksLike: z.object({ assetId: id, name: z.string(), thumbUrl: mediaUrl }).optional(),
    notes: z.array(z.string()).optional(),
  }),
  z.object({ path: z.string(), problem: problemText, code: z.string() }),
]);

export const media = {
  /** Paths of files or folders (folders are walked, pictures and videos taken). */
  importFiles: procedure('/media/importFiles')
    .input(z.object({ paths: z.array(z.string().min(1).max(4096)).min(1).max(5000), clientId }))
    .output(z.object({ items: z.array(importedItem) })),
  /** Turns an uploaded file into a checked asset of the library. */
  importUploads: procedure('/media/importUploads')
    .input(z.object({ assetIds: z.array(id).min(1).max(500), clientId }))
    .output(z.object({ items: z.array(importedItem) })),
  list: procedure('/media/list')
    .input(
      z
        .object({
          kind: z.enum(['photo', 'video', 'audio']).optional(),
          origin: z.enum(['import', 'studio', 'sample']).optional(),
          productId: id.optional(),
          text: z.string().max(200).optional(),
          cursor,
          limit,
        })
        .optional(),
    )
    .output(
      z.object({ items: z.array(asset), next: z.string().optional(), total: z.number().int() }),
    ),
  get: procedure('/media/get')
    .input(z.object({ assetId: id }))
    .output(asset),
};

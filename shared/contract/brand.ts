import { z } from 'zod';
import { clientId, empty, id, ok, procedure } from './shapes.ts';

/** A font that the merchant brought. */
export const ownFont = z.object({
  id,
  /** By which scenes name it: `own:<id>`. */
  family: z.string(),
  /** As its maker calls it. */
  name: z.string(),
  weight: z.number().int(),
  style: z.enum(['normal', 'italic']),
  /** Letters of French that it lacks; they are drawn in another font. */
  missing: z.string(),
  /** What its maker allows beyond pictures: `restricted` is not to be put into files. */
  embedding: z.enum(['free', 'preview', 'restricted']),
  sizeBytes: z.number().int(),
});
export type OwnFont = z.infer<typeof ownFont>;

export const brand = {
  fonts: procedure('/brand/fonts')
    .input(empty)
    .output(z.object({ fonts: z.array(ownFont) })),
  /** Takes an uploaded TrueType or OpenType file once it has been read as one. */
  importFont: procedure('/brand/importFont')
    .input(z.object({ uploadId: id, clientId }))
    .output(ownFont),
  /** Pictures that were made keep their letters; new ones are set in Inter instead. */
  removeFont: procedure('/brand/removeFont')
    .input(z.object({ fontId: id, clientId }))
    .output(ok),
};

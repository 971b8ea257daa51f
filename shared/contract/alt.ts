import { z } from 'zod';
import { clientId, id, language, ok, procedure } from './shapes.ts';

const longest = 1000;

export const altText = z.object({
  assetId: id,
  /** What the merchant wrote for this picture, wherever it is used. */
  text: z.string().optional(),
  /** From the product's data; absent where nothing is known of the picture. */
  suggested: z.string().optional(),
});
export type AltText = z.infer<typeof altText>;

/** Words for those who cannot see a picture. */
export const alt = {
  /** Written and suggested words of pictures, in the order asked; `productIds` are the products that a
   *  post shows, for pictures that belong to none. */
  read: procedure('/alt/read')
    .input(
      z.object({
        assetIds: z.array(id).min(1).max(200),
        productIds: z.array(id).max(50).optional(),
        language: language.optional(),
      }),
    )
    .output(z.object({ items: z.array(altText) })),
  /** Keeps the merchant's words with the picture; empty takes them back. */
  write: procedure('/alt/write')
    .input(z.object({ assetId: id, text: z.string().max(longest), clientId }))
    .output(ok),
};

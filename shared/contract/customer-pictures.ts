import { z } from 'zod';
import { clientId, id, mediaUrl, procedure, reason } from './shapes.ts';

/** The id of a picture: that of its comment or message, and its place among what came with it. */
const pictureId = z
  .string()
  .regex(/^\d{1,19}-\d{1,2}$/)
  .max(24);

/** What came with a comment or message beside its words. */
export const customerPicture = z.object({
  pictureId,
  /** Of a `film` a still is shown, sounds and files are only told of. */
  kind: z.enum(['photo', 'film', 'sound', 'file']),
  /** `waiting` has not been fetched; `refused` cannot be shown. */
  state: z.enum(['waiting', 'here', 'refused']),
  /** Of one that is here: a small still, without camera and place. */
  url: mediaUrl.optional(),
  /** As shown, where it is known. */
  widthPx: z.number().int().optional(),
  heightPx: z.number().int().optional(),
  /** It moves on the network; here its first view stands. */
  moves: z.boolean().optional(),
  /** Why it is not here. */
  why: reason.optional(),
});
export type CustomerPicture = z.infer<typeof customerPicture>;

export const customerPictures = {
  /** Fetches a picture if need be and answers when that is done: within a minute and a half. `again` asks once
   *  more for one that was refused. */
  look: procedure('/customerPictures/look')
    .input(z.object({ pictureId, again: z.boolean().optional() }))
    .output(customerPicture),
  /** Puts a picture that is here into the shop's library. */
  keep: procedure('/customerPictures/keep')
    .input(z.object({ pictureId, clientId }))
    .output(z.object({ assetId: id, already: z.boolean() })),
};

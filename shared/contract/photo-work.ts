import { z } from 'zod';
import { clientId, id, procedure } from './shapes.ts';

/** Settings of a photo as `shared/scene/photo-work` reads them: numbers that are left out where nothing
 *  is changed; what cannot be read is dropped. */
const settings = z.record(z.string(), z.unknown());

const workedPhoto = z.object({
  assetId: id,
  /** Of the photo as it came, upright. */
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  work: settings,
});
export type WorkedPhoto = z.infer<typeof workedPhoto>;

/** What is done to photos of the library. It is kept as settings; the photo itself never changes. */
export const photoWork = {
  get: procedure('/photoWork/get')
    .input(z.object({ assetIds: z.array(id).min(1).max(200) }))
    .output(z.object({ items: z.array(workedPhoto) })),
  /** From now on the photos are used like this, wherever they are put. `keepPlace` leaves each photo's
   *  turn, tilt, crop and touch-ups as they are: for settings copied from another photo. */
  set: procedure('/photoWork/set')
    .input(
      z.object({
        assetIds: z.array(id).min(1).max(500),
        work: settings,
        keepPlace: z.boolean().optional(),
        clientId,
      }),
    )
    .output(z.object({ items: z.array(workedPhoto) })),
  /** A photo of its own, with these settings worked in; the one it comes from stays. */
  makePhoto: procedure('/photoWork/makePhoto')
    .input(z.object({ assetId: id, work: settings, clientId }))
    .output(z.object({ assetId: id })),
};
